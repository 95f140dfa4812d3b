"""Microsoft Forms: forms and quizzes that visitors fill in."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_ID = r"(?P<id>[\w.~=-]{10,})"
_PAGE = "https://forms.office.com/Pages/ResponsePage.aspx?id={id}"
_PAGE_NAMES = r"(?:response|quizresponse|shareform|design|analysis)page(?:v2)?"
_PAGES = rf"/(?i:(?:formspro/)?pages/{_PAGE_NAMES}\.aspx)"
_SOURCE = "addresses in public code; read 2026-11-23"

PROVIDER = Provider(
    id="microsoft-forms",
    name="Microsoft Forms",
    kinds=(Kind.FORM,),
    hosts=("forms.office.com", "forms.cloud.microsoft", "forms.microsoft.com"),
    shapes=(
        # A code and an id lead to the same form, which only the redirect tells.
        Shape(
            path=r"/(?P<form>[reg])/(?P<id>[\w-]{4,})/?",
            canonical="https://forms.office.com/{form}/{id}",
            native_id="{form}/{id}",
        ),
        Shape(
            path=_PAGES,
            query={"id": _ID},
            canonical=_PAGE,
        ),
        Shape(path=_PAGES, query={"FormId": _ID}, canonical=_PAGE, without=("id",)),
        Shape(
            path=r"/(?i:pages/designpage(?:v2)?\.aspx)",
            fragment=r"(?:.*&)?FormId=(?P<id>[\w.~-]{10,})(?:&.*)?",
            canonical=_PAGE,
        ),
    ),
    examples=(
        Example(
            url="https://forms.office.com/Pages/ResponsePage.aspx?id=AbCdEf0123456789UNTk4u&embed=true",
            native_id="AbCdEf0123456789UNTk4u",
            canonical_url="https://forms.office.com/Pages/ResponsePage.aspx?id=AbCdEf0123456789UNTk4u",
            kind=Kind.FORM,
        ),
        Example(
            url="https://forms.office.com/pages/responsepage.aspx?route=shorturl&id=AbCdEf0123456789UNTk4u",
            native_id="AbCdEf0123456789UNTk4u",
            canonical_url="https://forms.office.com/Pages/ResponsePage.aspx?id=AbCdEf0123456789UNTk4u",
            kind=Kind.FORM,
        ),
        Example(
            url="https://forms.cloud.microsoft/e/AbCdEf1234",
            native_id="e/AbCdEf1234",
            canonical_url="https://forms.office.com/e/AbCdEf1234",
            kind=Kind.FORM,
        ),
    ),
    not_artefacts=(
        "https://forms.office.com/",
        "https://forms.office.com/Pages/DesignPage.aspx",
        "https://support.microsoft.com/en-us/forms",
        "https://forms.office.com.example.org/r/AbCdEf1234",
    ),
    markers=(
        # The page is a program that draws the form; its title is the form's once it is allowed.
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!microsoft forms$).+",
            source="expected of a form open to everybody; not confirmed",
            inferred=True,
        ),
    ),
    eyes=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.CONTENT_SHOWN,
            where="element",
            pattern="[data-automation-id='questionItem']",
            source="programs that fill in such forms, in public code (ten); read 2026-11-25",
        ),
    ),
    source=_SOURCE,
)
