"""Every address on a page, and what it stands for there; pure."""
