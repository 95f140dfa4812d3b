"""Connections on which odd heads of answers are mended before the HTTP reader sees them."""

from __future__ import annotations

import ssl
from collections.abc import Iterable
from typing import Any

import httpcore

from crawlers.http.wire.lenient_head import end_of_head, mend_head

_MAX_HEAD = 100_000  # bytes; the HTTP reader refuses longer ones
SocketOption = (
    tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]
)


class LenientStream(httpcore.AsyncNetworkStream):
    """A connection; ``odd_head`` is the head of its last answer as it came, if it was mended.

    Only answers are touched: whatever is written passes as it is.
    """

    def __init__(self, stream: httpcore.AsyncNetworkStream) -> None:
        self._stream = stream
        self._before_head = True
        self.odd_head = b""

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """The next bytes; a head comes whole and as its reader can read it."""
        data = await self._stream.read(max_bytes, timeout)
        if not self._before_head:
            return data
        more = data
        while more and end_of_head(data) < 0 and len(data) <= _MAX_HEAD:
            more = await self._stream.read(max_bytes, timeout)
            data += more
        return self._mended(data)

    def _mended(self, data: bytes) -> bytes:
        """Bytes that begin with a head, with the head mended; any number of 1xx goes before it."""
        mended = b""
        while self._before_head and (end := end_of_head(data)) > 0:
            original, data = data[:end], data[end:]
            head = mend_head(original)
            if head is None:
                self._before_head = False
                return mended + original + data
            self._before_head = 100 <= head.status < 200 and head.status != 101
            if head.text != original:
                self.odd_head = original
            mended += head.text
        return mended + data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes of a request; the next answer begins with a head."""
        self._before_head, self.odd_head = True, b""
        await self._stream.write(buffer, timeout)

    async def aclose(self) -> None:
        """Close the connection."""
        await self._stream.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """The same connection, encrypted."""
        return LenientStream(await self._stream.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401  httpcore's own signature
        """What the connection below says of itself."""
        return self._stream.get_extra_info(info)


class LenientBackend(httpcore.AsyncNetworkBackend):
    """Connects as another backend does, and mends the heads of answers."""

    def __init__(self, backend: httpcore.AsyncNetworkBackend) -> None:
        self._backend = backend

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SocketOption] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A connection whose answers are mended."""
        stream = await self._backend.connect_tcp(host, port, timeout, local_address, socket_options)
        return LenientStream(stream)

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[SocketOption] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Whatever the other backend does."""
        return await self._backend.connect_unix_socket(path, timeout, socket_options)

    async def sleep(self, seconds: float) -> None:
        """Wait some seconds."""
        await self._backend.sleep(seconds)
