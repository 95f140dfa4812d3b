"""Requests over HTTP: what may be asked for, when, how, and what is kept of the answer."""
