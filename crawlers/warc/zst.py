"""WARC files packed with Zstandard: their frames, and the dictionary at their beginning.

After "Zstandard Compression for WARC Files 1.0", proposed by the IIPC
(https://iipc.github.io/warc-specifications/specifications/warc-zstd, read 2026-12-01): a file
begins with an optional frame that holds the dictionary of all others, packed or not; frames of
extensions are skipped.
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path
from typing import IO, cast

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_FRAME = b"\x28\xb5\x2f\xfd"
_DICTIONARY_FRAME = b"\x5d\x2a\x4d\x18"
_DICTIONARY = b"\x37\xa4\x30\xec"
_MAX_DICTIONARY = 8 << 20  # bytes, packed and unpacked; what the proposal asks of readers
_WINDOW: dict[int, int] = {
    zstd.DecompressionParameter.window_log_max: 27
}  # 128 MB, beyond the proposal's 8 MB

ZstError = zstd.ZstdError


def is_zst(path: Path) -> bool:
    """True for a file that begins as a packed WARC does."""
    with path.open("rb") as stream:
        return stream.read(4) in (_FRAME, _DICTIONARY_FRAME)


def open_zst(path: Path) -> IO[bytes]:
    """The unpacked content of a file, read as it is asked for.

    Raises ``EOFError`` for a file that breaks off, ``zstd.ZstdError`` for one that is damaged or
    whose dictionary is none.
    """
    dictionary = _dictionary(path)
    return cast("IO[bytes]", zstd.ZstdFile(path, zstd_dict=dictionary, options=_WINDOW))


def _dictionary(path: Path) -> zstd.ZstdDict | None:
    """The dictionary that a file brings with it, or None."""
    with path.open("rb") as stream:
        head = stream.read(8)
        if len(head) < 8 or not head.startswith(_DICTIONARY_FRAME):
            return None
        (size,) = struct.unpack("<I", head[4:])
        if size > _MAX_DICTIONARY:
            raise zstd.ZstdError("the dictionary is too large")
        content = stream.read(size)
    if len(content) < size:
        raise EOFError("the file ends within its dictionary")
    if content.startswith(_FRAME):
        decoder = zstd.ZstdDecompressor(options=_WINDOW)
        content = decoder.decompress(content, _MAX_DICTIONARY)
        if not decoder.eof:
            raise zstd.ZstdError("the dictionary is cut off or too large")
    if not content.startswith(_DICTIONARY):
        raise zstd.ZstdError("the first frame holds no dictionary")
    return zstd.ZstdDict(content)
