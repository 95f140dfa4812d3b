"""Long runs by hand; each is a command of its own."""
