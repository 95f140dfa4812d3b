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
        # Known forms with anything in place of the id, small letters alone included.
        ("https://www.scribd.com/document/abcdef/Our-river", "scribd"),
        ("https://photos.google.com/share/abcdef", "google-photos"),
        ("https://www.educaplay.com/game/12-our_river.html", "educaplay"),
        ("https://www.tricider.com/embed/?show=abcdef", "tricider"),
        ("https://h5p.org/h5p/embed/617x", "h5p"),
        ("https://www.dropbox.com/s/abc123/our-river.pdf", "dropbox"),
        ("https://framatube.org/videos/embed/abc", "peertube"),
        ("https://x.com/i/web/status/1", "twitter"),
        # An institution's board under a chosen name, behind an owner of two letters.
        ("https://ucph.padlet.org/dh/qa", "padlet-org"),
        # What slips in when an address is written down.
        ("https://www.youtube.com//embed/aB1cD2eF3gH", "youtube"),
        ("https://padlet.com/teacher1/our-river-abc1def2ghi3jk4l).", "padlet"),
        ("https://view.genially.com/64a1b2c3d4e5f60718293a4b%20", "genially"),
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
        # Words of a form are no ids of it, nor are a tool's own pages.
        "https://teacher.desmos.com/activitybuilder/custom/",
        "https://www.scribd.com/document/search",
        "https://www.dailymotion.com/video/tutorials",
        "https://www.dropbox.com/static/guide.html",
        "https://de.slideshare.net/auth/login",
        "https://app.smore.com/sign-up",
        "https://padlet.com/oembed).",
        # A form that any host may have is known by its ids alone.
        "https://school.example.org/w/our-page",
    ],
)
def test_help_tools_profiles_and_look_alikes_are_none(url: str) -> None:
    assert classify_address(url).provider == "-"


def test_known_forms_win_over_unknown_ones() -> None:
    found = classify_address("https://online.anyflip.com/abcde/fghi/mobile/index.html")
    assert found.native_id == "abcde/fghi"
