"""Errors before an audit begins; each message is one sentence that says what to do.

AuditorError
├── BadInputError      wrong usage or bad input: exit code 2
└── MissingPartError   something this machine or this version lacks: exit code 2
"""


class AuditorError(Exception):
    """Base of the errors that the user sees without a traceback."""


class BadInputError(AuditorError):
    """The user gave something that cannot be used."""


class MissingPartError(AuditorError):
    """Something that was requested is missing on this machine or in this version."""
