"""Flash players name the thing that they were to show in variables beside them."""

import pytest
from bs4 import BeautifulSoup, Tag

from crawlers.extraction.addresses.flash import address_in_player

PREZI = "http://prezi.com/bin/preziloader.swf"
CALAMEO = "http://v.calameo.com/2.0/cmini.swf"
ISSUU = "http://static.issuu.com/webembed/viewers/style1/v1/IssuuViewer.swf"
PEACH = "http://photopeach.com/public/swf/story.swf"


def embed(variables: str = "") -> Tag:
    tag = BeautifulSoup("<embed>", "lxml").find("embed")
    assert isinstance(tag, Tag)
    tag["flashvars"] = variables
    return tag


@pytest.mark.parametrize(
    ("movie", "variables", "address"),
    [
        (PREZI, "prezi_id=y-d6h8h4rpox&lock_to_path=1", "https://prezi.com/p/y-d6h8h4rpox/"),
        (CALAMEO, "bkcode=0001ab&langid=es", "https://v.calameo.com/?bkcode=0001ab"),
        (
            CALAMEO,
            "bkcode=0001ab&AuthID=Xy1&langid=es",
            "https://v.calameo.com/?bkcode=0001ab&authid=Xy1",
        ),
        (
            f"{ISSUU}?mode=embed&docName=a_river&username=Class6",
            "",
            "https://issuu.com/Class6/docs/a_river",
        ),
        (
            PEACH,
            "photos=http://photopeach.com%2Fapi%2Fgetphotos%3Falbum_id%3Dab12&embed=1",
            "https://photopeach.com/album/ab12",
        ),
    ],
)
def test_a_player_shows_what_its_variables_name(movie: str, variables: str, address: str) -> None:
    assert address_in_player(embed(variables), movie) == address


def test_the_variables_may_stand_in_a_parameter() -> None:
    tag = BeautifulSoup(
        "<object><param name='FlashVars' value='prezi_id=ab12'></object>", "lxml"
    ).find("object")
    assert isinstance(tag, Tag)
    assert address_in_player(tag, PREZI) == "https://prezi.com/p/ab12/"


def test_a_player_without_variables_shows_nothing() -> None:
    assert address_in_player(embed("autoplay=no"), PREZI) is None


def test_a_player_whose_variables_cannot_be_read_stays_as_it_is() -> None:
    assert address_in_player(embed("prezi_id=../x"), PREZI) == PREZI


@pytest.mark.parametrize(
    "movie",
    ["https://school.example.org/quiz.swf", "https://prezi.com.example.org/bin/preziloader.swf"],
)
def test_any_other_movie_is_a_thing_by_itself(movie: str) -> None:
    assert address_in_player(embed("prezi_id=ab12"), movie) == movie
