"""What people type and paste for an address is understood, or refused with what to type."""

from __future__ import annotations

from datetime import date

import pytest

from auditor.application.project_address import folder_name, read_address
from auditor.errors import BadInputError

BARE = "school-education.ec.europa.eu/en/etwinning/projects/sea-between-us/twinspace"
WHOLE = f"https://{BARE}"
PROFILE = WHOLE.removesuffix("/twinspace")
CODED = "https%3A%2F%2Fschool-education.ec.europa.eu%2Fen%2Fetwinning%2Fprojects%2Fsea-between-us"


@pytest.mark.parametrize(
    "text",
    [
        *(WHOLE, BARE, f"  {WHOLE}\n", f"<{WHOLE}>", f"{WHOLE}.", f"({WHOLE})", f"“{WHOLE}”,"),
        *(f"//{BARE}", f"http//{BARE}", f"https:/{BARE}", f"htps://{BARE}", f"https://{WHOLE}"),
        *(f"https:// {BARE}", f"https;//{BARE}", WHOLE.replace("/", "\\"), f"{WHOLE}\u200b"),
        *(f"Our TwinSpace: {WHOLE}, look!", f"[our pages]({WHOLE})", f'<a href="{WHOLE}">x</a>'),
        *(f"{WHOLE} {WHOLE}", f"url: {BARE}", f"view-source:{WHOLE}", f"1. {WHOLE}"),
        WHOLE.replace("/projects", "/ projects"),
        WHOLE.replace("ec.europa", "ec. europa"),
        f"https://webgate.ec.europa.eu/cas/login?id=1&service={CODED}%2Ftwinspace",
        "https://school-education.ec.europa.eu/en/user/login?destination="
        "/en/etwinning/projects/sea-between-us/twinspace",
        f"https://www.google.com/url?q={WHOLE}&sa=D",
        f"https://eur02.safelinks.protection.outlook.com/?url={CODED}%2Ftwinspace&data=05",
        WHOLE.replace("&", "&amp;"),
    ],
)
def test_an_address_is_understood_however_it_was_pasted(text: str) -> None:
    assert read_address(text).removeprefix("https://").removeprefix("http://") == BARE


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (PROFILE, PROFILE),
        ("blåbærgrød.dk", "https://xn--blbrgrd-fxak7p.dk/"),
        ("HTTPS://ØSTERSKOLEN.DK/Projekt", "https://xn--sterskolen-zcb.dk/Projekt"),
        ("www.skole.dk.", "https://www.skole.dk/"),
        ("127.0.0.1:8000/en", "http://127.0.0.1:8000/en"),
        ("localhost:8080", "http://localhost:8080/"),
        ("twinspace.etwinning.net/12345/home", "https://twinspace.etwinning.net/12345/home"),
        (
            "web.archive.org/web/2020/http://twinspace.etwinning.net/12345/home",
            "https://web.archive.org/web/2020/http://twinspace.etwinning.net/12345/home",
        ),
        ("https://skole.example/page (in Danish)", "https://skole.example/page"),
        ("https://skole.example/our page/x.html", "https://skole.example/our%20page/x.html"),
        ("https://de.wikipedia.org/wiki/Meer_(See)", "https://de.wikipedia.org/wiki/Meer_(See)"),
        ("skole.dk/a?x=1&amp;y=2", "https://skole.dk/a?x=1&y=2"),
    ],
)
def test_other_addresses_stay_what_they_are(text: str, address: str) -> None:
    assert read_address(text) == address


@pytest.mark.parametrize(
    ("text", "says"),
    [
        *(("", "not a web address"), ("URL", "not a web address"), ("https://", "not a web")),
        *(("anna@skole.dk", "not a web address"), ("mailto:anna@skole.dk", "not a web address")),
        *(("ftp://skole.dk/x", "not a web"), ("file:///home/x.html", "not a web")),
        *(("C:\\Users\\x.html", "not a web"), ("report/audit.json", "not a web")),
        *(("evidence.wacz", "not a web"), ("Havet omkring os", "not a web")),
        *(("sea-between-us", "not a web"), ("javascript:alert(1)", "not a web")),
        (WHOLE.replace("sea-between-us", "NAME"), "NAME in the address"),
        (WHOLE.replace("sea-between-us", "<id>"), "<id> in the address"),
        (WHOLE.replace("sea-between-us", "%3Cid%3E"), "in the address stands for"),
        (WHOLE.replace("sea-between-us", "{slug}"), "{slug} in the address"),
        (WHOLE.replace("sea-between-us", "…"), "… in the address"),
        (WHOLE.replace("sea-between-us", "YOUR_PROJECT"), "YOUR_PROJECT in the address"),
        ("https://twinspace.etwinning.net/<id>/home", "<id> in the address"),
        ("school-education.ec.europa.eu", "not the address of a project"),
        ("https://twinspace.etwinning.net/", "not the address of a project"),
        ("https://anna:hemmelig@skole.dk/", "user name or password"),
        (f"{WHOLE} https://skole.example/", "several addresses"),
    ],
)
def test_what_is_no_address_is_refused_in_one_sentence(text: str, says: str) -> None:
    with pytest.raises(BadInputError) as refused:
        read_address(text)
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)
    assert "hemmelig" not in str(refused.value)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        (WHOLE, "sea-between-us-2026-12-01"),
        (PROFILE.replace("sea-between-us", "130385"), "twinspace-130385-2026-12-01"),
        ("https://twinspace.etwinning.net/12345/home", "twinspace-12345-2026-12-01"),
        ("https://www.skole.dk/~anna/../x", "skole-dk-x-2026-12-01"),
        ("https://xn--blbrgrd-fxak7p.dk/", "blåbærgrød-dk-2026-12-01"),
        (f"https://skole.dk/{'long-' * 40}/", f"skole-dk-{'long-' * 10}l-2026-12-01"),
    ],
)
def test_the_folder_is_named_by_the_project_and_the_day(address: str, name: str) -> None:
    assert folder_name(read_address(address), date(2026, 12, 1)) == name
