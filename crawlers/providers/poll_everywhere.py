"""Poll Everywhere: polls, surveys, word clouds, and the page where a presenter's polls appear."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Live, Marker, Provider, Shape

_TYPE = (
    r"(?P<form>(?:\w+_)?polls|surveys|discourses|clickable_images|word_clouds?|open_endeds?"
    r"|competitions|rankings|emotion_scales|activities|questions|numeric_responses|icebreakers"
    r"|brainstorms|segmented_by_polls)"
)
_ID = r"(?P<id>(?!new(?:/|$))[A-Za-z0-9]{6,40})"
_LIVE = r"(?:(?:www|m)\.)?pollev\.com"
_WORDS = (
    "about|activities|api|app|apps|assets|demo|discover|features|help|home|join|login|logout|me"
    "|plans|pricing|privacy|proxy|register|signin|signup|sso|support|terms|users?|welcome"
)
_SOURCE = "the Moodle multi-embed filter and frames in public code; read 2026-11-25"


PROVIDER = Provider(
    id="poll-everywhere",
    name="Poll Everywhere",
    kinds=(Kind.QUIZ,),
    hosts=("polleverywhere.com", "pollev.com", "pollev-embeds.com"),
    shapes=(
        Shape(
            path=rf"/(?:my/)?{_TYPE}/{_ID}(?:/.*)?",
            canonical="https://www.polleverywhere.com/{form}/{id}",
            host=rf"(?:(?:www|embed|m|beta|viewer)\.)?polleverywhere\.com|{_LIVE}"
            r"|(?:www\.)?pollev-embeds\.com",
        ),
        # A presenter's page shows whatever poll is open; it answers to a name that was chosen.
        Shape(
            path=rf"/(?!(?:{_WORDS})(?:/|$))(?P<id>[\w.-]{{3,}})(?:/respond|/vote)?/?",
            canonical="https://pollev.com/{id}",
            native_id="live/{id}",
            host=rf"{_LIVE}|(?:www\.)?pollev-embeds\.com",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="aB3dE6gH9jKlMn0",
                canonical_url="https://www.polleverywhere.com/multiple_choice_polls/aB3dE6gH9jKlMn0",
                kind=Kind.QUIZ,
            )
            for url in (
                "https://www.polleverywhere.com/multiple_choice_polls/aB3dE6gH9jKlMn0?preview=true",
                "https://embed.polleverywhere.com/multiple_choice_polls/aB3dE6gH9jKlMn0"
                "?controls=none&short_poll=true",
                "http://www.polleverywhere.com/multiple_choice_polls/aB3dE6gH9jKlMn0/web",
                "https://pollev.com/multiple_choice_polls/aB3dE6gH9jKlMn0/respond",
            )
        ),
        Example(
            url="https://pollev.com/surveys/aB3dE6gH9jKlMn0pQrStU/respond",
            native_id="aB3dE6gH9jKlMn0pQrStU",
            canonical_url="https://www.polleverywhere.com/surveys/aB3dE6gH9jKlMn0pQrStU",
            kind=Kind.QUIZ,
        ),
        Example(
            url="http://PollEv.com/ourteacher365",
            native_id="live/ourteacher365",
            canonical_url="https://pollev.com/ourteacher365",
            kind=Kind.QUIZ,
        ),
    ),
    not_artefacts=(
        "https://www.polleverywhere.com/",
        "https://www.polleverywhere.com/login",
        "https://www.polleverywhere.com/my/polls",
        "https://www.polleverywhere.com/polls/new",
        "https://www.polleverywhere.com/word-cloud",
        "https://pollev.com/",
        "https://pollev.com/home",
        "https://blog.polleverywhere.com/free-text-polls",
        "https://pollev.com.example.org/ourteacher365",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:poll ?(?:everywhere|ev)(?:\b.*)?|log ?in.*|sign (?:in|up).*)\s*$).+",
            source="expected of a public poll; not confirmed",
            inferred=True,
        ),
    ),
    live=Live(
        public="https://www.polleverywhere.com/ranking_polls/7LLFJoRV9oAoolv",
        missing="https://www.polleverywhere.com/ranking_polls/7LLFJoRV9zZzzzz",
        source="an example in filter_multiembed's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
