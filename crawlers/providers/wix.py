"""Wix: sites under the name of an account, and their pages; forms by themselves."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

# Hosts of the builder itself; everything else before ``.wix.com`` was an account until 2016.
_OWN = (
    "www|[a-z]{2}|account|ads|apps?|[\\w-]*api|blog|bookings|bo|calendar|careers|chat|community|compliance"
    "|contacts|create|dev|devforum|download|editor|email|engage|engineering|events?|fitness|forms"
    "|forum|frog|go|help|hotels|images?|inbox|investors|jobs|labs|learn|legal|lp|mail|manage|media"
    "|mobile|music|my|offers|panorama|partners|photos?|playground|premium|press|product\\w*|restaurants"
    "|server|shop|site|siteassets|static\\w*|status|stores?|studio|support|templates?|universe|users?"
    "|video|viewer|www-\\w+|ecommerce|domains?|logo|marketplace|upgrade"
)
_ACCOUNT = r"(?P<user>(?!www\.)[\w-]+)"
_OLD = rf"(?P<user>(?!(?:{_OWN})\.)[a-z0-9-]+)\.wix\.com"
# One site of the account and a page in it; uploads (``_files``) are files by themselves.
_SITE = r"(?P<site>(?!_|robots\.txt|sitemap|favicon)[\w%.~-]+)"
_PAGE = r"(?P<page>(?:/(?!_)[^/]+)*?)"
_CANONICAL = "https://{user}.wixsite.com/{site}{page}"
_SOURCE = "addresses in public code; what a page answers is expected; read 2026-11-25"


PROVIDER = Provider(
    id="wix",
    name="Wix",
    kinds=(Kind.SITE, Kind.FORM),
    hosts=("wixsite.com", "wix.com", "wixstudio.io", "wixstudio.com", "editorx.io"),
    shapes=(
        Shape(
            path=rf"/{_SITE}{_PAGE}/?",
            canonical=_CANONICAL,
            native_id="{user}/{site}{page}",
            hosts=("wixsite.com",),
            host=rf"(?:www\.)?{_ACCOUNT}\.wixsite\.com",
        ),
        Shape(
            path=r"/",
            canonical="https://{user}.wixsite.com/",
            native_id="{user}",
            hosts=("wixsite.com",),
            host=rf"(?:www\.)?{_ACCOUNT}\.wixsite\.com",
        ),
        # Until 2016 a site stood under wix.com; those addresses lead to the ones of today.
        Shape(
            path=rf"/{_SITE}{_PAGE}/?",
            canonical=_CANONICAL,
            native_id="{user}/{site}{page}",
            hosts=("wix.com",),
            host=rf"(?:www\.)?{_OLD}",
        ),
        Shape(
            path=rf"/{_SITE}{_PAGE}/?",
            canonical="https://{host}/{site}{page}",
            native_id="{host}/{site}{page}",
            hosts=("wixstudio.io", "wixstudio.com", "editorx.io"),
            host=r"(?!(?:www|help|support)\.)[\w-]+\.(?:wixstudio\.(?:io|com)|editorx\.io)",
        ),
        Shape(
            path=r"/(?P<id>[fr]/\d{6,})/?",
            canonical="https://forms.wix.com/{id}",
            native_id="forms/{id}",
            hosts=("forms.wix.com",),
            kind=Kind.FORM,
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="ourteacher/our-river",
                canonical_url="https://ourteacher.wixsite.com/our-river",
                kind=Kind.SITE,
            )
            for url in (
                "https://ourteacher.wixsite.com/our-river",
                "http://ourteacher.wixsite.com/our-river/?utm_source=x",
                "http://ourteacher.wix.com/our-river#!home/mainPage",
            )
        ),
        Example(
            url="https://ourteacher.wixsite.com/our-river/post/water-day?lang=fr",
            native_id="ourteacher/our-river/post/water-day",
            canonical_url="https://ourteacher.wixsite.com/our-river/post/water-day",
            kind=Kind.SITE,
        ),
        Example(
            url="https://ourteacher.wixstudio.io/our-river/results",
            native_id="ourteacher.wixstudio.io/our-river/results",
            canonical_url="https://ourteacher.wixstudio.io/our-river/results",
            kind=Kind.SITE,
        ),
        Example(
            url="https://forms.wix.com/f/7012345678901234567",
            native_id="forms/f/7012345678901234567",
            canonical_url="https://forms.wix.com/f/7012345678901234567",
            kind=Kind.FORM,
        ),
    ),
    not_artefacts=(
        "https://www.wix.com/",
        "https://www.wix.com/features/main",
        "https://users.wix.com/signin",
        "https://support.wix.com/en/article/sharing",
        "https://fr.wix.com/blog/article",
        "https://manage.wix.com/dashboard/a1b2c3d4",
        "https://wixsite.com/",
        "https://ourteacher.wixsite.com.example.org/our-river",
    ),
    markers=(
        # The page that asks for a site's password is drawn by a script around the site's own
        # title, so that only words in the page itself are a sign of its being shown.
        Marker(
            state=State.VISIBLE,
            reason=Reason.CONTENT_SHOWN,
            where="text",
            pattern=r"(?:\S+\s+){40}",
            source="expected of an open page; not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PASSWORD_ASKED,
            where="text",
            pattern=r"\bguest area\b",
            source="Wix's help on protecting pages; wording expected, not confirmed",
            inferred=True,
        ),
    ),
    own_domains=True,
    source=_SOURCE,
)
