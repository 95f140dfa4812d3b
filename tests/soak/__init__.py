"""Long runs that are started by hand; each is a command."""
