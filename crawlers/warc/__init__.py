"""Web archives: the records of what was captured, and their index."""
