"""Golden files: the reports' words and structure as plain text, to be read in a diff.

``python -m tests.golden.refresh`` writes them again; look at ``git diff tests/golden`` before you
commit. Times, versions and fingerprints are scrubbed.
"""
