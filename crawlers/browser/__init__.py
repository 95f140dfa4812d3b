"""Find, start and end a browser of the Chromium family, and answer its requests."""
