"""What belongs to the site and not to its people: pictures, buttons, frames."""

from __future__ import annotations

import pytest

from crawlers.extraction.boilerplate import (
    is_furniture_address,
    is_furniture_frame,
    is_furniture_image,
    size_of,
)
from tests.unit.pages import forms_and_urls

UPLOAD = "https://skole.example/uploads/2024/05/river.jpg"


@pytest.mark.parametrize(
    "path",
    [
        "/themes/contrib/oe_theme/images/logo/logo-ec--en.svg",
        "/wp-content/themes/school/img/header.jpg",
        "/wp-content/plugins/share/fb.png",
        "/wp-includes/images/media/default.png",
        "/sites/all/modules/weather/images/04.png",
        "/core/misc/druplicon.png",
        "/templates/school/images/top.gif",
        "/theme/image.php/boost/core/1/f/pdf-24",
        "/assets/icons/arrow.svg",
        "/img/flags/dk.png",
        "/images/avatars/8.jpg",
        "/images/spacer.gif",
        "/i/icon-play.png",
        "/i/rss_32.png",
        "/js/?idsite=96&rec=1",
        "/matomo.php?idsite=1&rec=1",
        "/l/by-nc/3.0/88x31.png",
        "/sites/default/files/styles/user_picture/public/p/8.jpg",
        "/favicon-32x32.png",
    ],
)
def test_pictures_of_the_theme_by_their_address(path: str) -> None:
    assert is_furniture_image(f"https://skole.example{path}", {})


@pytest.mark.parametrize(
    "path",
    [
        "/uploads/logo-contest/entry-3.png",
        "/uploads/logo.png",
        "/themes/water/our-well.jpg",
        "/libraries/reading-corner.jpg",
        "/files/collabspace/4/44/644/197644/images/ba77953d8.jpg",
        "/sites/default/files/styles/large/public/2024-05/iconic-places.jpg",
        "/photos/pixel-art.png",
        "/uploads/flag-day.jpg",
        "/show.php?id=17",
    ],
)
def test_pictures_of_people_by_their_address(path: str) -> None:
    assert not is_furniture_image(f"https://skole.example{path}", {})


@pytest.mark.parametrize(
    "attributes",
    [
        {"width": "16", "height": "16"},
        {"width": "48px"},
        {"style": "width:32px;height:32px"},
        {"width": "600", "height": "4"},
        {"width": "88", "height": "31"},
        {"class": ["site-logo"]},
        {"class": ["custom-logo", "wide"]},
        {"class": ["icon-facebook"]},
        {"class": "emoji"},
        {"class": ["user-picture"]},
        {"alt": "European Commission logo"},
        {"alt": "twinspace-logo"},
        {"alt": "Project logo"},
        {"alt": "Logo"},
        {"alt": "Logo of the school"},
        {"alt": "Flag of the EU"},
        {"alt": "Profile picture"},
        {"alt": "Share on Facebook"},
        {"alt": "Creative Commons Licence"},
    ],
)
def test_pictures_of_the_theme_by_what_they_are_called(attributes: dict[str, object]) -> None:
    assert is_furniture_image(UPLOAD, attributes)


@pytest.mark.parametrize(
    "attributes",
    [
        {},
        {"alt": ""},
        {"alt": "Logo contest: the winner"},
        {"alt": "Winning logo"},
        {"alt": "The Polish team's logo"},
        {"alt": "Our flags on the wall"},
        {"class": ["logo-contest-entry"]},
        {"class": ["img-fluid"], "role": "presentation"},
        {"width": "100%"},
        {"width": "60", "height": "60"},
        {"height": "300"},
        {"style": "width: 50%"},
    ],
)
def test_pictures_of_people_by_what_they_are_called(attributes: dict[str, object]) -> None:
    assert not is_furniture_image(UPLOAD, attributes)


def test_a_logo_that_leads_to_somebody_s_home_page_is_theirs() -> None:
    logo, work = "https://skole.example/i/partner-logo.png", "https://skole.example/i/visit.png"
    assert is_furniture_image(logo, {}, link="https://partner.example/")
    assert is_furniture_image(logo, {}, link="https://partner.example/da/")
    assert not is_furniture_image(logo, {}, link="https://partner.example/our/contest")
    assert not is_furniture_image(work, {}, link="https://partner.example/")


@pytest.mark.parametrize(
    "url",
    [
        "https://www.facebook.com/sharer/sharer.php?u=x",
        "https://www.facebook.com/plugins/like.php?href=x",
        "https://www.facebook.com/tr?id=1&ev=PageView",
        "https://twitter.com/intent/tweet?url=x",
        "https://x.com/share?url=x",
        "https://www.linkedin.com/shareArticle?mini=true",
        "https://pinterest.com/pin/create/button/?url=x",
        "https://wa.me/?text=x",
        "https://t.me/share/url?url=x",
        "https://www.addtoany.com/share",
        "https://www.googletagmanager.com/ns.html?id=GTM-1",
        "https://stats.g.doubleclick.net/x",
        "https://www.google.com/recaptcha/api2/anchor",
        "https://i.ytimg.com/vi/aqz-KE-bpKQ/hqdefault.jpg",
        "https://public-api.wordpress.com/connect/?x=1",
        "https://s.w.org/images/core/emoji/1.svg",
        "not an address",
    ],
)
def test_buttons_and_counters(url: str) -> None:
    assert is_furniture_address(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.facebook.com/ourriverproject",
        "https://www.facebook.com/plugins/video.php?href=x",
        "https://twitter.com/someone/status/1",
        "https://www.google.com/maps/d/viewer?mid=1",
        "https://www.youtube.com/watch?v=aqz-KE-bpKQ",
        "https://www.pinterest.com/school/board/",
        "https://notdoubleclick.net/x",
        "https://doubleclick.net.example.org/x",
    ],
)
def test_things_are_no_buttons(url: str) -> None:
    assert not is_furniture_address(url)


def test_frames_of_adverts_name_themselves() -> None:
    assert is_furniture_frame({"id": "google_ads_iframe_/123/top_0"})
    assert is_furniture_frame({"name": "aswift_1"})
    assert is_furniture_frame({"title": "3rd party ad content"})
    assert not is_furniture_frame({"title": "Our advert for the river", "id": "frame1"})


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ({"width": "640", "height": "360"}, (640, 360)),
        ({"width": "640px"}, (640, None)),
        ({"width": "100%"}, (None, None)),
        ({"style": "max-width: 9px; width: 20px"}, (20, None)),
        ({"style": "width:0;height:0"}, (0, 0)),
        ({"width": "640", "style": "width:1px"}, (1, None)),
        ({"width": "1e5"}, (None, None)),
    ],
)
def test_sizes(attributes: dict[str, object], size: tuple[int | None, int | None]) -> None:
    assert size_of(attributes) == size


def test_a_page_s_own_furniture_and_its_people_s_pictures() -> None:
    markup = (
        '<div class="tools"><img src="/themes/contrib/oe/images/flags/dk.svg" alt="Denmark">'
        '<a href="https://www.facebook.com/sharer/sharer.php?u=x"><img src="/fb-share.png"></a>'
        '<img class="avatar" src="/u8.jpg"></div><h2>Logo contest</h2>'
        '<figure><img src="entry.png" alt="Logo contest: first prize"></figure>'
        '<a rel="home" href="/"><img src="/site.png"></a>'
    )
    assert [url for form, url in forms_and_urls(markup) if form == "upload"] == ["entry.png"]
