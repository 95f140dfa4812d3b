"""Content codings of HTTP: what a body was before it was packed for the way; pure.

The program asks for gzip and deflate alone. Browsers ask for Brotli and Zstandard too, so archives
that other tools made with a browser hold these (RFC 7932, RFC 8878).
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable

import brotli

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

Decoded = tuple[bytes, bool] | None  # the content and whether it goes on; None for broken data

_MAX_MEMBERS = 64
_ZSTD_MARK = b"\x28\xb5\x2f\xfd"
_ZSTD_WINDOW = zstd.DecompressionParameter.window_log_max
_ZSTD_LOG = 27  # 128 MB; RFC 9659 lets content have 8 MB, archives are not so strict


def _unzip(packed: bytes, limit: int, windows: tuple[int, ...]) -> Decoded:
    """The content of all members, by the first of zlib's windows that fits."""
    for window in windows:
        body, rest, more = b"", packed, False
        try:
            for _ in range(_MAX_MEMBERS if packed else 0):
                member = zlib.decompressobj(window)
                body += member.decompress(rest, limit - len(body))
                rest = member.unused_data
                more = not member.eof or rest.startswith(b"\x1f\x8b")
                if not member.eof or not more or len(body) >= limit:
                    break
        except zlib.error:
            continue
        return body, more
    return None


def _gzip(packed: bytes, limit: int) -> Decoded:
    return _unzip(packed, limit, (31,))


def _deflate(packed: bytes, limit: int) -> Decoded:
    """ "deflate" comes with and without a zlib header (RFC 9110, 8.4.1.2)."""
    return _unzip(packed, limit, (15, -15))


def _brotli(packed: bytes, limit: int) -> Decoded:
    decoder = brotli.Decompressor()
    try:
        body = decoder.process(packed, output_buffer_limit=limit) if packed else b""
        while len(body) < limit and not decoder.is_finished():
            piece = decoder.process(b"", output_buffer_limit=limit - len(body))
            if not piece:
                break
            body += piece
    except brotli.error:
        return None
    return body[:limit], bool(packed) and (len(body) > limit or not decoder.is_finished())


def _zstd(packed: bytes, limit: int) -> Decoded:
    body, rest, more = b"", packed, False
    try:
        for _ in range(_MAX_MEMBERS if packed else 0):
            frame = zstd.ZstdDecompressor(options={_ZSTD_WINDOW: _ZSTD_LOG})
            body += frame.decompress(rest, limit - len(body))
            rest = frame.unused_data
            more = not frame.eof or rest.startswith(_ZSTD_MARK)
            if not more or not frame.eof or len(body) >= limit:
                break
    except zstd.ZstdError:
        return None
    return body, more


_DECODERS: dict[str, Callable[[bytes, int], Decoded]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
# Codings that exist and that nothing here unpacks: "compress" is out of use, the others need a
# dictionary of an earlier answer (RFC 9842). Browsers take any other name for a mistake.
_WITHOUT_DECODER = frozenset({"compress", "x-compress", "dcb", "dcz"})


def codings_of(header: str) -> list[str]:
    """The codings that a ``Content-Encoding`` names, in their order; unknown names left out."""
    names = [name.strip().lower() for name in header.split(",")]
    return [name for name in names if name in _DECODERS or name in _WITHOUT_DECODER]


def lacks_decoder(header: str) -> bool:
    """True where a coding is named that the program cannot unpack."""
    return not _WITHOUT_DECODER.isdisjoint(codings_of(header))


def unpack(name: str, packed: bytes, limit: int) -> Decoded:
    """At most ``limit`` bytes of the content, and whether it goes on; None where it is broken."""
    decoder = _DECODERS.get(name)
    return decoder(packed, limit) if decoder is not None else None
