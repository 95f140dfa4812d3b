"""``python -m auditor`` is the same program as ``twinspace-auditor``."""

from auditor.cli.main import main

main()
