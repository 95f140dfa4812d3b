"""Google Drawings: drawings."""

from functools import partial

from crawlers.model import Artefact, Kind, Reason, State, Visibility
from crawlers.providers.base import Answer, Example, Flow, Marker, Provider, Shape
from crawlers.providers.delivery import judge_file
from crawlers.providers.flow import common_flow, judge, probe_url, settled

# Two id spaces: d/ID is the file itself, d/e/PUBID what its owner published to the web.
_PREFIX = r"(?:/a/[^/]+)?/drawings(?:/a/[^/]+)?(?:/u/\d+)?"
_ID = r"(?P<id>(?a:[\w-]{5,}))"
_PUBLISHED = r"e/(?P<id>[\w-]{5,})"
_CANONICAL = "https://docs.google.com/drawings/d/{id}/edit"
_CANONICAL_PUBLISHED = "https://docs.google.com/drawings/d/e/{id}/pub"
_SOURCE = "iframely's Google rules (redirect to the sign-in page); read 2026-11-23"
_KEY = ("resourcekey",)


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """What was published to the web is a picture by itself; the file has a page."""
    if artefact.native_id.startswith("e/"):
        url = probe_url(provider, artefact)
        return (yield from settled(url, partial(_published, provider)))
    return (yield from common_flow(provider, artefact))


def _published(provider: Provider, answer: Answer) -> Visibility:
    """The verdict on a published drawing: a picture shows it, a page may say why not."""
    delivered = judge_file("png", answer)
    return delivered if delivered.state is State.VISIBLE else judge(provider, answer)


PROVIDER = Provider(
    id="google-drawings",
    name="Google Drawings",
    kinds=(Kind.IMAGE,),
    hosts=("docs.google.com",),
    shapes=(
        Shape(
            path=rf"{_PREFIX}/d/{_PUBLISHED}(?:/.*)?",
            canonical=_CANONICAL_PUBLISHED,
            native_id="e/{id}",
            keep=_KEY,
        ),
        Shape(path=rf"{_PREFIX}/d/{_ID}(?:/.*)?", canonical=_CANONICAL, keep=_KEY),
        # Addresses from before 2013 carry the id as a parameter.
        Shape(
            path=r"(?:/a/[^/]+)?/drawings/(?:pub|edit|image)",
            query={"id": _ID},
            canonical=_CANONICAL,
            keep=_KEY,
        ),
    ),
    examples=(
        Example(
            url="https://docs.google.com/drawings/d/1AbCdEfGhIjKlMnOpQrStUvWxYz01/edit?usp=sharing",
            native_id="1AbCdEfGhIjKlMnOpQrStUvWxYz01",
            canonical_url="https://docs.google.com/drawings/d/1AbCdEfGhIjKlMnOpQrStUvWxYz01/edit",
            kind=Kind.IMAGE,
        ),
        Example(
            url="https://docs.google.com/drawings/u/1/d/1AbCdEfGhIjKlMnOpQrStUvWxYz01/preview",
            native_id="1AbCdEfGhIjKlMnOpQrStUvWxYz01",
            canonical_url="https://docs.google.com/drawings/d/1AbCdEfGhIjKlMnOpQrStUvWxYz01/edit",
            kind=Kind.IMAGE,
        ),
        Example(
            url="https://docs.google.com/a/school.example.org/drawings/d/1AbCdEfGhIjKlMnOpQrStUvWxYz01/pub?w=960&h=720",
            native_id="1AbCdEfGhIjKlMnOpQrStUvWxYz01",
            canonical_url="https://docs.google.com/drawings/d/1AbCdEfGhIjKlMnOpQrStUvWxYz01/edit",
            kind=Kind.IMAGE,
        ),
        Example(
            url="https://docs.google.com/drawings/d/e/2PACX-1vQabcDEF123/pub?w=480",
            native_id="e/2PACX-1vQabcDEF123",
            canonical_url="https://docs.google.com/drawings/d/e/2PACX-1vQabcDEF123/pub",
            kind=Kind.IMAGE,
        ),
    ),
    not_artefacts=(
        "https://docs.google.com/",
        "https://docs.google.com/drawings/",
        "https://docs.google.com/drawings/u/0/",
        "https://docs.google.com.example.org/drawings/d/1AbCdEfGhIjKlMnOpQrStUvWxYz01/edit",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r".+",
            source="expected of a file that everybody may open; not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.REMOVED,
            reason=Reason.SOFT_NOT_FOUND,
            where="text",
            pattern=r"this (?:document|presentation|spreadsheet|drawing) is not published",
            source="wording expected, not confirmed",
            inferred=True,
        ),
    ),
    flow=flow,
    source=_SOURCE,
)
