"""How connections are made: names, guard, proxies, certificates."""

import asyncio
import base64
import gzip
import logging
import socket
import ssl
from pathlib import Path

import httpx
import pytest
import trustme

from crawlers.http.client import LiveNetwork
from crawlers.http.wire.lenient_stream import LenientBackend
from crawlers.http.wire.transport import GuardedBackend, PooledTransport, create_transport
from crawlers.model.verdict import Failure
from crawlers.warc.recorder import Recorder, RecordingNetwork
from tests.unit.recording import NOON
from tests.unit.servers import VISITOR, names, network, reply, server


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_a_private_address_is_not_dialled(host: str) -> None:
    async with server(reply(b"secret")) as port, network(allow=False) as net:
        exchange = await net.exchange(f"http://{host}:{port}/")
    assert exchange.failure is Failure.ADDRESS_NOT_ALLOWED


@pytest.mark.parametrize(
    "addresses",
    [["127.0.0.1"], ["10.0.0.1", "192.168.1.1"], ["::1"], ["fe80::1%lo"], ["::ffff:127.0.0.1"]],
)
async def test_a_public_name_with_a_private_address_is_not_dialled(addresses: list[str]) -> None:
    async with server(reply(b"secret")) as port:
        resolve = names(rebound_example_org=addresses)
        async with network(allow=False, resolve=resolve) as net:
            exchange = await net.exchange(f"http://rebound.example.org:{port}/")
    assert exchange.failure is Failure.ADDRESS_NOT_ALLOWED


async def test_the_next_address_of_a_name_is_tried() -> None:
    async with server(reply(b"hej")) as port:
        resolve = names(two_example=["::1", "127.0.0.1"])
        async with network(resolve=resolve) as net:
            exchange = await net.exchange(f"http://two.example:{port}/")
    assert exchange.body == b"hej"


@pytest.mark.parametrize("reply", [socket.EAI_NONAME, socket.EAI_AGAIN, []])
async def test_a_name_without_address(reply: int | list[str]) -> None:
    async with network(resolve=names(no_example=reply), allow=False) as net:
        exchange = await net.exchange("http://no.example/")
    assert exchange.failure is Failure.HOST_NOT_FOUND


async def test_a_busy_resolver_is_asked_again() -> None:
    hosts: list[str] = []

    async def resolve(host: str, port: int) -> list[str]:
        hosts.append(host)
        if len(hosts) == 1:
            raise socket.gaierror(socket.EAI_AGAIN, "later")
        return ["127.0.0.1"]

    async with server(reply(b"hej")) as port, network(resolve=resolve) as net:
        exchange = await net.exchange(f"http://busy.example:{port}/")
    assert (exchange.body, len(hosts)) == (b"hej", 2)


async def test_a_label_that_is_too_long_is_not_a_host() -> None:
    async with network() as net:
        exchange = await net.exchange(f"http://{'a' * 70}.example/")
    assert exchange.failure in (Failure.HOST_NOT_FOUND, Failure.PROTOCOL_ERROR)


async def test_an_unknown_authority_is_a_tls_failure(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    async with server(reply(b"hej"), context) as port:
        async with network() as net:
            refused = await net.exchange(f"https://localhost:{port}/")
        pem = tmp_path / "ca.pem"
        authority.cert_pem.write_to_path(pem)
        monkeypatch.setenv("SSL_CERT_FILE", str(pem))
        async with network() as net:
            trusted = await net.exchange(f"https://localhost:{port}/")
    assert refused.failure is Failure.TLS_FAILED
    assert (trusted.status, trusted.body) == (200, b"hej")


async def test_the_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    heads: list[bytes] = []

    async def handler(head: bytes, writer: asyncio.StreamWriter) -> None:
        heads.append(head)
        await reply(b"through the proxy")(head, writer)

    async with server(handler) as port:
        monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{port}")
        async with network(allow=False) as net:
            exchange = await net.exchange("http://example.org/page")
    assert exchange.body == b"through the proxy"
    assert heads[0].startswith(b"GET http://example.org/page HTTP/1.1")


@pytest.mark.parametrize("address", ["http://127.0.0.1:{}", "127.0.0.1:{}", "http://127.0.0.1:{}/"])
@pytest.mark.parametrize("name", ["HTTP_PROXY", "http_proxy", "ALL_PROXY"])
async def test_a_proxy_may_be_written_as_people_write_it(
    monkeypatch: pytest.MonkeyPatch, name: str, address: str
) -> None:
    async with server(reply(b"through the proxy")) as port:
        monkeypatch.setenv(name, address.format(port))
        async with network() as net:
            exchange = await net.exchange("http://example.org/page")
    assert exchange.body == b"through the proxy"


async def test_https_goes_through_a_tunnel(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    heads: list[bytes] = []
    authority = trustme.CA()
    inner = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("school.example").configure_cert(inner)
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heads.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        await writer.drain()
        await writer.start_tls(inner)
        heads.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nhej")
        await writer.drain()
        writer.close()

    started = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = started.sockets[0].getsockname()[1]
    monkeypatch.setenv("HTTPS_PROXY", f"http://anna:s3cret@127.0.0.1:{port}")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    async with network(allow=False) as net:
        exchange = await net.exchange("https://school.example/page")
    started.close()
    assert (exchange.body, exchange.failure) == (b"hej", None)
    assert heads[0].startswith(b"CONNECT school.example:443")
    assert b"proxy-authorization: basic" in heads[0].lower()
    assert b"proxy-authorization" not in heads[1].lower()


async def test_a_proxy_that_refuses_or_is_not_there_is_a_proxy_failure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with server(reply(b"who are you", status="407 Proxy Authentication Required")) as port:
        monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{port}")
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{port}")
        async with network() as net:
            exchanges = [
                await net.exchange(f"{scheme}://example.org/") for scheme in ("http", "https")
            ]
    async with network() as net:
        exchanges.append(await net.exchange("http://example.org/"))
    assert [exchange.failure for exchange in exchanges] == [Failure.PROXY_FAILED] * 3
    assert [exchange.status for exchange in exchanges] == [None] * 3


@pytest.mark.parametrize("proxy", ["gopher://x:1", "http://[::1", "socks5://127.0.0.1:9", "ftp:/x"])
async def test_a_proxy_that_cannot_be_used_is_a_proxy_failure(
    monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    monkeypatch.setenv("HTTP_PROXY", proxy)
    async with network() as net:
        exchange = await net.exchange("http://example.org/")
    assert exchange.failure is Failure.PROXY_FAILED


@pytest.mark.parametrize("proxy", ["http://anna:s3cret@127.0.0.1:{}", "gopher://anna:s3cret@x:{}"])
async def test_no_log_and_no_record_holds_the_password_of_the_proxy(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, tmp_path: Path, proxy: str
) -> None:
    caplog.set_level(logging.DEBUG)
    recorder = Recorder(tmp_path / "x.warc.gz", "test", NOON)
    async with server(reply(b"hej")) as port:
        monkeypatch.setenv("HTTP_PROXY", proxy.format(port))
        network = RecordingNetwork(LiveNetwork(VISITOR), recorder)
        await network.exchange("http://example.org/")
        await network.close()
    recorder.close()
    written = gzip.decompress((tmp_path / "x.warc.gz").read_bytes()).lower()
    secrets = ("s3cret", base64.b64encode(b"anna:s3cret").decode())
    assert not any(secret in caplog.text for secret in secrets)
    assert not any(secret.lower().encode() in written for secret in secrets)
    assert b"proxy-authorization" not in written


async def test_certificates_that_cannot_be_read_are_a_tls_failure(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))
    async with network() as net:
        exchange = await net.exchange("https://localhost/")
    assert exchange.failure is Failure.TLS_FAILED
    assert "SSL_CERT_FILE" in caplog.text


@pytest.mark.parametrize("exempt", ["127.0.0.1", "127.0.0.1:{}", "*", "example.org, 127.0.0.1"])
async def test_no_proxy_is_obeyed(monkeypatch: pytest.MonkeyPatch, exempt: str) -> None:
    async with server(reply(b"direct")) as port:
        monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
        monkeypatch.setenv("NO_PROXY", exempt.format(port))
        async with network() as net:
            exchange = await net.exchange(f"http://127.0.0.1:{port}/")
    assert exchange.body == b"direct"


def test_httpx_still_takes_a_pool_of_ours() -> None:
    """The one private attribute we set; without it the guard would be bypassed silently."""
    ours = create_transport(None, allow_private=False)
    assert isinstance(ours, PooledTransport)
    backend = ours._pool._network_backend
    assert isinstance(backend, LenientBackend)
    assert isinstance(backend._backend, GuardedBackend)
    assert "_pool" in vars(httpx.AsyncHTTPTransport())
