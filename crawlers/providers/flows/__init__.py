"""Flows in code, for the few tools that the engine's flows do not fit; a rule names them."""
