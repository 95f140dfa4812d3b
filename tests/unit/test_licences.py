"""What the licence gate lets through, and what not."""

from dataclasses import replace
from email.message import Message

import pytest

from tests.gates.licences import Package, Rules, as_document, faults, licence_of, refused_licences

RULES = Rules(allowed=frozenset({"MIT", "BSD-3-Clause"}), read={}, named={}, carried={})
PLAIN = Package(
    name="a", version="1", extra=False, licence="MIT", home="https://a.example", carries=False
)


def metadata(*fields: tuple[str, str]) -> Message:
    message = Message()
    for name, value in fields:
        message[name] = value
    return message


OSI = "License :: OSI Approved :: "


@pytest.mark.parametrize(
    ("fields", "licence"),
    [
        ([("License-Expression", "mit"), ("License", "GPL-3.0-only")], "MIT"),
        ([("License", "Apache 2.0")], "Apache-2.0"),
        ([("License", "MIT License\n\nCopyright ..."), ("Classifier", f"{OSI}MIT License")], "MIT"),
        (
            [("Classifier", f"{OSI}GNU Affero General Public License v3 or later (AGPLv3+)")],
            "AGPL-3.0-or-later",
        ),
        ([("Classifier", f"{OSI}BSD License")], ""),
        (
            [("Classifier", f"{OSI}MIT License"), ("Classifier", f"{OSI}Apache Software License")],
            "",
        ),
        ([("License", "BSD")], ""),
        ([("License", "UNKNOWN")], ""),
        ([], ""),
    ],
)
def test_a_licence_is_what_the_metadata_says_clearly(
    fields: list[tuple[str, str]], licence: str
) -> None:
    assert licence_of(metadata(*fields)) == licence


@pytest.mark.parametrize(
    ("expression", "bad"),
    [
        ("MIT", set()),
        ("MIT AND BSD-3-Clause", set()),
        ("GPL-2.0-only OR MIT", set()),
        ("GPL-2.0-only OR LGPL-2.1-only", {"GPL-2.0-only", "LGPL-2.1-only"}),
        ("MIT AND (GPL-2.0-only OR ISC)", {"GPL-2.0-only", "ISC"}),
        ("GPL-3.0-or-later WITH GCC-exception-3.1", {"GPL-3.0-or-later WITH GCC-exception-3.1"}),
    ],
)
def test_every_part_must_be_allowed_and_one_of_a_choice(expression: str, bad: set[str]) -> None:
    assert refused_licences(expression, RULES.allowed) == bad


def test_an_exception_is_allowed_as_a_whole() -> None:
    whole = "GPL-3.0-or-later WITH GCC-exception-3.1"
    assert refused_licences(f"MIT AND {whole}", RULES.allowed | {whole}) == set()
    assert refused_licences("GPL-3.0-or-later", RULES.allowed | {whole}) == {"GPL-3.0-or-later"}


def test_an_unknown_licence_is_a_fault() -> None:
    assert faults([replace(PLAIN, licence="")], RULES) == [
        "a 1: its metadata names no clear licence"
    ]


def rules_naming(*licences: str) -> Rules:
    return replace(RULES, named={"a": {"licences": licences, "reason": "why"}})


def test_a_name_lets_its_own_package_through_alone() -> None:
    mpl = replace(PLAIN, licence="MPL-2.0")
    assert faults([mpl], RULES) == ["a 1: MPL-2.0 is not allowed"]
    assert faults([mpl], rules_naming("MPL-2.0")) == []
    assert faults([mpl, replace(mpl, name="b")], rules_naming("MPL-2.0")) == [
        "b 1: MPL-2.0 is not allowed"
    ]


@pytest.mark.parametrize(
    ("licence", "extra", "passes"),
    [
        ("AGPL-3.0-or-later", False, False),
        ("AGPL-3.0-or-later", True, False),
        ("GPL-3.0-or-later", False, False),
        ("GPL-3.0-or-later", True, True),
        ("LGPL-2.1-or-later", False, True),
    ],
)
def test_no_name_lets_agpl_in_or_gpl_for_everyone(licence: str, extra: bool, passes: bool) -> None:
    package = replace(PLAIN, licence=licence, extra=extra)
    assert (faults([package], rules_naming(licence)) == []) is passes


def test_what_a_wheel_carries_is_named_and_allowed() -> None:
    carrier = replace(PLAIN, carries=True)
    assert faults([carrier], RULES) == [
        "a 1: carries libraries or programs, but [carried] does not name them"
    ]
    for licence, wrong in (("MIT", []), ("LGPL-2.1-only", ["a 1: LGPL-2.1-only is not allowed"])):
        rules = replace(RULES, carried={"a": {"licence": licence, "parts": "x"}})
        assert faults([carrier], rules) == wrong


def test_rules_for_what_is_not_there_are_a_fault() -> None:
    rules = replace(rules_naming("MPL-2.0"), read={"c": "MIT"})
    assert faults([replace(PLAIN, name="b")], rules) == [
        "licences.toml: [read] has c, which is not locked",
        "licences.toml: [named] has a, which is not locked",
    ]


def test_the_document_names_packages_apart_from_the_extra() -> None:
    text = as_document([PLAIN, replace(PLAIN, name="b", extra=True)], rules_naming("MPL-2.0"))
    base, extra = text.split("## Only with the extra")
    assert "| [a](https://a.example) | MIT |" in base
    assert "[b]" not in base
    assert "[b]" in extra
    assert "| a | MPL-2.0 | why |" in extra
