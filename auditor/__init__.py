"""Judges what was gathered, runs audits and serves them."""
