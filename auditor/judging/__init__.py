"""What the gathered facts mean for a Quality Label: rubrics, checks, findings; no I/O.

Only the package's own TOML files are read: rubrics, and the words that name a page's topic.
Judging gives codes and numbers; the sentences stand in ``reports``.
"""
