"""A browser of the Chromium family: found, started, given what it asks for, and ended."""
