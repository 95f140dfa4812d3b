"""TED: talks, playlists and series of talks, and TED-Ed's lessons."""

from dataclasses import replace

from crawlers.model import Artefact, Kind, Reason, State
from crawlers.providers.base import Example, Flow, Live, Marker, Provider, Shape
from crawlers.providers.flow import common_flow

_LISTS = "all|atoz|browse|lang|new|popular|quick-list|rss|search|subtitles|tags|topics|view"
_SLUG = rf"(?P<id>(?!(?:{_LISTS})(?:\.html)?(?:/|$))[A-Za-z0-9_-]+?)"
_TALK = "https://www.ted.com/talks/{id}"
_HOSTS = r"(?:(?:www|m|new)\.)?ted\.com"
_ANY = r"(?:(?:www|m|new|embed|embed-ssl)\.)?ted\.com"
_LESSON = r"(?P<form>lessons|on|best_of_web|featured|series)/(?P<id>[\w-]+?)"
_ED = ("ed.ted.com",)
_SOURCE = (
    "the oEmbed registry, feedsweep's TED rules (live answers), yt-dlp's TED extractor; "
    "read 2026-11-25"
)


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """The common flow; oEmbed is for talks alone, the others are judged by their page."""
    talk = "/" not in artefact.native_id
    return (yield from common_flow(provider if talk else replace(provider, oembed=""), artefact))


PROVIDER = Provider(
    id="ted",
    name="TED",
    kinds=(Kind.VIDEO,),
    hosts=("ted.com",),
    shapes=(
        Shape(
            path=rf"/(?:index\.php/)?(?:talks|embed|dubbing)/(?:lang/[\w-]+/)?{_SLUG}(?:\.html)?(?:/.*)?",
            canonical=_TALK,
            host=_ANY,
        ),
        Shape(
            path=r"/(?:index\.php/)?talks/view(?:/lang/[\w-]+)?/id/(?P<id>\d+)/?",
            canonical="https://www.ted.com/talks/view/id/{id}",
            native_id="view/{id}",
            host=_HOSTS,
        ),
        Shape(
            path=r"/playlists/(?P<id>\d+)(?:/.*)?",
            canonical="https://www.ted.com/playlists/{id}",
            native_id="playlists/{id}",
            host=_ANY,
        ),
        Shape(
            path=r"/(?P<form>playlists|series)/(?P<id>[a-z][\w-]+)(?:/.*)?",
            canonical="https://www.ted.com/{form}/{id}",
            native_id="{form}/{id}",
            host=_ANY,
        ),
        Shape(
            path=rf"/{_LESSON}(?:[/?].*)?",
            canonical="https://ed.ted.com/{form}/{id}",
            native_id="{form}/{id}",
            hosts=_ED,
        ),
        Shape(
            path=r"/video/(?P<id>[\w%.-]+)/?",
            canonical="http://tedxtalks.ted.com/video/{id}",
            native_id="tedx/{id}",
            hosts=("tedxtalks.ted.com",),
        ),
        Shape(
            path=r"/(?P<id>\w{4,})/?",
            canonical="https://go.ted.com/{id}",
            native_id="go/{id}",
            hosts=("go.ted.com",),
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="ann_example_what_a_river_says",
                canonical_url="https://www.ted.com/talks/ann_example_what_a_river_says",
                kind=Kind.VIDEO,
            )
            for url in (
                "https://www.ted.com/talks/ann_example_what_a_river_says?language=es",
                "https://www.ted.com/talks/ann_example_what_a_river_says/transcript",
                "https://www.ted.com/talks/lang/en/ann_example_what_a_river_says.html",
                "https://embed.ted.com/talks/ann_example_what_a_river_says",
                "https://embed.ted.com/embed/ann_example_what_a_river_says",
                "https://embed-ssl.ted.com/talks/lang/pt-br/ann_example_what_a_river_says.html",
                "http://www.ted.com/index.php/talks/ann_example_what_a_river_says.html",
            )
        ),
        *(
            Example(
                url=url,
                native_id="lessons/what-a-river-says-ann-example",
                canonical_url="https://ed.ted.com/lessons/what-a-river-says-ann-example",
                kind=Kind.VIDEO,
            )
            for url in (
                "https://ed.ted.com/lessons/what-a-river-says-ann-example",
                "https://ed.ted.com/lessons/what-a-river-says-ann-example/review_open#question-1",
            )
        ),
        Example(
            url="https://ed.ted.com/on/aB1cD2eF",
            native_id="on/aB1cD2eF",
            canonical_url="https://ed.ted.com/on/aB1cD2eF",
            kind=Kind.VIDEO,
        ),
        Example(
            url="https://www.ted.com/playlists/171/talks_about_water",
            native_id="playlists/171",
            canonical_url="https://www.ted.com/playlists/171",
            kind=Kind.VIDEO,
        ),
        Example(
            url="https://www.ted.com/series/small_rivers#season_2",
            native_id="series/small_rivers",
            canonical_url="https://www.ted.com/series/small_rivers",
            kind=Kind.VIDEO,
        ),
    ),
    not_artefacts=(
        "https://www.ted.com/",
        "https://www.ted.com/talks",
        "https://www.ted.com/talks?topics[]=water",
        "https://www.ted.com/talks/quick-list",
        "https://www.ted.com/speakers/ann_example",
        "https://www.ted.com/tedx/events/12345",
        "https://ed.ted.com/lessons",
        "https://ed.ted.com/",
        "https://blog.ted.com/talks/ann_example_what_a_river_says",
        "https://www.nutted.com/talks/ann_example_what_a_river_says",
        "https://ted.com.example.org/talks/ann_example_what_a_river_says",
    ),
    oembed="https://www.ted.com/services/v1/oembed.json?url={url}",
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!\s*ted(?:-ed)?\b\W*(?:ideas.*|talks|lessons.*)?$).+",
            source="yt-dlp's TED extractor takes a talk's title there, read 2026-11-25; that "
            "nothing else has one is expected, not confirmed",
            inferred=True,
        ),
    ),
    flow=flow,
    live=Live(
        public="https://www.ted.com/talks/candace_parker_how_to_break_down_barriers_and_not_accept_limits",
        missing="https://www.ted.com/talks/candace_parker_how_to_break_down_bazzzzzz_and_not_accept_limits",
        source="an example in yt-dlp's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
