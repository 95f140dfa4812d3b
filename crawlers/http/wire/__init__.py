"""The wire: connections, heads of answers, and what is kept of their bodies."""
