"""The values of what was gathered, one module per family; all are frozen.

Pydantic models stand in ``audit.json``; dataclasses stay inside the program.
"""
