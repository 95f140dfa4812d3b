"""The command line: words in, exit codes out; no logic of its own."""
