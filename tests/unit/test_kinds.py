"""The kinds' suite itself: cases load, the server sends what they say, comparisons can fail."""

from __future__ import annotations

import socket
import ssl
import tomllib
from pathlib import Path

import pytest

from tests.kinds.archives import build
from tests.kinds.cases import FOLDER, KINDS, case_folders, chunks, load
from tests.kinds.expectations import differences, key
from tests.kinds.server import serve

ORIGIN = "http://127.0.0.1:1"


def case_folder(tmp_path: Path, toml: str, **files: bytes) -> Path:
    head = (
        'kind = "K1"\nmake = "own"\nsource = "here"\ndate = 2026-11-30\ndescription = "A case."\n'
    )
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "case.toml").write_text(head + toml, "utf-8")
    for name, content in files.items():
        (folder / name.replace("_", ".")).write_bytes(content)
    return folder


def answer_over_socket(origin: str, request: str) -> bytes:
    port = int(origin.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=10) as wire:
        wire.sendall(request.encode("latin-1"))
        return b"".join(iter(lambda: wire.recv(65536), b""))


def test_every_kind_has_three_makes_and_every_case_loads() -> None:
    folders = case_folders()
    for kind in KINDS:
        assert sum(folder.parent.name == kind for folder in folders) >= 3, kind
    for folder in folders:
        case = load(folder, ORIGIN)
        assert (case.kind, case.make) == (folder.parent.name, folder.name)
        assert "read 20" in case.source, case.name
        assert case.description, case.name
        assert case.expect, case.name
    assert {path.name for path in FOLDER.iterdir()} == set(KINDS)


def test_every_file_of_a_case_is_sent() -> None:
    for folder in case_folders():
        table = tomllib.loads((folder / "case.toml").read_text("utf-8"))
        named = {answer.get("file") for answer in table["response"]}
        for path in folder.iterdir():
            assert path.name in named | {"case.toml"}, path


def test_an_unknown_key_and_a_missing_one_are_errors(tmp_path: Path) -> None:
    folder = case_folder(tmp_path, 'seed = "/"\nresponse = []\nexpects = {}\n')
    with pytest.raises(ValueError, match="expects"):
        load(folder, ORIGIN)
    (folder / "case.toml").write_text('kind = "K1"\n', "utf-8")
    with pytest.raises(ValueError, match="missing"):
        load(folder, ORIGIN)


def test_bodies_go_out_in_the_encoding_that_is_named(tmp_path: Path) -> None:
    toml = (
        'seed = "/"\nexpect = {}\n[[response]]\npath = "/"\nfile = "a.html"\nencoding = "cp1252"\n'
    )
    folder = case_folder(tmp_path, toml, a_html="<p>œuf {{seed}} {{port}}".encode())
    (response,) = load(folder, ORIGIN).responses
    assert response.body == b"<p>\x9cuf http://127.0.0.1:1 1"
    assert response.head == (b"Content-Type: text/html; charset=cp1252",)


ODD = r"""
seed = "/"
expect = {}
[[response]]
path = ["/", "/index"]
cookie = "visit=1"
text = "with"
[[response]]
path = ["/", "/index"]
text = "without"
head = ["Odd : line", "no colon", "Raw: \u00e9"]
type = ""
[[response]]
path = "/bare"
bare = true
status = "HTTP/1.0  200"
newline = "\n"
text = "bare"
[[response]]
path = "/chunks"
chunked = true
text = "abcd"
head = ["Transfer-Encoding: chunked", "Transfer-Encoding: chunked"]
type = ""
[[response]]
path = "/x"
host = "other.example"
text = "other"
"""


def test_the_server_sends_exactly_these_bytes(tmp_path: Path) -> None:
    with serve(case_folder(tmp_path, ODD)) as server:
        plain = answer_over_socket(server.origin, "GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        head, _, body = plain.partition(b"\r\n\r\n")
        assert body == b"without"
        assert head.split(b"\r\n")[1:4] == [b"Odd : line", b"no colon", b"Raw: \xe9"]
        again = answer_over_socket(
            server.origin, "GET /index HTTP/1.1\r\nCookie: a=b; visit=1\r\n\r\n"
        )
        assert again.endswith(b"\r\n\r\nwith")
        bare = answer_over_socket(server.origin, "GET /bare HTTP/1.1\r\n\r\n")
        assert bare == b"HTTP/1.0  200\n\nbare"
        coded = answer_over_socket(server.origin, "GET /chunks HTTP/1.1\r\n\r\n")
        assert coded.count(b"Transfer-Encoding: chunked") == 2
        assert coded.endswith(b"\r\n\r\n" + chunks(b"abcd"))
        assert answer_over_socket(server.origin, "HEAD / HTTP/1.1\r\n\r\n").endswith(b"\r\n\r\n")
        assert b" 404 " in answer_over_socket(server.origin, "GET /nothing HTTP/1.1\r\n\r\n")
        assert server.asked[:2] == ["/", "/index"]


def test_the_server_is_a_proxy_for_the_names_of_the_case_alone(tmp_path: Path) -> None:
    with serve(case_folder(tmp_path, ODD)) as server:
        other = answer_over_socket(server.origin, "GET http://other.example/x HTTP/1.1\r\n\r\n")
        assert other.endswith(b"other")
        assert b" 502 " in answer_over_socket(
            server.origin, "GET http://foreign.example/ HTTP/1.1\r\n\r\n"
        )
        assert b" 502 " in answer_over_socket(
            server.origin, "CONNECT foreign.example:443 HTTP/1.1\r\n\r\n"
        )
        port = int(server.origin.rpartition(":")[2])
        trust = ssl.create_default_context(cafile=server.ca_file)
        with socket.create_connection(("127.0.0.1", port), timeout=10) as wire:
            wire.sendall(b"CONNECT other.example:443 HTTP/1.1\r\n\r\n")
            assert wire.recv(100).startswith(b"HTTP/1.1 200")
            with trust.wrap_socket(wire, server_hostname="other.example") as tunnel:
                tunnel.sendall(b"GET /x HTTP/1.1\r\n\r\n")
                assert b"200 OK" in tunnel.recv(4096)


def test_archives_are_written_with_the_dates_of_the_case(tmp_path: Path) -> None:
    folder = FOLDER / "K10" / "dates-of-less-precision"
    case = load(folder, ORIGIN)
    content = build(case, tmp_path).read_bytes()
    assert b"WARC/1.1" in content
    assert b"WARC-Date: 2021-05\r\n" in content
    assert build(load(FOLDER / "K10" / "zstd-and-nanoseconds", ORIGIN), tmp_path).suffix == ".wacz"


@pytest.mark.parametrize(
    ("address", "other"),
    [
        ("http://a.example/%7Efoo/", "HTTP://A.example:80/~foo/"),
        ("http://a.example/sk%c3%b8n", "http://a.example/skøn"),
        ("http://a.example", "http://a.example/#top"),
    ],
)
def test_equivalent_addresses_have_one_key(address: str, other: str) -> None:
    assert key(address) == key(other)
    assert key(address) != key(address + "x")
    assert key("http://a.example/a%2Fb") != key("http://a.example/a/b")


def audit() -> dict[str, object]:
    visible = {"state": "visible", "reason": "content_shown", "checked_at": "2026-11-30T10:00:00Z"}
    wall = {
        "id": "padlet:x", "url": "https://padlet.com/a/x", "canonical_url": "https://padlet.com/a/x",
        "provider": "padlet", "kind": "wall", "title": "", "sightings": [{"label": "Our wall"}],
        "visibility": {**visible, "state": "removed"},
    }  # fmt: skip
    return {
        "project": {"title": "Sea", "state": "open"},
        "coverage": {"complete": True, "pages_listed": 1},
        "assessment": {"rubric": "nql-2023"},
        "pages": [{"url": ORIGIN + "/", "title": "Sea", "visibility": visible}],
        "artefacts": [wall],
    }


RIGHT = {
    "title": "Sea",
    "complete": True,
    "pages_listed": 1,
    "page": [{"url": "/", "title": "Sea", "state": "visible", "date": "2026-11"}],
    "found": [{"id": "padlet:x", "provider": "padlet", "state": "removed", "label": "Our wall"}],
    "absent": [{"url": "/nothing"}],
    "never": [{"url": "/", "states": ["removed"]}],
}
WRONG: list[tuple[dict[str, object], str]] = [
    ({"title": "Sand"}, "project is called 'Sea'"),
    ({"complete": False}, "complete is True"),
    ({"pages_listed": 2}, "1 pages listed"),
    ({"gaps": ["stub"]}, "gap stub is not told"),
    ({"witness": True}, "no browser was held against the reading"),
    ({"page": [{"url": "/two"}]}, "page /two is not listed"),
    ({"page": [{"url": "/", "title": "Sand"}]}, "page / is called 'Sea'"),
    ({"page": [{"url": "/", "state": "removed"}]}, "page / is visible (content_shown)"),
    ({"page": [{"url": "/", "reason": "robots"}]}, "page /: reason content_shown"),
    ({"found": [{"url": "https://a.example/"}]}, "https://a.example/ is not found"),
    ({"found": [{"id": "padlet:x", "as": "link"}]}, "padlet:x is a artefact, not a link"),
    ({"found": [{"id": "padlet:x", "kind": "video"}]}, "padlet:x: kind wall"),
    ({"absent": [{"id": "padlet:x"}]}, "padlet:x is listed as a artefact"),
    (
        {"never": [{"url": "https://padlet.com/a/x", "states": ["removed"]}]},
        "https://padlet.com/a/x is called removed",
    ),
]


def test_a_right_audit_has_no_differences() -> None:
    assert differences(RIGHT, audit(), ORIGIN + "/", browser=True) == []


@pytest.mark.parametrize(("expect", "difference"), WRONG)
def test_each_part_of_an_expectation_can_fail(expect: dict[str, object], difference: str) -> None:
    assert differences(expect, audit(), ORIGIN + "/", browser=True) == [difference]


def test_without_a_browser_its_part_is_not_asked_for() -> None:
    parts = [{"url": "/two", "by": "browser"}, {"url": "/three", "by": "reading"}]
    expect = {"page": parts}
    without = differences(expect, audit(), ORIGIN + "/", browser=False)
    assert without == ["page /three is not listed"]
    with_one = differences(expect, audit(), ORIGIN + "/", browser=True)
    assert with_one == ["page /two is not listed"]


def test_without_a_browser_the_audit_says_that_nobody_compared() -> None:
    document = audit()
    silent = differences({"witness": True}, document, ORIGIN + "/", browser=False)
    assert silent == ["it is not told that nobody compared"]
    document["coverage"] = {**document["coverage"], "witness": None}  # type: ignore[dict-item]
    assert differences({"witness": True}, document, ORIGIN + "/", browser=False) == []
    document["coverage"] = {**document["coverage"], "witness": {"pages": 1}}  # type: ignore[dict-item]
    assert differences({"witness": True}, document, ORIGIN + "/", browser=True) == []
