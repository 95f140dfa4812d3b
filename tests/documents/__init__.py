"""Reports in the programs that people open them with; run by ``./run pytest tests/documents``."""
