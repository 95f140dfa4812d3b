"""Google Sites: the new sites (2016) and the classic ones, which are shut."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_USER = r"(?:/u/\d+)?"
_PATH = r"[^/]+(?:/(?!home/?$)[^/]+)*?"
_SOURCE = "addresses in public code, iframely's Google rules; read 2026-11-23"


PROVIDER = Provider(
    id="google-sites",
    name="Google Sites",
    kinds=(Kind.SITE,),
    hosts=("sites.google.com",),
    shapes=(
        # A site's root shows its page "home".
        Shape(
            path=rf"{_USER}/view/(?P<id>{_PATH})(?:/home)?/?",
            canonical="https://sites.google.com/view/{id}",
            native_id="view/{id}",
        ),
        Shape(
            path=rf"{_USER}/(?:a/)?(?P<domain>[\w-]+(?:\.[\w-]+)+)/(?P<id>{_PATH})(?:/home)?/?",
            canonical="https://sites.google.com/{domain}/{id}",
            native_id="{domain}/{id}",
        ),
        Shape(
            path=rf"{_USER}/site/(?P<id>{_PATH})(?:/home)?/?",
            canonical="https://sites.google.com/site/{id}",
            native_id="site/{id}",
        ),
        # The editor's address, pasted by mistake: it asks everybody else to log in.
        Shape(
            path=rf"{_USER}/[ds]/(?P<id>[\w-]+/p/[\w-]+)(?:/\w+)?/?",
            canonical="https://sites.google.com/d/{id}/edit",
            native_id="d/{id}",
        ),
    ),
    examples=(
        Example(
            url="https://sites.google.com/view/our-river-project/home?authuser=0",
            native_id="view/our-river-project",
            canonical_url="https://sites.google.com/view/our-river-project",
            kind=Kind.SITE,
        ),
        Example(
            url="https://sites.google.com/u/1/view/our-river-project/results",
            native_id="view/our-river-project/results",
            canonical_url="https://sites.google.com/view/our-river-project/results",
            kind=Kind.SITE,
        ),
        Example(
            url="https://sites.google.com/a/school.example.org/river",
            native_id="school.example.org/river",
            canonical_url="https://sites.google.com/school.example.org/river",
            kind=Kind.SITE,
        ),
        Example(
            url="http://sites.google.com/site/ourriver/",
            native_id="site/ourriver",
            canonical_url="https://sites.google.com/site/ourriver",
            kind=Kind.SITE,
        ),
    ),
    not_artefacts=(
        "https://sites.google.com/",
        "https://sites.google.com/new",
        "https://sites.google.com/u/0/new",
        "https://sites.google.com.example.org/view/our-river-project",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r".+",
            source="expected of a published site; not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.VISIBLE,
            reason=Reason.CONTENT_SHOWN,
            where="text",
            pattern=r"(?:\S+\s+){15}",
            source="a published page has words of its own; not confirmed",
            inferred=True,
        ),
    ),
    own_domains=True,
    source=_SOURCE,
)
