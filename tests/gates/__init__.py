"""Checks of the project as a whole, each a command of its own; none of them ships."""
