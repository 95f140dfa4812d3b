"""The version of the program, as installed."""

from importlib.metadata import PackageNotFoundError, version

try:
    VERSION = version("twinspace-auditor")
except PackageNotFoundError:  # run from a source tree that is not installed
    VERSION = "0+source"
