"""Behind a proxy, a name that the machine itself resolves to an address inside is not asked for."""

import socket

import pytest

from crawlers.http.client import LiveNetwork
from crawlers.http.protocols import Visitor
from crawlers.model.verdict import Failure


def network(monkeypatch: pytest.MonkeyPatch, addresses: list[str] | None, **more) -> LiveNetwork:
    """A network behind a proxy that nobody answers for."""

    async def resolve(host: str, port: int) -> list[str]:
        if addresses is None:
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        return addresses

    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    visitor = Visitor(user_agent="t", language="en")
    return LiveNetwork(visitor, resolve=resolve, seconds=2, **more)


@pytest.mark.parametrize("addresses", [["10.0.0.7"], ["127.0.0.1", "::1"], ["168.63.129.16"]])
async def test_a_name_for_an_address_inside_is_refused(monkeypatch, addresses):
    net = network(monkeypatch, addresses)
    exchange = await net.exchange("http://wiki.school.example/")
    await net.close()
    assert (exchange.failure, exchange.asked) == (Failure.ADDRESS_NOT_ALLOWED, False)


@pytest.mark.parametrize("addresses", [None, [], ["93.184.216.34"], ["10.0.0.7", "93.184.216.34"]])
async def test_the_rest_is_the_proxy_s(monkeypatch, addresses):
    net = network(monkeypatch, addresses)
    exchange = await net.exchange("http://wiki.school.example/")
    await net.close()
    assert (exchange.failure, exchange.asked) == (Failure.PROXY_FAILED, True)


async def test_private_networks_are_asked_where_that_was_ordered(monkeypatch):
    net = network(monkeypatch, ["10.0.0.7"], allow_private=True)
    exchange = await net.exchange("http://wiki.school.example/")
    await net.close()
    assert exchange.failure is Failure.PROXY_FAILED
