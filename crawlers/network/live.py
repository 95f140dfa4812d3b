"""The internet through httpx, on connection pools that dial checked addresses only."""

from __future__ import annotations

import asyncio
import ssl
from contextlib import suppress
from dataclasses import dataclass

import httpx

from crawlers.model import Failure
from crawlers.network import bodies
from crawlers.network.dialling import (
    AddressNotAllowedError,
    CertificatesError,
    HostNotFoundError,
    Resolve,
    look_up,
    proxies_of_environment,
    proxy_for,
    transport,
)
from crawlers.network.evidence import Recorder
from crawlers.network.exchange import Exchange, Headers, now

_CONNECT_SECONDS = 10.0
_AT_ONCE = 40

Wire = httpx.AsyncBaseTransport  # what stands between us and the hosts; tests bring their own


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """What came over the wire; ``cut`` says why the body is not whole, as WARC-Truncated does."""

    response: httpx.Response
    raw: bytes
    cut: str


class LiveNetwork:
    """Exchanges with the internet: no cookies, limits of time and size, all recorded.

    ``seconds`` limits one whole exchange. ``wire`` and ``resolve`` replace the internet and its
    names in tests.
    """

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
        resolve: Resolve = look_up,
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
        self._resolve = resolve
        self._proxies = {} if transport is not None else proxies_of_environment()
        self._transports: dict[str | None, httpx.AsyncBaseTransport] = {}
        # Waiting for a connection of ours is no silence of the host: it stands before the clock.
        self._slots = asyncio.Semaphore(_AT_ONCE)

    async def exchange(self, url: str) -> Exchange:
        """One GET without cookies; failures come back as values."""
        timeout = httpx.Timeout(self._seconds, connect=min(_CONNECT_SECONDS, self._seconds))
        try:
            request = httpx.Request(
                "GET", url, headers=self._headers, extensions={"timeout": timeout.as_dict()}
            )
        except (httpx.InvalidURL, ValueError):
            return self._failed(url, Failure.PROTOCOL_ERROR, asked=False)
        proxy = proxy_for(url, self._proxies)
        async with self._slots:
            try:
                answer = await self._answer(proxy, request)
            except (httpx.TransportError, TimeoutError, ValueError) as error:
                return self._failed(url, failure_of(error, proxied=proxy is not None), asked=True)
        if proxy is not None and answer.response.status_code == 407:
            return self._failed(url, Failure.PROXY_FAILED, asked=True)
        return self._recorded(url, request, answer)

    async def _answer(self, proxy: str | None, request: httpx.Request) -> _Answer:
        """Asks, and reads the body as far as it is wanted and comes in time."""
        deadline = asyncio.get_running_loop().time() + self._seconds
        async with asyncio.timeout_at(deadline):
            response = await self._transport(proxy).handle_async_request(request)
            media_type = response.headers.get("content-type", "")
        try:
            raw, cut = await _read(response, media_type, deadline)
        finally:
            with suppress(httpx.TransportError):
                await response.aclose()
        return _Answer(response=response, raw=raw, cut=cut)

    def _transport(self, proxy: str | None) -> httpx.AsyncBaseTransport:
        if self._given is not None:
            return self._given
        if proxy not in self._transports:
            self._transports[proxy] = transport(
                proxy, allow_private=self._allow_private, resolve=self._resolve
            )
        return self._transports[proxy]

    def _recorded(self, url: str, request: httpx.Request, answer: _Answer) -> Exchange:
        """The exchange of an answer, with its record; one that cannot be decoded is a failure."""
        captured_at, response = now(), answer.response
        record_id = ""
        if self._recorder is not None:
            record_id = self._recorder.write(
                url=url,
                target=request.url.raw_path.decode("ascii"),
                captured_at=captured_at,
                request_headers=_as_they_came(request.headers),
                status=response.status_code,
                reason=response.reason_phrase,
                headers=_as_they_came(response.headers),
                raw=answer.raw,
                truncated=answer.cut,
            )
        return Exchange.of(
            url=url,
            captured_at=captured_at,
            status=response.status_code,
            headers=_as_texts(response.headers),
            raw=answer.raw,
            record_id=record_id,
            cut=bool(answer.cut),
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
        for used in self._transports.values():
            await used.aclose()


async def _read(response: httpx.Response, media_type: str, deadline: float) -> tuple[bytes, str]:
    """The raw body, and why it is cut if it is: ``length`` or ``time``.

    A film or a sound that plays on has been delivered; half a text has not.
    """
    most = bodies.most_bytes(media_type)
    pieces: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout_at(deadline):
            async for piece in response.aiter_raw():
                pieces.append(piece)
                size += len(piece)
                if size > most:
                    return b"".join(pieces)[:most], "length"
    except TimeoutError:
        if bodies.is_text(media_type) or not size:
            raise
        return b"".join(pieces), "time"
    return b"".join(pieces), ""


def _as_they_came(headers: httpx.Headers) -> Headers:
    """Headers byte by byte, as records keep them, less the coding that httpx took off."""
    pairs = ((key.decode("latin-1"), value.decode("latin-1")) for key, value in headers.raw)
    return tuple(pair for pair in pairs if pair[0].lower() != "transfer-encoding")


def _as_texts(headers: httpx.Headers) -> Headers:
    """Headers as texts: UTF-8 where it is that, as browsers read addresses, else Latin-1."""
    return tuple((key, _text(value)) for key, value in _as_they_came(headers))


def _text(value: str) -> str:
    try:
        return value.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return value


_OTHERWISE = Failure.PROTOCOL_ERROR
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

    Through a proxy it is the proxy that no connection could be made to.
    """
    failure = _named(error)
    unconnected = failure in _UNCONNECTED or isinstance(error, httpx.ConnectTimeout)
    return Failure.PROXY_FAILED if proxied and unconnected else failure


def _named(error: BaseException) -> Failure:
    chain: BaseException | None = error
    while chain is not None:
        for kind, failure in _FAILURES:
            if isinstance(chain, kind):
                return failure
        chain = chain.__cause__ or chain.__context__
    return Failure.CONNECTION_FAILED if isinstance(error, httpx.ConnectError) else _OTHERWISE
