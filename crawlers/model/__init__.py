"""The nouns of what was gathered, one module for each family; every value is frozen.

Pydantic models cross a border (they stand in ``audit.json``); dataclasses stay inside.
"""
