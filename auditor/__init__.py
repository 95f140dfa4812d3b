"""Judge what was gathered, and run audits from the command line."""
