"""Archives in the validator of the format; run by ``./run pytest tests/validator``."""
