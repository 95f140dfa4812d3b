"""LinkedIn: posts, articles, events, and the pages of people, schools and groups."""

from crawlers.model import Artefact, Kind, Reason, State
from crawlers.providers.base import Example, Flow, Marker, Provider, Shape
from crawlers.providers.flow import page_flow, probe_url

_HOST = r"(?:(?:www|m|[a-z]{2})\.)?linkedin\.com"
_URN = r"urn(?::|%3[Aa])li(?::|%3[Aa])(?P<form>[A-Za-z]+)(?::|%3[Aa])(?P<id>\d{5,}(?:-\d{5,})?)"
_POST = "https://www.linkedin.com/feed/update/urn:li:{form}:{id}"
_NAME = r"(?P<id>[\w.%&'()+~-]+)"
_SOURCE = (
    "wuaishare/sharextract issue 30 (2026-09-06: a post's public frame), php-embed/Embed issues "
    "161 and 229 (status 999) and addresses in public code; read 2026-11-25"
)


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """A post is looked at in its public frame; its own page sends strangers to the log-in.

    A post that may not be shown outside has no frame, so no frame is no sign of its being gone.
    """
    url = probe_url(provider, artefact)
    if artefact.native_id.startswith("urn:"):
        url = f"https://www.linkedin.com/embed/feed/update/{artefact.native_id}"
    verdict = yield from page_flow(provider, url)
    if verdict.state is State.REMOVED and "/embed/" in url:
        return verdict.model_copy(
            update={"state": State.UNDETERMINED, "reason": Reason.NO_PUBLIC_SIGN}
        )
    return verdict


PROVIDER = Provider(
    id="linkedin",
    name="LinkedIn",
    kinds=(Kind.SOCIAL,),
    hosts=("linkedin.com",),
    shapes=(
        Shape(
            path=rf"/(?:embed/)?(?:feed/update|video/(?:live|event)|events?)/{_URN}(?:/.*)?",
            canonical=_POST,
            native_id="urn:li:{form}:{id}",
            host=_HOST,
        ),
        Shape(
            path=r"/posts/(?:[^/]*[-_])?(?P<form>activity|share|ugcPost)[-:](?P<id>\d{5,})"
            r"(?:-[\w-]*)?(?:/.*)?",
            canonical=_POST,
            native_id="urn:li:{form}:{id}",
            host=_HOST,
        ),
        Shape(
            path=r"/(?P<form>pulse|newsletters)/(?P<id>[^/]+)(?:/.*)?",
            canonical="https://www.linkedin.com/{form}/{id}",
            native_id="{form}/{id}",
            host=_HOST,
        ),
        Shape(
            path=r"/events/(?P<name>[^/]*?)(?P<id>\d{12,})(?:/.*)?",
            canonical="https://www.linkedin.com/events/{id}",
            native_id="events/{id}",
            host=_HOST,
        ),
        Shape(
            path=rf"/(?:mwlite/)?(?P<form>in|company|school|showcase)/(?!login|setup){_NAME}(?:/.*)?",
            canonical="https://www.linkedin.com/{form}/{id}",
            native_id="{form}/{id}",
            host=_HOST,
        ),
        Shape(
            path=r"/groups/(?:[\w%-]+-)?(?P<id>\d{4,})(?:/.*)?",
            canonical="https://www.linkedin.com/groups/{id}",
            native_id="groups/{id}",
            host=_HOST,
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="urn:li:activity:7012345678901234567",
                canonical_url="https://www.linkedin.com/feed/update/urn:li:activity:7012345678901234567",
                kind=Kind.SOCIAL,
            )
            for url in (
                "https://www.linkedin.com/posts/ourschool_our-river-activity-7012345678901234567-aB1c"
                "?utm_source=share&utm_medium=member_desktop",
                "https://www.linkedin.com/feed/update/urn:li:activity:7012345678901234567/",
                "https://www.linkedin.com/embed/feed/update/urn%3Ali%3Aactivity%3A7012345678901234567",
            )
        ),
        Example(
            url="https://www.linkedin.com/embed/feed/update/urn:li:share:7012345678901234568?collapsed=1",
            native_id="urn:li:share:7012345678901234568",
            canonical_url="https://www.linkedin.com/feed/update/urn:li:share:7012345678901234568",
            kind=Kind.SOCIAL,
        ),
        Example(
            url="https://www.linkedin.com/pulse/our-river-ann-example-ab1cd/?trackingId=x",
            native_id="pulse/our-river-ann-example-ab1cd",
            canonical_url="https://www.linkedin.com/pulse/our-river-ann-example-ab1cd",
            kind=Kind.SOCIAL,
        ),
        Example(
            url="https://www.linkedin.com/events/ourriverday7012345678901234567/comments/",
            native_id="events/7012345678901234567",
            canonical_url="https://www.linkedin.com/events/7012345678901234567",
            kind=Kind.SOCIAL,
        ),
        Example(
            url="https://dk.linkedin.com/company/our-school/posts/?feedView=all",
            native_id="company/our-school",
            canonical_url="https://www.linkedin.com/company/our-school",
            kind=Kind.SOCIAL,
        ),
        Example(
            url="https://www.linkedin.com/groups/1234567/",
            native_id="groups/1234567",
            canonical_url="https://www.linkedin.com/groups/1234567",
            kind=Kind.SOCIAL,
        ),
    ),
    not_artefacts=(
        "https://www.linkedin.com/",
        "https://www.linkedin.com/login",
        "https://www.linkedin.com/feed/",
        "https://www.linkedin.com/shareArticle?mini=true&url=https%3A%2F%2Fschool.example.org%2F",
        "https://www.linkedin.com/sharing/share-offsite/?url=https%3A%2F%2Fschool.example.org%2F",
        "https://www.linkedin.com/jobs/view/1234567890",
        "https://www.linkedin.com/help/linkedin/answer/12345",
        "https://platform.linkedin.com/in.js",
        "https://www.linkedin.com.example.org/company/our-school",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.CONTENT_SHOWN,
            where="body",
            pattern=r"attributed-text-segment-list__content",
            source="expected of the public frame of a post; not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:linkedin(?:\b.*)?|log ?in.*|sign (?:in|up).*|join .*)\s*$).+",
            source="expected of what strangers may read; not confirmed",
            inferred=True,
        ),
    ),
    flow=flow,
    source=_SOURCE,
)
