"""Projects whose judgement is known: each shows its results, or hides them, in one way.

What is expected stands beside the pages, written before any program judged them.
"""

from __future__ import annotations

from tests.replica.answers import Answer, Ask, Handler, to
from tests.replica.pieces import frame, frame_markup, link, raw
from tests.replica.sites import esep_frame as at
from tests.replica.sites.kit import (
    closed_page,
    film,
    page,
    paper,
    photo,
    project,
    section,
    wall,
    words,
)
from tests.replica.sites.site import Expected

_DID = "Our pupils measured, drew, asked and wrote down what they found in both towns."
_PHASES = ("planning", "process", "product", "evaluation", "dissemination")
_PASSED = ("passed", "results_visible_passed")
_FAILED = ("failed", "results_visible_failed")
_CANT_TELL = ("cant_tell", "results_visible_cant_tell")
_TROUBLE = (
    "artefact_lost",
    "artefact_not_checked",
    "coverage_incomplete",
    "embed_blocked",
    "layout_unknown",
    "page_not_checked",
    "page_refused",
    "personal_data",
)


def _no_trouble(*but: str) -> tuple[str, ...]:
    """Every check that finds something wrong, without those that are right to do so."""
    return tuple(check for check in _TROUBLE if check not in but)


_ALL_VISIBLE = project(
    "all_visible",
    "turtles-on-the-move",
    "Turtles on the Move",
    page("project-plan", "Project plan", words(_DID, 3), paper("turtles/plan.pdf", "The plan")),
    page(
        "activities",
        "Activities",
        words(_DID),
        film("OpenTurtle1"),
        photo("turtles/beach.jpg"),
        photo("turtles/nest.jpg"),
        photo("turtles/map.png"),
    ),
    page(
        "our-final-product",
        "Our final product",
        link("storyjumper", "https://www.storyjumper.com/book/read/150123456", "The book"),
        link("genially", "https://view.genially.com/64a1b2c3d4e5f60718293a4b", "The game"),
    ),
    page(
        "evaluation",
        "Evaluation",
        words(_DID),
        link(
            "gdoc",
            "https://docs.google.com/document/d/1SeaDocsPublicAbcdefghijklmnopq02/edit",
            "What everybody said",
        ),
    ),
    page(
        "dissemination",
        "Dissemination",
        words(_DID),
        link(
            "slideshare",
            "https://www.slideshare.net/seateacher/fishing-then-and-now-248163264",
            "Our talk at the library",
        ),
    ),
    page("e-safety", "e-Safety", words(_DID, 3)),
    home=(words("Two schools follow the turtles."), photo("turtles/emblem.png", "Emblem")),
    members="Denmark(1), Portugal(1)",
    expected=Expected(
        *_PASSED,
        {"artefacts": 9, "visible": 9, "lost": 0, "undetermined": 0, "pages_refused": 0},
        found=_PHASES,
        seen=(*_PHASES, "esafety"),
        absent=_no_trouble(),
    ),
)
_NOTHING_VISIBLE = project(
    "nothing_visible",
    "bridges-of-bread",
    "Bridges of Bread",
    closed_page("our-plan", "Our plan"),
    closed_page("activities-march", "Activities in March", "login"),
    closed_page("bread-book", "Final product: the bread book", "form"),
    closed_page("evaluation", "Evaluation", "softly"),
    closed_page("dissemination", "Dissemination"),
    section("materials", "Materials"),
    section("members", "Members", "login"),
    home=(words("Three schools bake the bread of their grandmothers."),),
    members="Denmark(1), Romania(1), Spain(1)",
    expected=Expected(
        *_FAILED,
        # Four closed pages could show results; the plan is not a result.
        {"artefacts": 0, "visible": 0, "result_pages": 0, "pages_refused": 4},
        missing=_PHASES,
        findings=("page_refused:fix", "page_refused:note"),
        absent=_no_trouble("page_refused"),
    ),
)
_MEMBERS_PAGES = project(
    "members_pages_only",
    "wind-over-water",
    "Wind over Water",
    page("project-plan", "Project plan", words(_DID, 4)),
    page("our-schools", "Our schools", words(_DID, 4)),
    page("e-safety", "e-Safety", words(_DID, 3)),
    closed_page("results", "Results"),
    closed_page("e-book", "Our e-book", "login"),
    closed_page("evaluation", "Evaluation of the project", "form"),
    home=(
        words("Two schools build mills and count their turns."),
        raw("<h2>Latest updates</h2><p>Our first day, with two pictures of it.</p>"),
        photo("wind/first-day.jpg"),
        photo("wind/first-mill.jpg"),
    ),
    members="Denmark(1), Netherlands(1)",
    expected=Expected(
        *_FAILED,
        # Two snapshots of the first day may be results or not; three pages would show some.
        {"artefacts": 0, "visible": 0, "pages_refused": 3, "doubtful": 2},
        found=("planning",),
        missing=_PHASES[1:],
        seen=("planning", "esafety"),
        findings=("page_refused:fix",),
        absent=_no_trouble("page_refused"),
    ),
)
_DEAD_EMBEDS = project(
    "dead_embeds",
    "old-toys-new-games",
    "Old Toys, New Games",
    page("our-aims", "Our aims", words(_DID, 3)),
    page(
        "our-games",
        "Our games",
        words("Play the puzzle that we made."),
        frame_markup(
            "swf",
            '<embed src="/sites/default/files/etwinning/2023-11/puzzle.swf" width="400" '
            'height="300" type="application/x-shockwave-flash">',
            "blocked",
        ),
    ),
    page("our-film", "Our film", film("GoneToyFlm1")),
    page(
        "what-we-learned",
        "What we learned",
        words("Every class gave its opinion and voted."),
        frame("tricider", "https://www.tricider.com/embed/?show=4seaVoteAb1", ""),
    ),
    page("final-product", "Final product", wall("gonetoygames0001")),
    home=(words("Two schools mend old toys and think of new games."),),
    members="Denmark(1), Poland(1)",
    expected=Expected(
        *_FAILED,
        # No browser plays the puzzle, although its file can be fetched.
        {"artefacts": 4, "visible": 0, "lost": 4, "undetermined": 0, "pages_refused": 0},
        found=("planning",),
        missing=_PHASES[1:],
        seen=("planning", "evaluation", "product"),
        findings=("artefact_lost:fix",),
        absent=_no_trouble("artefact_lost"),
    ),
)
_BEHIND_CONSENT = project(
    "behind_consent",
    "songs-of-the-sky",
    "Songs of the Sky",
    page("activities", "Activities", words(_DID), film("OpenSkySng1", wrapped=True)),
    page(
        "final-product",
        "Final product",
        film("OpenSkySng2", wrapped=True),
        wall("openskysongs0001", wrapped=True),
    ),
    home=(words("Two choirs sing of the sky."),),
    members="Denmark(1), Estonia(1)",
    expected=Expected(
        *_PASSED,
        {"artefacts": 3, "visible": 3, "lost": 0, "undetermined": 0, "pages_refused": 0},
        found=("process", "product"),
        missing=("planning", "evaluation", "dissemination"),
        seen=("process", "product"),
        findings=("embed_blocked:note",),
        absent=(*_no_trouble("embed_blocked"), "embed_blocked:fix"),
    ),
)
_HALF_UNKNOWN = project(
    "half_unknown",
    "clocks-and-calendars",
    "Clocks and Calendars",
    page(
        "activities",
        "Activities",
        film("OpenClocks1"),
        film("ShutClocks1"),
        wall("busyclockwall001"),
    ),
    page(
        "final-product",
        "Final product",
        link("canva", "https://www.canva.com/design/DAFseaAb1c2/view", "Our calendar"),
        frame("vimeo-stalled", "https://player.vimeo.com/video/765432198", ""),
    ),
    page("our-clocks", "Our clocks", wall("openclockwall001")),
    home=(words("Two schools take the time to look at time."),),
    members="Denmark(1), Finland(1)",
    expected=Expected(
        *_CANT_TELL,
        {"artefacts": 6, "visible": 2, "lost": 1, "undetermined": 3, "pages_refused": 0},
        found=("process",),
        # The final product may well be there, behind what could not be opened.
        missing=("planning", "evaluation", "dissemination"),
        seen=("process", "product"),
        findings=("artefact_not_checked:review", "artefact_lost:fix"),
        absent=_no_trouble("artefact_not_checked", "artefact_lost"),
    ),
)
_PRIVATE_PADLETS = project(
    "private_padlets",
    "voices-of-our-villages",
    "Voices of Our Villages",
    page("our-aims", "Our aims", words(_DID, 3)),
    page("activities", "Activities", words(_DID, 3), wall("shutvillage00001")),
    page(
        "our-results",
        "Our results",
        words("See the walls."),
        wall("shutvillage00002"),
        wall("shutvillage00003", embedded=False),
        link(
            "padlet-org",
            "https://nadmorze.padlet.org/jan/pupils-0rgw4lln4dm0rz3x",
            "the wall of the pupils",
        ),
    ),
    page("evaluation", "Evaluation", words("Our opinions."), wall("passvillage00001")),
    page("in-the-press", "In the press", wall("shutvillage00004")),
    home=(words("Two schools record how their villages speak."),),
    members="Denmark(1), Greece(1)",
    expected=Expected(
        *_FAILED,
        {"artefacts": 6, "visible": 0, "lost": 6, "undetermined": 0, "pages_refused": 0},
        found=("planning", "process"),
        missing=("product", "evaluation", "dissemination"),
        seen=_PHASES,
        findings=("artefact_lost:fix",),
        absent=_no_trouble("artefact_lost"),
    ),
)
_TEXT_ONLY = project(
    "text_only",
    "poems-in-the-snow",
    "Poems in the Snow",
    page("project-plan", "Project plan", words(_DID, 4)),
    page("activities", "Activities", words(_DID, 10)),
    page("our-results-poems", "Our results: the poems", words(_DID, 10)),
    page("evaluation", "Evaluation", words(_DID, 8)),
    page("dissemination", "Dissemination", words(_DID, 8)),
    page("our-schools", "Our schools", words(_DID, 9)),
    home=(words("Two schools write poems about the snow."),),
    members="Denmark(1), Latvia(1)",
    expected=Expected(
        *_PASSED,
        {"artefacts": 0, "visible": 0, "lost": 0, "result_pages": 4, "doubtful": 1},
        found=_PHASES,
        seen=_PHASES,
        absent=_no_trouble(),
    ),
)
OLD_ADDRESS = "https://twinspace.etwinning.net/98765"
_MOVED = project(
    "moved_from_legacy",
    "lanterns-in-the-fog",
    "Lanterns in the Fog",
    page("activities", "Activities", words(_DID), film("OpenLantrn1"), photo("fog/lantern.jpg")),
    page("our-results", "Our results", wall("openlanterns0001", embedded=False)),
    page("evaluation", "Evaluation", words(_DID, 8)),
    home=(words("Two schools carry lanterns through the autumn."),),
    members="Denmark(1), Germany(1)",
    seed=f"{OLD_ADDRESS}/home",
    state="closed",
    expected=Expected(
        *_PASSED,
        {"artefacts": 3, "visible": 3, "lost": 0, "undetermined": 0, "result_pages": 1},
        found=("process", "product", "evaluation"),
        missing=("planning", "dissemination"),
        seen=("process", "product", "evaluation"),
        absent=_no_trouble(),
        warnings=(f"moved:{OLD_ADDRESS}/home",),
    ),
)
PROJECTS = (
    _ALL_VISIBLE,
    _NOTHING_VISIBLE,
    _MEMBERS_PAGES,
    _DEAD_EMBEDS,
    _BEHIND_CONSENT,
    _HALF_UNKNOWN,
    _PRIVATE_PADLETS,
    _TEXT_ONLY,
    _MOVED,
)


def moved_host(old: Handler) -> Handler:
    """The old platform's host, where one project's addresses lead to its new one."""

    def handler(ask: Ask) -> Answer:
        if ask.path.startswith("/98765"):
            return to(f"{at.HOST}/en/etwinning/projects/{_MOVED.ident}/twinspace", 301)
        return old(ask)

    return handler
