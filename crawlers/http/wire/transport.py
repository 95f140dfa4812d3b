"""Make connections: resolve names, check addresses, use the proxies of the environment."""

from __future__ import annotations

import asyncio
import logging
import socket
import ssl
from collections.abc import Awaitable, Callable, Iterable, Mapping
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx

from crawlers.http.clock import SystemClock
from crawlers.http.protocols import Clock
from crawlers.http.ssrf_guard import is_public_address
from crawlers.http.wire.lenient_stream import LenientBackend
from crawlers.urls.parts import split

_LOG = logging.getLogger(__name__)
_MAX_ADDRESSES = 4
_MAX_CONNECTIONS = 100
_IDLE_SECONDS = 15.0
_RESOLVE_AGAIN_AFTER = 0.5  # seconds
SocketOption = (
    tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]
)

Resolve = Callable[[str, int], Awaitable[list[str]]]


class AddressNotAllowedError(httpcore.ConnectError):
    """The name leads to an address that is not on the public internet."""


class HostNotFoundError(httpcore.ConnectError):
    """The name has no address."""


class CertificatesError(httpx.TransportError):
    """The certificates that ``SSL_CERT_FILE`` or ``SSL_CERT_DIR`` name cannot be read."""


async def resolve_host(host: str, port: int) -> list[str]:
    """The addresses of a name, each once, in the order of the system's resolver."""
    loop = asyncio.get_running_loop()
    entries = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in entries))


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """Connects to an address that it has checked, so that no second DNS answer can differ."""

    def __init__(
        self, *, allow_private: bool, resolve: Resolve = resolve_host, clock: Clock | None = None
    ) -> None:
        self._backend = httpcore.AnyIOBackend()
        self._allow_private = allow_private
        self._resolve = resolve
        self._clock = clock or SystemClock()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SocketOption] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A connection to the first of the host's checked addresses that answers.

        They share the time limit, so that a silent address leaves time for the next one.
        """
        addresses = (await self._checked_addresses(host, port))[:_MAX_ADDRESSES]
        share = timeout / max(1, len(addresses)) if timeout is not None else None
        error: Exception = HostNotFoundError(host)
        for address in addresses:
            try:
                return await self._backend.connect_tcp(
                    address, port, share, local_address, socket_options
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
        """Always refuse: a local socket is no public address."""
        raise AddressNotAllowedError(path)

    async def sleep(self, seconds: float) -> None:
        """Wait some seconds."""
        await asyncio.sleep(seconds)

    async def _checked_addresses(self, host: str, port: int) -> list[str]:
        addresses = await self._addresses(host, port)
        if self._allow_private:
            return addresses
        public = [address for address in addresses if is_public_address(address)]
        if addresses and not public:
            raise AddressNotAllowedError(f"{host} is {', '.join(addresses)}")
        return public

    async def _addresses(self, host: str, port: int) -> list[str]:
        """The addresses of a name; a resolver that is busy is asked a second time."""
        try:
            return await self._resolve(host, port)
        except (socket.gaierror, UnicodeError) as error:
            if not isinstance(error, socket.gaierror) or error.errno != socket.EAI_AGAIN:
                raise HostNotFoundError(host) from error
        await self._clock.sleep(_RESOLVE_AGAIN_AFTER)
        try:
            return await self._resolve(host, port)
        except socket.gaierror as error:
            raise HostNotFoundError(host) from error


class PooledTransport(httpx.AsyncHTTPTransport):
    """httpx's transport on a pool of our own; httpx has no public way to hand one over."""

    def __init__(self, pool: httpcore.AsyncConnectionPool) -> None:
        self._pool = pool


def create_transport(
    proxy: str | None,
    *,
    allow_private: bool,
    resolve: Resolve = resolve_host,
    clock: Clock | None = None,
) -> httpx.AsyncBaseTransport:
    """A transport straight to the host, or through a proxy, which then resolves names itself.

    Raises ``httpx.ProxyError`` for a proxy that cannot be used and ``CertificatesError`` for
    certificates that cannot be read; no message holds the proxy's password.
    """
    context = _certificates()
    if proxy is None:
        guarded = GuardedBackend(allow_private=allow_private, resolve=resolve, clock=clock)
        return PooledTransport(
            httpcore.AsyncConnectionPool(
                ssl_context=context,
                max_connections=_MAX_CONNECTIONS,
                keepalive_expiry=_IDLE_SECONDS,
                network_backend=LenientBackend(guarded),
            )
        )
    try:
        secure = context if proxy.lower().startswith("https://") else None
        return PooledTransport(_proxy_pool(httpx.Proxy(proxy, ssl_context=secure), context))
    except (ValueError, ImportError, RuntimeError, httpx.InvalidURL):
        _LOG.error("The proxy that the environment names cannot be used; give http://host:port.")
        raise httpx.ProxyError("unusable proxy") from None


def _proxy_pool(proxy: httpx.Proxy, context: ssl.SSLContext) -> httpcore.AsyncConnectionPool:
    """Connections through an HTTP or SOCKS proxy; raises as ``create_transport`` catches it."""
    url = httpcore.URL(
        scheme=proxy.url.raw_scheme,
        host=proxy.url.raw_host,
        port=proxy.url.port,
        target=proxy.url.raw_path,
    )
    backend = LenientBackend(httpcore.AnyIOBackend())
    if proxy.url.scheme in ("http", "https"):
        return httpcore.AsyncHTTPProxy(
            proxy_url=url,
            proxy_auth=proxy.raw_auth,
            proxy_headers=proxy.headers.raw,
            proxy_ssl_context=proxy.ssl_context,
            ssl_context=context,
            max_connections=_MAX_CONNECTIONS,
            keepalive_expiry=_IDLE_SECONDS,
            network_backend=backend,
        )
    return httpcore.AsyncSOCKSProxy(
        proxy_url=url,
        proxy_auth=proxy.raw_auth,
        ssl_context=context,
        max_connections=_MAX_CONNECTIONS,
        keepalive_expiry=_IDLE_SECONDS,
        network_backend=backend,
    )


def _certificates() -> ssl.SSLContext:
    try:
        return httpx.create_ssl_context()
    except OSError as error:
        _LOG.error("The certificates that SSL_CERT_FILE or SSL_CERT_DIR name cannot be read.")
        raise CertificatesError("unreadable certificates") from error


def proxies_of_environment() -> dict[str, str]:
    """The proxies that ``HTTP_PROXY``, ``HTTPS_PROXY`` and ``ALL_PROXY`` name, by scheme.

    A proxy without a scheme is an HTTP proxy, as in other programs.
    """
    return {
        scheme: address if "://" in address else f"http://{address}"
        for scheme, address in getproxies().items()
        if address and scheme != "no"
    }


def proxy_for(url: str, proxies: Mapping[str, str]) -> str | None:
    """The proxy that an address goes through, or None (``NO_PROXY`` names host, or host:port)."""
    parts = split(url)
    if parts is None or not proxies:
        return None
    if proxy_bypass(parts.hostname or "") or proxy_bypass(parts.netloc.rpartition("@")[2]):
        return None
    return proxies.get(parts.scheme) or proxies.get("all")
