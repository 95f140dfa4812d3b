"""The use cases, one module each: a typed request in, typed events out, the last one a result.

The command line is a thin layer over them. Requests
and events are frozen and serialisable; what is not (a network, a clock, a browser) is an argument.
"""
