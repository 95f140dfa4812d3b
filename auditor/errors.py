"""What can go wrong before an audit begins; each message is one sentence that says what to do.

AuditorError
├── BadInputError      wrong usage or bad input: exit code 2
└── MissingPartError   something this machine or this version lacks: exit code 2
"""


class AuditorError(Exception):
    """Base of the errors that are told to the user without a traceback."""


class BadInputError(AuditorError):
    """The user gave something that cannot be used."""


class MissingPartError(AuditorError):
    """Something that was asked for is not there on this machine or in this version."""
