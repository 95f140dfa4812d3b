"""Google Forms: forms and quizzes that visitors fill in."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

# Two id spaces: d/ID is the editor's, d/e/ID the respondents'; the first redirects to the second.
_PREFIX = r"(?:/a/[^/]+)?/forms(?:/a/[^/]+)?(?:/u/\d+)?"
_ID = r"(?P<id>[\w-]{5,})"
_CANONICAL = "https://docs.google.com/forms/d/{id}/viewform"
_SOURCE = "iframely's Google rules and addresses in public code; read 2026-11-23"

PROVIDER = Provider(
    id="google-forms",
    name="Google Forms",
    kinds=(Kind.FORM,),
    hosts=("docs.google.com", "forms.gle", "goo.gl", "spreadsheets.google.com"),
    shapes=(
        Shape(
            path=rf"/{_ID}/?",
            canonical="https://forms.gle/{id}",
            native_id="gle/{id}",
            hosts=("forms.gle",),
        ),
        Shape(
            path=rf"/forms/{_ID}/?",
            canonical="https://goo.gl/forms/{id}",
            native_id="goo.gl/{id}",
            hosts=("goo.gl",),
        ),
        Shape(
            path=rf"{_PREFIX}/d/e/{_ID}(?:/.*)?",
            canonical="https://docs.google.com/forms/d/e/{id}/viewform",
            native_id="e/{id}",
            hosts=("docs.google.com",),
        ),
        Shape(path=rf"{_PREFIX}/d/{_ID}(?:/.*)?", canonical=_CANONICAL, hosts=("docs.google.com",)),
        # Addresses from before 2013.
        Shape(
            path=r"(?:/a/[^/]+)?(?:/spreadsheet)?/(?:viewform|embeddedform)",
            query={"formkey": _ID},
            canonical="https://docs.google.com/spreadsheet/viewform?formkey={id}",
            native_id="formkey/{id}",
            hosts=("docs.google.com", "spreadsheets.google.com"),
        ),
    ),
    examples=(
        Example(
            url="https://docs.google.com/forms/d/e/1FAIpQLSabcDEF123/viewform?embedded=true",
            native_id="e/1FAIpQLSabcDEF123",
            canonical_url="https://docs.google.com/forms/d/e/1FAIpQLSabcDEF123/viewform",
            kind=Kind.FORM,
        ),
        Example(
            url="https://docs.google.com/forms/d/e/1FAIpQLSabcDEF123/closedform",
            native_id="e/1FAIpQLSabcDEF123",
            canonical_url="https://docs.google.com/forms/d/e/1FAIpQLSabcDEF123/viewform",
            kind=Kind.FORM,
        ),
        Example(
            url="https://docs.google.com/forms/u/0/d/1AbCdEfGhIjKlMnOp/edit",
            native_id="1AbCdEfGhIjKlMnOp",
            canonical_url="https://docs.google.com/forms/d/1AbCdEfGhIjKlMnOp/viewform",
            kind=Kind.FORM,
        ),
        Example(
            url="http://goo.gl/forms/AbCdEfGhIj",
            native_id="goo.gl/AbCdEfGhIj",
            canonical_url="https://goo.gl/forms/AbCdEfGhIj",
            kind=Kind.FORM,
        ),
        Example(
            url="https://spreadsheets.google.com/embeddedform?formkey=dEfGhIjKlMnOpQrSt6",
            native_id="formkey/dEfGhIjKlMnOpQrSt6",
            canonical_url="https://docs.google.com/spreadsheet/viewform?formkey=dEfGhIjKlMnOpQrSt6",
            kind=Kind.FORM,
        ),
        Example(
            url="https://forms.gle/AbCdEfGhIjKlMnOp7",
            native_id="gle/AbCdEfGhIjKlMnOp7",
            canonical_url="https://forms.gle/AbCdEfGhIjKlMnOp7",
            kind=Kind.FORM,
        ),
    ),
    not_artefacts=(
        "https://docs.google.com/forms/",
        "https://docs.google.com/forms/u/0/",
        "https://forms.gle/",
        "https://www.google.com/forms/about/",
        "https://docs.google.com.example.org/forms/d/e/1FAIpQLSabcDEF123/viewform",
    ),
    markers=(
        # The visitor is told that the form takes no more answers and sees no question.
        Marker(
            state=State.REMOVED,
            reason=Reason.CLOSED,
            where="final_url",
            pattern=r"^https://docs\.google\.com/forms/.*/closedform",
            source=_SOURCE,
        ),
        Marker(
            state=State.VISIBLE,
            reason=Reason.CONTENT_SHOWN,
            where="body",
            pattern=r"\bFB_PUBLIC_LOAD_DATA_\b",
            source=_SOURCE,
        ),
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:embed",
            pattern=r".+",
            source=_SOURCE,
            inferred=True,
        ),
        Marker(
            state=State.LOGIN_REQUIRED,
            reason=Reason.LOGIN_ASKED,
            where="text",
            pattern=r"you must be signed in|sign in to continue",
            source="expected of forms with file upload or one answer each; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
