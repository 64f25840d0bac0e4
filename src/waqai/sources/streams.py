"""Bytes in chunks: unpacked, transcoded, cut into lines, with bounded memory all the way."""

import codecs
import gzip
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from waqai.sources.codes import Code, Refused

CHUNK = 1 << 16
_GZIP = b"\x1f\x8b"
# Text packs five- to twentyfold; what grows two hundredfold is made to fill memory and time.
_FREE = 64 * 1024 * 1024
_RATIO = 200


def chunks(stream: BinaryIO, *, packed: bool | None = None) -> Iterator[bytes]:
    """The bytes of `stream`, unpacked where they are gzip, in chunks of at most 64 KB.

    `packed` None looks at the first bytes to tell. Raises Refused on a damaged archive, after what
    could be unpacked, and on one that expands beyond reason; OSError where reading fails.
    """
    head = _some(stream, 2) if packed is None else b""
    if packed or head == _GZIP:
        yield from _unpacked(_Counted(head, stream))
        return
    if head:
        yield head
    while chunk := _some(stream):
        yield chunk


def lines(data: Iterator[bytes], longest: int) -> Iterator[bytes | None]:
    """The lines of `data` as UTF-8 bytes without their ends; None for one over `longest` bytes."""
    rest: list[bytes] = []
    length = 0
    over = False
    for chunk in _utf8(data):
        *whole, last = chunk.split(b"\n")
        for piece in whole:
            fits = not over and length + len(piece) <= longest
            yield b"".join((*rest, piece)) if fits else None
            rest, length, over = [], 0, False
        length += len(last)
        over = over or length > longest
        rest = [] if over else [*rest, last]
    if over or length:
        yield None if over else b"".join(rest)


def taken(data: Iterator[bytes], most: int) -> bytes:
    """All of `data`. Raises Refused when it is more than `most` bytes."""
    kept = bytearray()
    for chunk in data:
        kept += chunk
        if len(kept) > most:
            raise Refused(Code.TOO_LARGE, too_large(most))
    return bytes(kept)


def too_large(most: int) -> str:
    """The reason for refusing what is over `most` bytes."""
    return f"larger than {most:,} bytes; split it, or raise the limit in the settings"


def _some(stream: BinaryIO, size: int = CHUNK) -> bytes:
    """Up to `size` bytes, as soon as there are any: a pipe may be slow."""
    read1 = getattr(stream, "read1", None)
    return cast(bytes, read1(size)) if read1 is not None else stream.read(size)


class _Counted:
    """A stream that begins with `head` and counts the bytes read from it."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head = head
        self._stream = stream
        self.count = 0

    def read(self, size: int = -1) -> bytes:
        data, self._head = self._head, b""
        data = data or _some(self._stream, size if size > 0 else CHUNK)
        self.count += len(data)
        return data


def _unpacked(stream: _Counted) -> Iterator[bytes]:
    made = 0
    with gzip.GzipFile(fileobj=cast(BinaryIO, stream), mode="rb") as archive:
        while True:
            try:
                chunk = archive.read1(CHUNK)
            except (EOFError, gzip.BadGzipFile, zlib.error) as error:
                reason = (
                    f"damaged gzip archive after {made:,} bytes of content"
                    f" ({error}); what stood before the damage was read; fetch it again"
                )
                raise Refused(Code.DAMAGED_ARCHIVE, reason) from None
            if not chunk:
                return
            made += len(chunk)
            if made > _FREE and made > _RATIO * stream.count:
                raise Refused(
                    Code.EXPANDS_TOO_MUCH,
                    f"unpacks to more than {_RATIO} times its size; if it is what it should be,"
                    " unpack it yourself and read the unpacked file",
                )
            yield chunk


def _utf8(data: Iterator[bytes]) -> Iterator[bytes]:
    """`data` without its byte order mark; UTF-16, whose lines are no bytes' lines, as UTF-8."""
    head = next(data, b"")
    while len(head) < 4 and (more := next(data, b"")):
        head += more
    codec = _utf16(head)
    if codec is None:
        yield head.removeprefix(codecs.BOM_UTF8)
        yield from data
        return
    decoder = codecs.getincrementaldecoder(codec)("replace")
    yield decoder.decode(head).removeprefix("\ufeff").encode()
    for chunk in data:
        yield decoder.decode(chunk).encode()
    yield decoder.decode(b"", final=True).encode()


def _utf16(head: bytes) -> str | None:
    """JSON begins with two ASCII characters, so zeros among them tell UTF-16 without a mark."""
    if head.startswith(codecs.BOM_UTF16_LE) or (head[:1] != b"\0" and head[1:2] == b"\0"):
        return "utf-16-le"
    if head.startswith(codecs.BOM_UTF16_BE) or (head[:1] == b"\0" and head[1:2] != b"\0"):
        return "utf-16-be"
    return None
