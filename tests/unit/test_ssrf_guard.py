import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.http.ssrf_guard import is_allowed_url, is_public_address, literal_address


@pytest.mark.parametrize(
    "url",
    [
        "https://school-education.ec.europa.eu/en/etwinning/projects/x/twinspace",
        "http://example.org/",
        "https://93.184.216.34/",
        "https://[2606:2800:220:1::1]/",
        "https://bücher.example/",
        "https://xn--bcher-kva.example/",
        "https://localhost.example.org/",
        "https://1.2.3.4.example.org/",
        "http://[64:ff9b::5db8:d822]/",
        "https://example.org:8443/path?query#part",
    ],
)
def test_public_addresses_are_permitted(url: str) -> None:
    assert is_allowed_url(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://127.1/",
        "http://0x7f.1/",
        "http://2130706433/",
        "http://017700000001/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[fe80::1]/",
        "http://[fc00::1]/",
        "http://10.0.0.8/",
        "http://172.16.5.4/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://100.64.0.1/",
        "http://0.0.0.0/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
        "http://localhost/",
        "http://localhost./",
        "http://foo.localhost/",
        "http://localhost.localdomain/",
        "http://127.0.0.1./",
        "http://127.0.0.1:8080/",
        "http://[::127.0.0.1]/",
        "http://[::]/",
        "http://[::1%25lo]/",
        "http://[fec0::1]/",
        "http://[ff02::1]/",
        "http://[2002:7f00:1::]/",
        "http://[64:ff9b:1::a00:1]/",
        "http://198.18.0.1/",
        "http://240.0.0.1/",
        "http://1.2.3.4.5/",
        "http://09.1.1.1/",
        "http://example.0x1/",
        "http://１２７.0.0.1/",
        "http://127。0。0。1/",
        "http://printer.ｌocal/",
        f"http://{'9' * 5000}/",
        f"http://{'0' * 80}177.0.0.1/",
        "//example.org/",
        "javascript:alert(1)",
        "data:text/html,x",
        "https://example.org:0/",
        "http://printer.local/",
        "http://wiki.intranet/",
        "http://metadata.google.internal/",
        "http://intranet/",
        "https://anna:secret@example.org/",
        "file:///etc/passwd",
        "ftp://example.org/",
        "gopher://example.org/",
        "https:///path",
        "",
    ],
)
def test_everything_else_is_refused(url: str) -> None:
    assert not is_allowed_url(url)


def test_every_notation_of_an_address_is_the_same_address() -> None:
    notations = ("127.0.0.1", "127.1", "0x7f.1", "0x7f000001", "2130706433", "0177.0.0.1")
    assert {literal_address(notation) for notation in notations} == {"127.0.0.1"}


def test_a_name_is_not_a_literal_address() -> None:
    assert literal_address("example.org") is None
    assert literal_address("1.2.3.4.example.org") is None


@given(st.text(max_size=80))
def test_it_never_raises(text: str) -> None:
    is_allowed_url(text)
    is_allowed_url(f"http://{text}/")
    is_allowed_url(f"http://[{text}]/")


@given(st.lists(st.integers(0, 2**40) | st.just("0x"), min_size=1, max_size=5))
def test_numbers_of_any_size_never_raise(numbers: list[object]) -> None:
    is_allowed_url(f"http://{'.'.join(map(str, numbers))}/")


@given(st.ip_addresses())
def test_only_global_addresses_are_public(address: object) -> None:
    if is_public_address(str(address)):
        assert is_allowed_url(
            f"http://[{address}]/" if ":" in str(address) else f"http://{address}/"
        )


@pytest.mark.parametrize(
    "host",
    [
        *("192.0.0.192", "168.63.129.16", "0xa83f8110", "192.88.99.1", "100.100.100.200"),
        *("[::ffff:168.63.129.16]", "[64:ff9b::a83f:8110]", "[2002:a83f:8110::1]", "[::a83f:8110]"),
        *("[2a00:1450::5efe:7f00:1]", "[64:ff9b:1::1]", "[3fff::1]", "[5f00::1]", "[2001::1]"),
        *("api.default.svc", "files.corp", "nas.home", "a.mail", "vault.service.consul"),
        *("metadata.google.internal", "metadata.tencentyun.com", "a.alt", "intranet", "db"),
    ],
)
def test_services_beside_the_machine_are_refused(host: str) -> None:
    assert not is_allowed_url(f"http://{host}/")
