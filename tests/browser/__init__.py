"""Pages that scripts fill, opened in a real Chromium; run by ``./run pytest tests/browser``."""
