"""Faces in screenshots: needs the extra ``blur`` and a desktop's libraries; run by ``./run pytest tests/blur``."""
