"""A server on loopback that answers exactly the bytes that a case says.

Written on bare sockets, since the libraries refuse to send the odd heads that are wanted here. It
is a proxy as well: names that a case needs are answered (https ones under an authority of its
own), every other name is refused, so that nothing leaves the machine.
"""

from __future__ import annotations

import asyncio
import contextlib
import ssl
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import trustme

from tests.kinds.cases import Case, Response, load

_NOT_FOUND = Response(
    paths=(),
    status="404 Not Found",
    head=(b"Content-Type: text/html; charset=utf-8",),
    body=b"<!doctype html><title>404 Not Found</title><h1>Not Found</h1><p>No such page.</p>",
)
_NO_HOST = b"HTTP/1.1 502 No such host\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


@dataclass
class Server:
    """One case on loopback, and the list of what it was asked for."""

    folder: Path
    origin: str = ""
    ca_file: str = ""
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.case: Case | None = None
        self._authority = trustme.CA()
        self._contexts: dict[str, ssl.SSLContext] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def ready(self, port: int, folder: Path) -> None:
        """Takes the port that the system gave; loads the case with it."""
        self.origin = f"http://127.0.0.1:{port}"
        self.case = load(self.folder, self.origin)
        self.ca_file = str(folder / "authority.pem")
        self._authority.cert_pem.write_to_path(self.ca_file)

    def answer(self, host: str, target: str, cookies: str) -> Response:
        """What the case answers: the first response for the target whose cookie is there."""
        assert self.case is not None
        own = self.case.origin.partition("://")[2]
        name = "" if host in ("", own) else host
        brought = {item.strip() for item in cookies.split(";")}
        for response in self.case.responses:
            named = response.host == name and target in response.paths
            if named and (not response.cookie or response.cookie in brought):
                return response
        return _NOT_FOUND

    async def connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serves one connection until it ends; a peer that leaves is no error."""
        task = asyncio.current_task()
        if task is not None:
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        quiet = (ConnectionError, ssl.SSLError, asyncio.IncompleteReadError, asyncio.CancelledError)
        with contextlib.suppress(*quiet):
            await self._serve(reader, writer, "")
        writer.close()

    def stop(self) -> None:
        """Ends every connection that is still open."""
        for task in self._tasks:
            task.cancel()

    async def _serve(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, origin: str
    ) -> None:
        """One request and its answer; ``origin`` is the host's name inside a tunnel."""
        head = await reader.readuntil(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        method, target, _ = (*first.split(" "), "", "")[:3]
        if method == "CONNECT":
            await self._tunnel(reader, writer, target)
            return
        host = origin
        if target.startswith("http://"):
            host, slash, rest = target.removeprefix("http://").partition("/")
            target = slash + rest
            if not self._is_known(host):
                writer.write(_NO_HOST)
                await writer.drain()
                return
        cookies = [line[7:] for line in lines if line.lower().startswith("cookie:")]
        self.asked.append(f"{host}{target}")
        response = self.answer(host, target, ";".join(cookies))
        writer.write(response.raw(body=method != "HEAD"))
        await writer.drain()

    async def _tunnel(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, target: str
    ) -> None:
        host = target.rpartition(":")[0]
        if not self._is_known(host):
            writer.write(_NO_HOST)
            await writer.drain()
            return
        writer.write(b"HTTP/1.1 200 Connected\r\n\r\n")
        await writer.drain()
        if host not in self._contexts:
            self._contexts[host] = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._authority.issue_cert(host).configure_cert(self._contexts[host])
        await writer.start_tls(self._contexts[host])
        await self._serve(reader, writer, host)

    def _is_known(self, host: str) -> bool:
        assert self.case is not None
        return host.rstrip(".") in self.case.hosts


@contextlib.contextmanager
def serve(folder: Path) -> Iterator[Server]:
    """The case of a folder, served from a thread of its own."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    server = Server(folder)
    with tempfile.TemporaryDirectory() as place:
        opening = asyncio.start_server(server.connected, "127.0.0.1", 0, limit=1 << 20)
        listening = asyncio.run_coroutine_threadsafe(opening, loop).result(10)
        try:
            server.ready(listening.sockets[0].getsockname()[1], Path(place))
            yield server
        finally:
            asyncio.run_coroutine_threadsafe(_close(server, listening), loop).result(10)
            loop.call_soon_threadsafe(loop.stop)
            thread.join(10)
            loop.close()


async def _close(server: Server, listening: asyncio.Server) -> None:
    listening.close()
    server.stop()
    await asyncio.sleep(0)
