"""Patterns of the rules: parts, what RE2 refuses, and time that grows with the text alone."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.providers.engine.patterns import (
    PatternError,
    compile_pattern,
    expand,
    fill,
    pattern_set,
    template_names,
)


@pytest.mark.parametrize(
    ("pattern", "expanded"),
    [
        ("/line/<id>", r"/line/(?P<id>[a-z]\d+)"),
        ("/<key:id>/<:id>", r"/(?P<key>[a-z]\d+)/(?:[a-z]\d+)"),
        ("/<:whole>", r"/(?:/x/(?P<id>[a-z]\d+))"),
        (r"/(?P<id>\d{4,})", r"/(?P<id>\d{4,})"),
    ],
)
def test_parts_are_put_in(pattern: str, expanded: str):
    assert expand(pattern, {"id": r"[a-z]\d+", "whole": "/x/<id>"}) == expanded


@pytest.mark.parametrize("pattern", ["/<slug>", "/<:loop>"])
def test_a_part_that_is_missing_or_asks_for_itself_is_named(pattern: str):
    with pytest.raises(PatternError, match="asks for the part"):
        expand(pattern, {"loop": "a<:loop>"})


@pytest.mark.parametrize("pattern", ["(?!a)b", "(?=a)b", "(?<!a)b", "(?<=a)b"])
def test_looking_ahead_or_behind_is_refused_with_advice(pattern: str):
    with pytest.raises(PatternError, match="put words that must not stand there into `reserved`"):
        compile_pattern(pattern)


@pytest.mark.parametrize("pattern", [r"(a)\1", "(a", "[a", "a**b", "[b-a]"])
def test_what_cannot_be_read_is_refused(pattern: str):
    with pytest.raises(PatternError, match="cannot be read"):
        compile_pattern(pattern)


@pytest.mark.parametrize("pattern", ["(a+)+b", "(a|a)*b", "(.*a){20}b", "a*a*a*a*a*b"])
def test_no_pattern_takes_more_than_linear_time(pattern: str):
    start = process_time()
    assert not compile_pattern(pattern).matches("a" * 100_000)
    assert not compile_pattern(pattern).occurs_in("a" * 100_000)
    assert process_time() - start < 5.0


def test_plain_groups_capture_nothing_and_brackets_stay_what_they_are():
    pattern = compile_pattern(r"/(a|b)/[(](?P<id>[)(]+)\)")
    assert pattern.groups("/a/(()))") == {"id": "())"}
    assert pattern.groups("/c/(()))") is None


def test_a_group_that_takes_no_part_is_not_given():
    assert compile_pattern(r"/(?P<a>x)?(?P<b>y)").groups("/y") == {"b": "y"}


def test_a_set_names_every_pattern_that_fits():
    paths = pattern_set(("/a.*", "/.*b", "/c"))
    assert paths.find_matches("/a-b") == [0, 1]
    assert paths.find_matches("/c") == [2]
    assert paths.find_matches("/d") == []
    assert pattern_set(()).find_matches("/d") == []


@given(st.text())
def test_no_text_breaks_a_match(text: str):
    compile_pattern(r".*(?P<id>\d+)?").groups(text)
    compile_pattern(r"x").occurs_in(text)
    pattern_set((".*", "/a")).find_matches(text)


def test_templates_name_what_they_ask_for_and_blanks_give_nothing():
    assert template_names("https://t/{a}/{b}") == {"a", "b"}
    assert fill("https://t/{a}/{b}", {"a": "1"}) == "https://t/1/"
    with pytest.raises(PatternError, match="brace"):
        template_names("https://t/{a")
