"""Twitter, now X: posts, profiles, lists, live films and talks."""

from crawlers.model import Artefact, Kind, Reason, State, Visibility
from crawlers.providers.base import Answer, Example, Flow, Provider, Shape
from crawlers.providers.flow import (
    doubted,
    judge,
    oembed_says_public,
    oembed_url,
    page_flow,
    settled,
)

_HOSTS = r"(?:(?:www|mobile|m)\.)?(?:twitter|x)\.com"
_ID = r"(?P<id>\d{2,})"
_SITE = (
    "about|account|accounts|ads|apps|articles|business|compose|contacts|download|en|explore"
    "|favorites|followers|following|find_sources|goodies|hashtag|help|home|i|index\\.html|intent|invitations"
    "|jobs|jobs-list|login|logged_out|logout|manifest\\.json|media_signup|mentions|messages|notifications"
    "|oauth|opensearch\\.xml|personalization|privacy|public_timeline|replies|robots\\.txt|rules|saved_searches"
    "|search|search-advanced|search-home|sessions|settings|share|signin|signup|sitemaps|statuses"
    "|status|subscriptions|tos|trends|users|who_to_follow|widgets|widgets\\.js"
)
_USER = rf"@?(?P<user>(?!(?i:{_SITE})(?:[/?]|$))[A-Za-z0-9_]{{1,20}})"
_POST = "https://twitter.com/{user}/status/{id}"
_NAMELESS = "https://twitter.com/i/status/{id}"
_PROFILE = "https://twitter.com/{user}"
_TABS = (
    r"(?:/(?:with_replies|media|likes|favorites|followers|following|lists|highlights|moments"
    r"|articles|photos?))?/?"
)
_SOURCE = "iframely's Twitter rules, the oEmbed registry, embeds in public code; read 2026-11-25"


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """oEmbed alone for a post: its page is an app shell that asks strangers to log in.

    404, said twice, is removed; 403 has three meanings (protected, from an age on, suspended).
    What has no oEmbed is judged by its page, and being sent to the log-in proves nothing there.
    """
    if not artefact.native_id.isdigit():
        verdict = yield from page_flow(provider, artefact.canonical_url)
        return doubted(verdict, State.LOGIN_REQUIRED)

    def verdict_of(answer: Answer) -> Visibility:
        if oembed_says_public(answer.capture):
            return answer.capture.visibility(State.VISIBLE, Reason.OEMBED_ANSWER)
        return doubted(judge(provider, answer), State.LOGIN_REQUIRED)

    return (yield from settled(oembed_url(provider, artefact), verdict_of))


PROVIDER = Provider(
    id="twitter",
    name="Twitter",
    kinds=(Kind.SOCIAL,),
    hosts=("twitter.com", "x.com"),
    shapes=(
        Shape(
            path=rf"/{_USER}/status(?:es)?/{_ID}(?:[/&].*)?",
            canonical=_POST,
            host=_HOSTS,
        ),
        Shape(
            path=rf"/(?:i/(?:web/)?status|statuses)/{_ID}(?:[/&].*)?",
            canonical=_NAMELESS,
            host=_HOSTS,
        ),
        # Between 2010 and 2012 addresses stood in the fragment.
        Shape(
            path=r"/?",
            fragment=rf"!/{_USER}/status(?:es)?/{_ID}(?:/.*)?",
            canonical=_POST,
            host=_HOSTS,
        ),
        Shape(
            path=r"/?",
            fragment=rf"!/{_USER}/?",
            canonical=_PROFILE,
            native_id="@{user}",
            host=_HOSTS,
        ),
        Shape(
            path=r"/embed/(?:Tweet|index)\.html",
            query={"id": _ID},
            canonical=_NAMELESS,
            host=r"platform\.twitter\.com",
        ),
        Shape(
            path=r"/i/(?P<form>lists|events|moments|broadcasts|spaces|communities|topics)/(?P<id>\w+)(?:/.*)?",
            canonical="https://twitter.com/i/{form}/{id}",
            native_id="{form}/{id}",
            host=_HOSTS,
        ),
        Shape(
            path=rf"/{_USER}/(?P<form>lists|timelines|moments|articles|article)/(?P<id>[\w%.-]+)(?:/.*)?",
            canonical="https://twitter.com/{user}/{form}/{id}",
            native_id="{form}/{user}/{id}",
            host=_HOSTS,
        ),
        Shape(
            path=rf"/{_USER}{_TABS}",
            canonical=_PROFILE,
            native_id="@{user}",
            host=_HOSTS,
        ),
        Shape(
            path=rf"/srv/timeline-profile/screen-name/{_USER}/?",
            canonical=_PROFILE,
            native_id="@{user}",
            host=r"syndication\.twitter\.com",
        ),
        Shape(
            path=r"/(?P<id>\w{8,12})/?",
            canonical="https://pic.twitter.com/{id}",
            native_id="pic/{id}",
            host=r"pic\.(?:twitter|x)\.com",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="1234567890123456789",
                canonical_url="https://twitter.com/ourriver/status/1234567890123456789",
                kind=Kind.SOCIAL,
            )
            for url in (
                "https://twitter.com/ourriver/status/1234567890123456789?ref_src=twsrc%5Etfw",
                "https://x.com/ourriver/status/1234567890123456789?s=20&t=a1B2",
                "https://mobile.twitter.com/ourriver/status/1234567890123456789/photo/1",
                "http://twitter.com/#!/ourriver/status/1234567890123456789",
                "http://twitter.com/ourriver/statuses/1234567890123456789",
            )
        ),
        *(
            Example(
                url=url,
                native_id="1234567890123456789",
                canonical_url="https://twitter.com/i/status/1234567890123456789",
                kind=Kind.SOCIAL,
            )
            for url in (
                "https://twitter.com/i/web/status/1234567890123456789",
                "https://platform.twitter.com/embed/Tweet.html?dnt=true&id=1234567890123456789",
            )
        ),
        *(
            Example(
                url=url,
                native_id="@ourriver",
                canonical_url="https://twitter.com/ourriver",
                kind=Kind.SOCIAL,
            )
            for url in (
                "https://twitter.com/ourriver?lang=es",
                "https://x.com/ourriver/media",
                "https://twitter.com/#!/ourriver",
            )
        ),
        Example(
            url="https://twitter.com/ourriver/lists/our-schools",
            native_id="lists/ourriver/our-schools",
            canonical_url="https://twitter.com/ourriver/lists/our-schools",
            kind=Kind.SOCIAL,
        ),
        Example(
            url="https://twitter.com/i/events/1234567890123456789",
            native_id="events/1234567890123456789",
            canonical_url="https://twitter.com/i/events/1234567890123456789",
            kind=Kind.SOCIAL,
        ),
    ),
    not_artefacts=(
        "https://twitter.com/",
        "https://twitter.com/home?status=Our%20river",
        "https://twitter.com/intent/tweet?url=https%3A%2F%2Fschool.example",
        "https://twitter.com/share?url=https%3A%2F%2Fschool.example",
        "https://twitter.com/hashtag/river",
        "https://twitter.com/search?q=river",
        "https://x.com/i/flow/login",
        "https://platform.twitter.com/widgets.js",
        "https://help.twitter.com/en",
        "https://nottwitter.com/ourriver/status/1234567890123456789",
        "https://fox.com/ourriver",
        "https://twitter.com.example.org/ourriver/status/1234567890123456789",
    ),
    oembed="https://publish.twitter.com/oembed?omit_script=1&url={url}",
    flow=flow,
    source=_SOURCE,
)
