"""Every web tool: its examples are what they say, and no other address is recognised."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crawlers.providers.engine.checking import problems_of
from crawlers.providers.engine.schema import Provider
from crawlers.providers.engine.url_patterns import Classified
from crawlers.providers.verdicts.cases import example_problems
from tests.unit.answers import RULES
from tests.unit.cases import ROOT, examples

PROVIDERS = list(RULES.providers.values())
classify = RULES.classify


def identity(url: str) -> tuple[str, str, str, str] | None:
    match = classify(url)
    if match is None:
        return None
    return match.provider, match.kind, match.native_id, match.canonical_url


def match_of(url: str) -> Classified:
    match = classify(url)
    assert match is not None
    return match


@pytest.mark.parametrize("provider", PROVIDERS, ids=lambda provider: provider.id)
def test_examples_are_what_they_say_and_look_alikes_are_none(provider: Provider):
    wrong = list(example_problems(RULES, provider.id, examples(provider.id)))
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("provider", PROVIDERS, ids=lambda provider: provider.id)
def test_an_example_belongs_to_one_provider_and_the_generic_one_comes_last(provider: Provider):
    for url in examples(provider.id).urls:
        owners = [match.provider for match in RULES.matches(url)]
        particular = [owner for owner in owners if owner != "file"]
        assert set(particular or owners) == {provider.id}, url
        assert owners == particular + ["file"] * (len(owners) - len(particular)), url


@pytest.mark.parametrize("provider", PROVIDERS, ids=lambda provider: provider.id)
def test_a_tool_shows_several_spellings_and_every_kind(provider: Provider):
    listed = examples(provider.id)
    assert len(set(listed.urls)) >= 3
    assert len(listed.not_artefacts) >= 2
    assert {example.kind for example in listed.example} == set(provider.kinds)
    assert provider.source


def test_the_shipped_rules_have_no_mistakes():
    assert [line for provider in PROVIDERS for line in problems_of(provider)] == []


def test_no_examples_are_without_their_provider():
    assert {path.stem for path in (ROOT / "examples").iterdir()} == set(RULES.providers)


SAME_THING = [
    (
        "https://docs.google.com/document/d/1AbCdEfGhIjKl/edit?usp=sharing",
        "https://docs.google.com/document/d/1AbCdEfGhIjKl/preview",
        "https://docs.google.com/document/u/2/d/1AbCdEfGhIjKl/mobilebasic",
        "https://docs.google.com/a/school.example.org/document/d/1AbCdEfGhIjKl/view#heading=h.1",
    ),
    (
        "https://docs.google.com/presentation/d/1AbCdEfGhIjKl/embed?start=true&loop=false",
        "https://docs.google.com/presentation/d/1AbCdEfGhIjKl/present?slide=id.p3",
        "https://docs.google.com/presentation/d/1AbCdEfGhIjKl/pub?start=false",
        "https://docs.google.com/presentation/embed?id=1AbCdEfGhIjKl&size=m",
    ),
    (
        "https://drive.google.com/file/d/1AbCdEfGhIjKl/view?usp=drive_link",
        "https://drive.google.com/uc?export=download&id=1AbCdEfGhIjKl",
        "https://docs.google.com/file/d/1AbCdEfGhIjKl/edit",
        "https://drive.usercontent.google.com/download?id=1AbCdEfGhIjKl",
        "https://lh3.googleusercontent.com/d/1AbCdEfGhIjKl=w800",
    ),
    (
        "https://vimeo.com/76979871/aabbccddee",
        "https://player.vimeo.com/video/76979871?h=aabbccddee&title=0",
        "https://vimeo.com/76979871?share=copy&h=aabbccddee",
    ),
    (
        "https://www.dailymotion.com/fr/video/x7tgd2n?playlist=x6abcd",
        "https://geo.dailymotion.com/player.html?video=x7tgd2n",
        "https://dai.ly/x7tgd2n",
    ),
    (
        "https://www.google.com/maps/d/viewer?hl=da&mid=1AbCdEfG",
        "https://www.google.co.uk/maps/d/u/0/edit?mid=1AbCdEfG",
    ),
    (
        "https://www.youtube.com/watch?t=3&v=aqz-KE-bpKQ",
        "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?autoplay=1",
        "https://webtools.europa.eu/crs/iframe/?oriurl=https%3A%2F%2Fyoutu.be%2Faqz-KE-bpKQ",
    ),
    (
        "https://sway.com/s/aBcDeFgHiJkLmNoP/embed",
        "https://sway.office.com/edit/aBcDeFgHiJkLmNoP",
    ),
    (
        "https://school-education.ec.europa.eu/en/etwinning/projects/our-river/twinspace/home",
        "https://school-education.ec.europa.eu/etwinning/projects/our-river/twinspace?type=1",
        "https://school-education.ec.europa.eu./da/etwinning/projects/our-river/twinspace/",
    ),
    (
        "https://ourriver.blogspot.com/2024/05/day.html",
        "http://ourriver.blogspot.de/2024/05/day.html?m=1",
    ),
    (
        "https://school.example.org/a.pdf#page=3",
        "https://SCHOOL.example.org/a.pdf?utm_campaign=x&fbclid=y",
        "https://view.officeapps.live.com/op/view.aspx?src=https%3A%2F%2Fschool.example.org%2Fa.pdf",
    ),
]


@pytest.mark.parametrize("spellings", SAME_THING, ids=lambda spellings: spellings[0])
def test_all_spellings_of_one_thing_have_one_identity(spellings: tuple[str, ...]):
    identities = {identity(url) for url in spellings}
    assert len(identities) == 1
    assert None not in identities


TWO_THINGS = [
    (
        "https://drive.google.com/drive/folders/1AbCdEfGhIjKl",
        "https://drive.google.com/file/d/1AbCdEfGhIjKl/view",
    ),
    (
        "https://docs.google.com/document/d/1AbCdEfGhIjKl/pub",
        "https://docs.google.com/document/d/e/1AbCdEfGhIjKl/pub",
    ),
    ("https://www.youtube.com/@ourriver", "https://www.youtube.com/c/ourriver"),
    (
        "https://sites.google.com/view/river/results",
        "https://sites.google.com/view/river/plan",
    ),
    ("https://school.example.org/a.jpg?id=1", "https://school.example.org/a.jpg?id=2"),
]


@pytest.mark.parametrize(("address", "other"), TWO_THINGS)
def test_two_things_have_two_identities(address: str, other: str):
    assert match_of(address).id != match_of(other).id


KEYS = [
    ("https://player.vimeo.com/video/76979871?h=aabbccddee", "aabbccddee"),
    ("https://drive.google.com/open?id=0BabcdefgH&resourcekey=0-xYz", "resourcekey=0-xYz"),
    ("https://onedrive.live.com/embed?resid=AB1!7&authkey=%21Ab-c", "authkey=!Ab-c"),
    ("https://soundcloud.com/school/song/s-aBc12?si=1", "s-aBc12"),
    ("https://school-education.ec.europa.eu/sites/default/files/a.jpg?itok=Ab", "itok=Ab"),
]


@pytest.mark.parametrize(("url", "key"), KEYS)
def test_a_key_that_grants_access_stays_in_the_canonical_address(url: str, key: str):
    assert key in match_of(url).canonical_url


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("sites/default/files/2025-05/poster.webp", "image"),
        ("system/files/2025-05/plan.PDF", "document"),
        ("da/system/files/film.mp4", "video"),
        ("sites/default/files/quiz.h5p", "file"),
    ],
)
def test_an_upload_belongs_to_the_platform_not_to_the_generic_provider(path: str, kind: str):
    match = match_of(f"https://school-education.ec.europa.eu/{path}")
    assert (match.provider, match.kind) == ("twinspace", kind)


@pytest.mark.parametrize(
    "name", ["page.html", "index.php", "app.js", "style.css", "icon.ico", "a.woff2", "a.json"]
)
def test_what_only_builds_a_page_is_not_a_file(name: str):
    assert classify(f"https://school.example.org/x/{name}") is None


_HOSTS = sorted(
    {host.replace(".*", ".com") for tool in PROVIDERS for host in tool.hosts if host != "*"}
)
_SPOKEN = [url for provider in PROVIDERS for url in examples(provider.id).urls]
_PIECES = sorted(
    {piece for url in _SPOKEN for piece in re.split(r"[/?&=#]", url)}
    | {"%", "%zz", "é", "ß", "//", "{", "}", "{id}", "[", "\\", "\x00", "..", "https://", "pdf"}
)
_ADDRESSES = st.builds(
    lambda scheme, host, pieces, marks: (
        scheme + host + "".join(mark + piece for mark, piece in zip(marks, pieces, strict=False))
    ),
    st.sampled_from(["https://", "http://", "//", "https://www.", "HTTPS://", "https://u:p@"]),
    st.sampled_from(_HOSTS) | st.sampled_from(["[::1]", "[", "example.org:99999", "example.org:0"]),
    st.lists(st.sampled_from(_PIECES) | st.text(max_size=8), max_size=7),
    st.lists(st.sampled_from(["/", "/", "?", "&", "=", "#", "."]), min_size=7, max_size=7),
)


@given(st.text())
@example("http://[")
@example("https://example.org:0/")
def test_no_text_makes_classification_fail(text: str):
    match = classify(text)
    assert match is None or match.url == text


def _damage(url: str, place: int, added: str, lost: int) -> str:
    """An address with a few characters replaced by others."""
    place %= len(url)
    return url[:place] + added + url[place + lost :]


_DAMAGE = st.sampled_from(
    ["/", "//", "?", "&", "#", ";", "+", " ", "é", "%", "%2F", "%3F", "%26", "%C3%A9", "/home"]
)
_DAMAGED = st.builds(
    _damage,
    st.sampled_from(_SPOKEN),
    st.integers(min_value=0, max_value=300),
    _DAMAGE | st.text(max_size=5),
    st.integers(min_value=0, max_value=3),
)


@given(_ADDRESSES | _DAMAGED)
def test_whatever_is_recognised_is_recognised_again_by_its_canonical_address(url: str):
    first = identity(url)
    assert first is None or identity(first[3]) == first
