"""The internet through httpx, on connection pools that dial checked addresses only."""

from __future__ import annotations

import asyncio
import socket
import ssl
import zlib
from collections.abc import Iterable
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx

from crawlers.model import Failure
from crawlers.network.evidence import Recorder
from crawlers.network.exchange import Exchange, Headers, now
from crawlers.network.guard import public_address
from crawlers.urls import split

_LIMITS = {"text": 8_000_000, "image": 5_000_000}
_TEXT_TYPES = (
    "text/",
    "application/json",
    "application/xhtml",
    "application/xml",
    "application/ld",
)
_OTHER_LIMIT = 262_144
_CONNECT_SECONDS = 10.0
SocketOption = (
    tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]
)

Wire = httpx.AsyncBaseTransport  # what stands between us and the hosts; tests bring their own


class AddressNotAllowedError(httpcore.ConnectError):
    """The name leads to an address that is not on the public internet."""


class HostNotFoundError(httpcore.ConnectError):
    """The name has no address."""


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """Resolves, checks and dials the checked address, so that no second look-up can differ."""

    def __init__(self, *, allow_private: bool) -> None:
        self._dialler = httpcore.AnyIOBackend()
        self._allow_private = allow_private

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SocketOption] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A connection to the first of the host's checked addresses that answers."""
        addresses = await self._checked(host, port)
        error: Exception = HostNotFoundError(host)
        for address in addresses:
            try:
                return await self._dialler.connect_tcp(
                    address, port, timeout, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as failed:
                error = failed
        raise error

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[SocketOption] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Never: a local socket is no public address."""
        raise AddressNotAllowedError(path)

    async def sleep(self, seconds: float) -> None:
        """Waits some seconds."""
        await asyncio.sleep(seconds)

    async def _checked(self, host: str, port: int) -> list[str]:
        loop = asyncio.get_running_loop()
        try:
            found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (socket.gaierror, UnicodeError) as error:
            raise HostNotFoundError(host) from error
        addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        if self._allow_private:
            return addresses
        public = [address for address in addresses if public_address(address)]
        if not public:
            raise AddressNotAllowedError(f"{host} is {', '.join(addresses)}")
        return public


class _PooledTransport(httpx.AsyncHTTPTransport):
    """httpx's transport on a pool of our own; httpx has no public way to hand one over."""

    def __init__(self, pool: httpcore.AsyncConnectionPool) -> None:
        self._pool = pool


def _transport(proxy: str | None, *, allow_private: bool) -> httpx.AsyncBaseTransport:
    """A transport straight to the host, or through a proxy, which then resolves names itself."""
    context = httpx.create_ssl_context()
    if proxy is None:
        backend = GuardedBackend(allow_private=allow_private)
        return _PooledTransport(
            httpcore.AsyncConnectionPool(
                ssl_context=context, max_connections=40, network_backend=backend
            )
        )
    return httpx.AsyncHTTPTransport(verify=context, proxy=proxy)


class LiveNetwork:
    """Exchanges with the internet: no cookies, limits of time and size, all recorded."""

    live = True

    def __init__(
        self,
        *,
        user_agent: str,
        language: str,
        recorder: Recorder | None,
        allow_private: bool = False,
        seconds: float = 30.0,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self._headers = {
            "User-Agent": user_agent,
            "Accept": "text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8",
            "Accept-Language": f"{language},en;q=0.5",
            "Accept-Encoding": "gzip, deflate",
        }
        self._recorder = recorder
        self._allow_private = allow_private
        self._seconds = seconds
        self._given = transport
        self._proxies = getproxies()
        self._transports: dict[str | None, httpx.AsyncBaseTransport] = {}

    def _transport_for(self, url: str) -> httpx.AsyncBaseTransport:
        if self._given is not None:
            return self._given
        parts = split(url)
        proxy = None
        if parts is not None and not proxy_bypass(parts.hostname or ""):
            proxy = self._proxies.get(parts.scheme) or self._proxies.get("all")
        if proxy not in self._transports:
            self._transports[proxy] = _transport(proxy, allow_private=self._allow_private)
        return self._transports[proxy]

    async def exchange(self, url: str) -> Exchange:
        """One GET without cookies; failures come back as values."""
        timeout = httpx.Timeout(self._seconds, connect=_CONNECT_SECONDS)
        try:
            request = httpx.Request(
                "GET", url, headers=self._headers, extensions={"timeout": timeout.as_dict()}
            )
            async with asyncio.timeout(self._seconds):
                return await self._answer(url, request)
        except (httpx.TransportError, httpx.InvalidURL, TimeoutError, ValueError) as error:
            return self._failed(url, failure_of(error), asked=True)

    async def _answer(self, url: str, request: httpx.Request) -> Exchange:
        response = await self._transport_for(url).handle_async_request(request)
        try:
            limit = _limit(response.headers.get("content-type", ""))
            raw, cut = await _read(response, limit)
        finally:
            await response.aclose()
        captured_at = now()
        headers = _headers(response)
        body, longer = decoded(headers, raw, limit)
        truncated = cut or longer
        record_id = ""
        if self._recorder is not None:
            record_id = self._recorder.write(
                url=url,
                captured_at=captured_at,
                request_headers=_pairs(request.headers.raw),
                status=response.status_code,
                reason=response.reason_phrase,
                headers=headers,
                raw=raw,
                truncated=truncated,
            )
        return Exchange(
            url=url,
            captured_at=captured_at,
            status=response.status_code,
            headers=headers,
            body=body,
            record_id=record_id,
            truncated=truncated,
        )

    def refuse(self, url: str, failure: Failure) -> Exchange:
        """An exchange that did not take place, with its record."""
        return self._failed(url, failure, asked=False)

    def _failed(self, url: str, failure: Failure, *, asked: bool) -> Exchange:
        captured_at = now()
        record_id = ""
        if self._recorder is not None:
            record_id = self._recorder.write_failure(url, failure, captured_at, asked=asked)
        return Exchange(
            url=url, captured_at=captured_at, failure=failure, record_id=record_id, asked=asked
        )

    async def close(self) -> None:
        """Closes all connections."""
        for transport in self._transports.values():
            await transport.aclose()


async def _read(response: httpx.Response, limit: int) -> tuple[bytes, bool]:
    """The raw body up to ``limit`` bytes, and whether there was more."""
    pieces, size = [], 0
    async for piece in response.aiter_raw():
        pieces.append(piece)
        size += len(piece)
        if size > limit:
            return b"".join(pieces)[:limit], True
    return b"".join(pieces), False


def _limit(media_type: str) -> int:
    lowered = media_type.lower()
    if lowered.startswith(_TEXT_TYPES) or not lowered:
        return _LIMITS["text"]
    return _LIMITS["image"] if lowered.startswith("image/") else _OTHER_LIMIT


def _pairs(raw: Iterable[tuple[bytes, bytes]]) -> Headers:
    return tuple((key.decode("latin-1"), value.decode("latin-1")) for key, value in raw)


def _headers(response: httpx.Response) -> Headers:
    """The answer's headers as they came, less the transfer coding that httpx took off."""
    pairs = _pairs(response.headers.raw)
    return tuple(pair for pair in pairs if pair[0].lower() != "transfer-encoding")


def decoded(headers: Headers, raw: bytes, limit: int) -> tuple[bytes, bool]:
    """A body freed of its content coding, at most ``limit`` bytes, and whether there was more.

    It stays as it came when the coding is broken or none that was asked for.
    """
    named = next((value for key, value in headers if key.lower() == "content-encoding"), "")
    coding = named.strip().lower()
    if coding not in _WINDOW:
        return raw, False
    for window in _WINDOW[coding]:
        opened = zlib.decompressobj(window)
        try:
            body = opened.decompress(raw, limit)
        except zlib.error:
            continue
        return body, bool(opened.unconsumed_tail)
    return raw, False


# zlib's window for a coding; "deflate" comes with and without a zlib header (RFC 9110, 8.4.1.2).
_WINDOW: dict[str, tuple[int, ...]] = {
    "gzip": (31,),
    "x-gzip": (31,),
    "deflate": (15, -15),
}
_OTHERWISE = Failure.PROTOCOL_ERROR
_FAILURES: tuple[tuple[type[BaseException], Failure], ...] = (
    (AddressNotAllowedError, Failure.ADDRESS_NOT_ALLOWED),
    (HostNotFoundError, Failure.HOST_NOT_FOUND),
    (ssl.SSLError, Failure.TLS_FAILED),
    (TimeoutError, Failure.TIMEOUT),
    (httpx.TimeoutException, Failure.TIMEOUT),
    (httpx.ProxyError, Failure.PROXY_FAILED),
)


def failure_of(error: BaseException) -> Failure:
    """The failure that an exception of the HTTP client stands for."""
    chain: BaseException | None = error
    while chain is not None:
        for kind, failure in _FAILURES:
            if isinstance(chain, kind):
                return failure
        chain = chain.__cause__ or chain.__context__
    return Failure.CONNECTION_FAILED if isinstance(error, httpx.ConnectError) else _OTHERWISE
