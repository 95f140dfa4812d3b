"""A big project with a bit of everything, as most are: much to see, some of it lost."""

from __future__ import annotations

from tests.replica.pieces import Piece, link
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
from tests.replica.sites.site import Expected, SitePage

_DID = "This week the classes met on the screen and compared the roads of their towns."
_WEEKS = 20


def _of_the_week(n: int) -> Piece:
    """One artefact per week: of five, one film and one wall cannot be seen."""
    match n % 5:
        case 0:
            return film(f"GoneAmber{n:02}")
        case 1:
            return wall(f"shutamberwall{n:03}")
        case 2:
            return film(f"OpenAmber{n:02}")
        case 3:
            return wall(f"openamberwall{n:03}", embedded=n > 10)
        case _:
            return paper(f"amber/week-{n:02}.pdf", "What we wrote")


def _week(n: int) -> SitePage:
    pictures = (photo(f"amber/week-{n:02}-{side}.jpg") for side in "ab")
    title = f"Activities in week {n}"
    return page(f"activities-week-{n}", title, words(_DID, 2), *pictures, _of_the_week(n))


_PHASES = ("planning", "process", "product", "evaluation", "dissemination")
PROJECTS = (
    project(
        "big_mixed",
        "roads-of-amber",
        "Roads of Amber",
        page("project-plan", "Project plan", words(_DID, 3), paper("amber/plan.docx", "The plan")),
        *(_week(n) for n in range(1, _WEEKS + 1)),
        page(
            "final-product",
            "Final product",
            words(_DID),
            link("storyjumper", "https://www.storyjumper.com/book/read/150123456", "The book"),
            link("canva", "https://www.canva.com/design/DAFseaAb1c2/view", "The poster"),
        ),
        page("evaluation", "Evaluation", words(_DID, 8)),
        page(
            "dissemination",
            "Dissemination",
            words(_DID),
            link(
                "slideshare",
                "https://www.slideshare.net/seateacher/fishing-then-and-now-248163264",
                "Our talk",
            ),
        ),
        page("netiquette", "Netiquette", words(_DID, 4)),
        page("our-partners", "Our partners", words(_DID, 8)),
        page("old-news", "Old news", words(_DID), paper("amber/lost-letter.pdf", "A letter")),
        closed_page("teachers-notes", "Teachers' notes"),
        closed_page("pupil-evaluation", "Evaluation by the pupils", "login"),
        section("materials", "Materials"),
        section("forum", "Forum", "softly"),
        section("members", "Members", "login"),
        home=(words("Five schools follow the old roads of amber from the sea to the south."),),
        members="Denmark(1), Lithuania(2), Poland(1), Austria(1)",
        expected=Expected(
            "passed",
            "results_visible_passed",
            # 40 pictures; of the 20 things of the weeks 12; the book, the plan and the talk.
            {
                "artefacts": 65,
                "visible": 55,
                "lost": 9,
                "undetermined": 1,
                "result_pages": 1,
                "doubtful": 1,
                "pages_refused": 2,
            },
            found=_PHASES,
            seen=(*_PHASES, "esafety"),
            findings=(
                "artefact_lost:fix",
                "artefact_not_checked:review",
                "page_refused:fix",
                "page_refused:note",
            ),
            absent=("coverage_incomplete", "embed_blocked", "layout_unknown", "page_not_checked"),
        ),
    ),
)
