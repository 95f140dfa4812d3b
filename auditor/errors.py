"""Errors before an audit begins; each message is one sentence that says what to do.

AuditorError
├── BadInputError      wrong usage or bad input: exit code 2
└── MissingPartError   something this machine or this version lacks: exit code 2
"""


class AuditorError(Exception):
    """Base of the errors that the user sees without a traceback.

    ``text`` is a source text of the catalogues (``reports.i18n.terminal``) with ``values`` for its
    braces, so that the command line can say it in the user's language; without values it is the
    whole sentence.
    """

    def __init__(self, text: str, /, **values: str) -> None:
        super().__init__(text.format(**values) if values else text)
        self.text = text
        self.values = values


class BadInputError(AuditorError):
    """The user gave something that cannot be used."""


class MissingPartError(AuditorError):
    """Something that was requested is missing on this machine or in this version."""
