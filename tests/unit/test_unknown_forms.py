"""Addresses of known tools in forms that nobody wrote down, and what must not be taken for one."""

from __future__ import annotations

import pytest

from auditor.application.classify_addresses import classify_address


@pytest.mark.parametrize(
    ("url", "provider"),
    [
        ("https://prezi.com/view/Ab3dEf6hIj9k/", "prezi"),
        ("https://www.tricider.com/brainstorming/2abcXYZ", "tricider"),
        ("https://sway.office.com/our-school-garden", "sway"),
        ("https://learningapps.org/watch?app=8123456", "learningapps"),
        ("https://learningapps.org/watch?v=our-game", "learningapps"),
        ("https://wakelet.com/wake/kQ7x", "wakelet"),
        ("https://view.genially.com/short-name-2026", "genially"),
        ("https://read.bookcreator.com/our/book", "book-creator"),
        ("https://padlet.com/embed/9z8", "padlet"),
        ("https://www.canva.com/design/XYZ12/view", "canva"),
        ("https://docs.google.com/document/d/1aB/edit", "google-docs"),
        ("https://docs.google.com/forms/d/e/1a/viewform", "google-forms"),
        ("https://drive.google.com/file/d/1aB/view", "google-drive"),
        ("https://www.youtube.com/watch?v=abc", "youtube"),
        ("https://www.youtube.com/watch&v=dQ3w4X9WgXc", "youtube"),
        ("https://www.youtube.com/watch?=aB1cD2eF3gH", "youtube"),
        ("https://www.youtube.com/embed/aB1cD2", "youtube"),
        ("https://youtu.be/aB1cD2eF3g", "youtube"),
        ("https://vimeo.com/our-film", "vimeo"),
    ],
)
def test_a_form_that_nobody_wrote_down_keeps_its_tool(url: str, provider: str) -> None:
    found = classify_address(url)
    assert found.provider == provider
    assert classify_address(found.canonical_url).native_id == found.native_id


@pytest.mark.parametrize(
    "url",
    [
        "https://prezi.com/view/",
        "https://prezi.com/v/oembed",
        "https://wakelet.com/wake/create",
        "https://www.canva.com/design/play?create",
        "https://wordwall.net/embed/preview",
        "https://www.thinglink.com/card",
        "https://sway.office.com/my",
        "https://vimeo.com/help-center",
        "https://vimeo.com/video-maker",
        "https://www.youtube.com/watch",
        "https://www.pinterest.com/pin/create/button/",
        "https://www.linkedin.com/in/anna-broskov",
        "https://www.facebook.com/people/Anna-Broskov/100001234567890/",
        "https://prezi.com.example.org/view/Ab3dEf6hIj9k/",
    ],
)
def test_help_tools_profiles_and_look_alikes_are_none(url: str) -> None:
    assert classify_address(url).provider == "-"


def test_known_forms_win_over_unknown_ones() -> None:
    found = classify_address("https://online.anyflip.com/abcde/fghi/mobile/index.html")
    assert found.native_id == "abcde/fghi"
