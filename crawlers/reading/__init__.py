"""Reading documents: one parse, then questions to it; no I/O."""
