"""The world on loopback: an HTTP proxy with its own CA, as an agency's network would force.

``python -m tests.replica.serve`` prints what to export, and serves until Ctrl-C.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import ssl
import tempfile
import threading
from collections.abc import AsyncIterator, Coroutine, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import h11
import trustme

from tests.replica.answers import Answer
from tests.replica.world import World, ordinary, world

_CHUNK = 65536
_T = TypeVar("_T")


@dataclass(frozen=True)
class ReplicaServer:
    """Where the world is: the proxy's address and the PEM file of its authority."""

    proxy_url: str
    ca_file: str

    def exports(self) -> str:
        """Shell lines that send a program into this world."""
        names = {
            "HTTPS_PROXY": self.proxy_url,
            "HTTP_PROXY": self.proxy_url,
            "SSL_CERT_FILE": self.ca_file,
        }
        return "\n".join(f"export {name}={value}" for name, value in names.items())


class Proxy:
    """One proxy before one world; each connection is served by a task of its own."""

    def __init__(self, replica_server: World) -> None:
        self._world = replica_server
        self.authority = trustme.CA()
        self._contexts: dict[str, ssl.SSLContext] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serves one connection until it ends; a peer that leaves is no error."""
        task = asyncio.current_task()
        if task is not None:
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        with contextlib.suppress(
            ConnectionError, ssl.SSLError, h11.RemoteProtocolError, asyncio.IncompleteReadError
        ):
            await self._serve(reader, writer, "")
        writer.close()

    def stop(self) -> None:
        """Ends every connection that is still open."""
        for task in self._tasks:
            task.cancel()

    def _context(self, host: str) -> ssl.SSLContext:
        if host not in self._contexts:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.authority.issue_cert(host).configure_cert(context)
            self._contexts[host] = context
        return self._contexts[host]

    async def _serve(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, origin: str
    ) -> None:
        """Requests of one connection; ``origin`` is set inside a tunnel."""
        connection = h11.Connection(h11.SERVER)
        async for request in _requests(connection, reader):
            target = request.target.decode("ascii")
            if request.method == b"CONNECT":
                await self._tunnel(connection, reader, writer, target)
                return
            url = target if target.startswith("http://") else origin + target
            headers = {name.decode(): value.decode("latin-1") for name, value in request.headers}
            answer = self._world.answer(url, headers)
            if not await _give(connection, writer, request, answer):
                return

    async def _tunnel(
        self,
        connection: h11.Connection,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        target: str,
    ) -> None:
        """Speaks TLS as the host that was asked for, then serves it; no such host is a 502."""
        host, _, port = target.rpartition(":")
        is_ours = host.rstrip(".") in self._world.hosts
        status, words = (200, b"Connected") if is_ours else (502, b"No such host")
        answer = h11.Response(status_code=status, reason=words, headers=[])
        writer.write(connection.send(answer) or b"")
        await writer.drain()
        if not is_ours:
            return
        await writer.start_tls(self._context(host))
        await self._serve(reader, writer, f"https://{host}" + ("" if port == "443" else f":{port}"))


async def _requests(
    connection: h11.Connection, reader: asyncio.StreamReader
) -> AsyncIterator[h11.Request]:
    """Whole requests as they come; a body is read and let go."""
    request: h11.Request | None = None
    while True:
        event = connection.next_event()
        if event is h11.NEED_DATA:
            connection.receive_data(await reader.read(_CHUNK))
        elif isinstance(event, h11.Request):
            request = event
            if request.method == b"CONNECT":
                yield request
        elif isinstance(event, h11.EndOfMessage) and request is not None:
            yield request
            if connection.our_state is not h11.DONE:
                return
            connection.start_next_cycle()
        elif isinstance(event, h11.ConnectionClosed):
            return


async def _give(
    connection: h11.Connection, writer: asyncio.StreamWriter, request: h11.Request, answer: Answer
) -> bool:
    """Writes one answer; False when the connection is to end instead."""
    if answer.stall:
        await asyncio.Event().wait()
    if answer.drop:
        return False
    if answer.delay:
        await asyncio.sleep(answer.delay)
    length = ("content-length", str(len(answer.body)))
    head = h11.Response(status_code=answer.status, headers=[*answer.headers, length])
    body = b"" if request.method == b"HEAD" else answer.body
    events: list[h11.Event] = [head, h11.Data(data=body), h11.EndOfMessage()]
    writer.write(b"".join(connection.send(event) or b"" for event in events))
    await writer.drain()
    return True


@contextlib.contextmanager
def serve(replica_server: World) -> Iterator[ReplicaServer]:
    """The world behind a proxy on a free port of loopback, in a thread of its own."""
    proxy = Proxy(replica_server)
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()

    def run_in_loop(coroutine: Coroutine[None, None, _T]) -> _T:
        return asyncio.run_coroutine_threadsafe(coroutine, loop).result()

    with tempfile.TemporaryDirectory() as folder:
        ca_file = Path(folder) / "ca.pem"
        proxy.authority.cert_pem.write_to_path(str(ca_file))
        server = run_in_loop(asyncio.start_server(proxy.connected, "127.0.0.1", 0))
        port = server.sockets[0].getsockname()[1]
        try:
            yield ReplicaServer(f"http://127.0.0.1:{port}", str(ca_file))
        finally:
            run_in_loop(_end(server, proxy))
            loop.call_soon_threadsafe(loop.stop)
            thread.join()
            loop.close()


async def _end(server: asyncio.Server, proxy: Proxy) -> None:
    server.close()
    proxy.stop()
    await asyncio.sleep(0)
    await asyncio.gather(
        *(task for task in asyncio.all_tasks() if task is not asyncio.current_task()),
        return_exceptions=True,
    )


def main() -> None:
    """Serves the world, or an ordinary project of that many pages, until Ctrl-C."""
    parser = argparse.ArgumentParser(description="Serve the replica on loopback.")
    parser.add_argument("--ordinary", type=int, metavar="PAGES", default=0)
    pages = parser.parse_args().ordinary
    with serve(ordinary(pages) if pages else world()) as replica_server:
        print(replica_server.exports(), flush=True)
        with contextlib.suppress(KeyboardInterrupt):
            threading.Event().wait()


if __name__ == "__main__":
    main()
