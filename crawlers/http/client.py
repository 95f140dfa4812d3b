"""The internet through httpx, on connection pools that connect to checked addresses only."""

from __future__ import annotations

import asyncio
import ssl
from contextlib import suppress
from dataclasses import dataclass

import httpx

from crawlers.http.clock import SystemClock
from crawlers.http.exchange import BROKEN_OFF, Exchange, Headers, RawExchange, header_texts
from crawlers.http.protocols import Clock, Visitor
from crawlers.http.ssrf_guard import is_public_address, literal_address
from crawlers.http.throttle import MAX_CONNECTIONS
from crawlers.http.wire.body import is_text, max_bytes
from crawlers.http.wire.lenient_stream import LenientStream
from crawlers.http.wire.transport import (
    AddressNotAllowedError,
    CertificatesError,
    HostNotFoundError,
    Resolve,
    create_transport,
    proxies_of_environment,
    proxy_for,
    resolve_host,
)
from crawlers.model.media_type import claimed_type
from crawlers.model.verdict import Failure
from crawlers.urls.parts import host_of

_CONNECT_SECONDS = 10.0
_LOOKUP_SECONDS = 3.0  # for a name that the proxy is to resolve

Wire = httpx.AsyncBaseTransport  # what stands between us and the hosts; tests bring their own


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """What came over the wire; ``truncated`` says why the body is not complete, if so.

    ``odd_head`` is the head as it came, where it had to be mended.
    """

    response: httpx.Response
    body: bytes
    truncated: str
    odd_head: bytes = b""


class LiveNetwork:
    """Exchanges with the internet, with limits of time and size; implements ``Network``.

    ``seconds`` limits one whole exchange. ``transport`` and ``resolve`` replace the internet and
    its names in tests. Cookies that answers set are not kept here.
    """

    def __init__(
        self,
        visitor: Visitor,
        *,
        allow_private: bool = False,
        seconds: float = 30.0,
        transport: httpx.AsyncBaseTransport | None = None,
        resolve: Resolve = resolve_host,
        clock: Clock | None = None,
    ) -> None:
        self._headers = {
            "User-Agent": visitor.user_agent,
            "Accept": "text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8",
            "Accept-Language": f"{visitor.language},en;q=0.5",
            "Accept-Encoding": "gzip, deflate",
        }
        self._session = visitor.session
        self._allow_private = allow_private
        self._seconds = seconds
        self._given = transport
        self._resolve = resolve
        self._clock = clock or SystemClock()
        self._proxies = {} if transport is not None else proxies_of_environment()
        self._inside: dict[str, bool] = {}
        self._transports: dict[str | None, httpx.AsyncBaseTransport] = {}
        # Waiting for a free connection is not the host's delay: it comes before the deadline.
        self._slots = asyncio.Semaphore(MAX_CONNECTIONS)

    def is_live(self, url: str) -> bool:
        """Always true: every exchange leaves the machine."""
        del url
        return True

    async def exchange(self, url: str, cookie: str = "") -> Exchange:
        """Send one GET request; failures come back as values."""
        timeout = httpx.Timeout(self._seconds, connect=min(_CONNECT_SECONDS, self._seconds))
        try:
            request = httpx.Request(
                "GET", url, headers=self._headers, extensions={"timeout": timeout.as_dict()}
            )
        except (httpx.InvalidURL, ValueError):
            return self._failure(url, Failure.PROTOCOL_ERROR, asked=False)
        if cookie:
            request.headers["Cookie"] = cookie
        sent_headers = _raw_headers(request.headers)
        if self._session is not None:
            request.headers.update(self._session.headers(url))
        proxy = proxy_for(url, self._proxies)
        if proxy is not None and await self._leads_inside(url):
            return self._failure(url, Failure.ADDRESS_NOT_ALLOWED, asked=False)
        async with self._slots:
            try:
                answer = await self._answer(proxy, request)
            except (httpx.TransportError, TimeoutError, ValueError) as error:
                return self._failure(url, failure_of(error, proxied=proxy is not None), asked=True)
        if proxy is not None and answer.response.status_code == 407:
            return self._failure(url, Failure.PROXY_FAILED, asked=True)
        return self._exchange_of(url, request, sent_headers, answer)

    async def _leads_inside(self, url: str) -> bool:
        """True for a name that the machine itself resolves to addresses that are not public.

        Behind a proxy it is the proxy that resolves names, and many machines can resolve none.
        """
        host = host_of(url)
        if self._allow_private or literal_address(host) is not None:
            return False
        if host not in self._inside:
            try:
                async with asyncio.timeout(_LOOKUP_SECONDS):
                    addresses = await self._resolve(host, 443)
            except (OSError, UnicodeError, TimeoutError):
                addresses = []
            self._inside[host] = bool(addresses) and not any(map(is_public_address, addresses))
        return self._inside[host]

    async def _answer(self, proxy: str | None, request: httpx.Request) -> _Answer:
        """Send the request, and read the body as far as it is wanted and comes in time."""
        deadline = asyncio.get_running_loop().time() + self._seconds
        async with asyncio.timeout_at(deadline):
            response = await self._transport(proxy).handle_async_request(request)
            stream = response.extensions.get("network_stream")
            odd_head = stream.odd_head if isinstance(stream, LenientStream) else b""
            media_type = claimed_type(response.headers.get_list("content-type"))
        try:
            body, truncated = await _read(response, media_type, deadline)
        finally:
            with suppress(httpx.TransportError):
                await response.aclose()
        return _Answer(response=response, body=body, truncated=truncated, odd_head=odd_head)

    def _transport(self, proxy: str | None) -> httpx.AsyncBaseTransport:
        if self._given is not None:
            return self._given
        if proxy not in self._transports:
            self._transports[proxy] = create_transport(
                proxy,
                allow_private=self._allow_private,
                resolve=self._resolve,
                clock=self._clock,
            )
        return self._transports[proxy]

    def _exchange_of(
        self, url: str, request: httpx.Request, sent_headers: Headers, answer: _Answer
    ) -> Exchange:
        """The exchange of an answer; ``sent_headers`` are those without the session's.

        A session is a secret of its owner, so no record of it may be kept.
        """
        response = answer.response
        raw = RawExchange(
            target=request.url.raw_path.decode("ascii"),
            request_headers=sent_headers,
            status=response.status_code,
            reason=response.reason_phrase,
            headers=_raw_headers(response.headers),
            body=answer.body,
            truncated=answer.truncated,
            odd_head=answer.odd_head,
        )
        return Exchange.from_coded(
            url=url,
            captured_at=self._clock.utc_now(),
            status=response.status_code,
            headers=header_texts(_raw_headers(response.headers)),
            body=answer.body,
            truncated=answer.truncated,
            live=True,
            raw=raw,
        )

    def refuse(self, url: str, failure: Failure) -> Exchange:
        """The exchange that did not take place."""
        return self._failure(url, failure, asked=False)

    def _failure(self, url: str, failure: Failure, *, asked: bool) -> Exchange:
        return Exchange(
            url=url, captured_at=self._clock.utc_now(), failure=failure, asked=asked, live=True
        )

    async def close(self) -> None:
        """Close all connections."""
        for transport in self._transports.values():
            await transport.aclose()
        self._transports.clear()


async def _read(response: httpx.Response, media_type: str, deadline: float) -> tuple[bytes, str]:
    """The body as it came, and why it is not complete if so, in the words of ``WARC-Truncated``.

    Part of a film or a sound counts as delivered when time is up; part of a text does not. What
    came before a connection broke is kept as evidence.
    """
    limit = max_bytes(media_type)
    pieces: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout_at(deadline):
            async for piece in response.aiter_raw():
                pieces.append(piece)
                size += len(piece)
                if size > limit:
                    return b"".join(pieces)[:limit], "length"
    except TimeoutError:
        if is_text(media_type) or not size:
            raise
        return b"".join(pieces), "time"
    except (httpx.RemoteProtocolError, httpx.ReadError):
        if not size:
            raise
        return b"".join(pieces), BROKEN_OFF
    return b"".join(pieces), ""


def _raw_headers(headers: httpx.Headers) -> Headers:
    """Headers byte by byte, as records keep them, without the coding that httpx removed."""
    pairs = ((key.decode("latin-1"), value.decode("latin-1")) for key, value in headers.raw)
    return tuple(pair for pair in pairs if pair[0].lower() != "transfer-encoding")


_OTHER_FAILURE = Failure.PROTOCOL_ERROR
_FAILURES: tuple[tuple[type[BaseException], Failure], ...] = (
    (AddressNotAllowedError, Failure.ADDRESS_NOT_ALLOWED),
    (HostNotFoundError, Failure.HOST_NOT_FOUND),
    (CertificatesError, Failure.TLS_FAILED),
    (ssl.SSLError, Failure.TLS_FAILED),
    (TimeoutError, Failure.TIMEOUT),
    (httpx.TimeoutException, Failure.TIMEOUT),
    (httpx.ProxyError, Failure.PROXY_FAILED),
)
_UNCONNECTED = frozenset({Failure.HOST_NOT_FOUND, Failure.CONNECTION_FAILED})


def failure_of(error: BaseException, *, proxied: bool = False) -> Failure:
    """The failure that an exception of the HTTP client stands for.

    Through a proxy, a connection that cannot be made is the proxy's failure.
    """
    failure = _failure_in_chain(error)
    unconnected = failure in _UNCONNECTED or isinstance(error, httpx.ConnectTimeout)
    return Failure.PROXY_FAILED if proxied and unconnected else failure


def _failure_in_chain(error: BaseException) -> Failure:
    chain: BaseException | None = error
    while chain is not None:
        for kind, failure in _FAILURES:
            if isinstance(chain, kind):
                return failure
        chain = chain.__cause__ or chain.__context__
    return Failure.CONNECTION_FAILED if isinstance(error, httpx.ConnectError) else _OTHER_FAILURE
