"""Bytes in chunks: unpacked, transcoded, cut into lines, with bounded memory all the way."""

import codecs
import zlib
from collections.abc import Iterator
from enum import Enum, auto
from typing import Protocol

import zstandard

from waqai.sources.codes import Code, Refused

CHUNK = 1 << 16
_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
# Text packs five- to twentyfold; what grows a hundredfold is made to fill memory and time.
_FREE = 16 * 1024 * 1024
_RATIO = 100
# A zstd block of four bytes may stand for 128 KB, and each piece is unpacked whole.
_PIECE = 1 << 10
_ZSTD_WINDOW = 1 << 27  # what `zstd --long` writes; a larger one asks the reader for its memory


class Readable(Protocol):
    """What bytes are read from: a file, a pipe, the payload of a record."""

    def read(self, size: int, /) -> bytes:
        """Up to `size` bytes; none at the end."""
        ...


class Packing(Enum):
    """How the bytes of a source are packed."""

    NONE = auto()
    GZIP = auto()
    ZSTD = auto()
    LOOK = auto()  # what the first bytes show


def chunks(stream: Readable, packing: Packing = Packing.LOOK) -> Iterator[bytes]:
    """The bytes of `stream`, unpacked, in chunks of at most 64 KB.

    Raises Refused on a damaged archive, after what could be unpacked, and on one that expands
    beyond reason; OSError where reading fails.
    """
    head = b""
    if packing is Packing.LOOK:
        while len(head) < len(_ZSTD) and (more := _some(stream, len(_ZSTD) - len(head))):
            head += more
        packing = _look(head)
    counted = Counted(stream, head)
    if packing is Packing.GZIP:
        yield from bounded(_gunzipped(counted), counted)
    elif packing is Packing.ZSTD:
        yield from bounded(_unzstd(counted), counted)
    else:
        while chunk := counted.read(CHUNK):
            yield chunk


def bounded(data: Iterator[bytes], packed: "Counted") -> Iterator[bytes]:
    """`data`, which is unpacked from `packed`. Raises Refused when it expands beyond reason, or
    the archive turns out damaged.
    """
    try:
        for chunk in data:
            packed.made += len(chunk)
            if packed.made > _FREE and packed.made > _RATIO * packed.count:
                raise Refused(
                    Code.EXPANDS_TOO_MUCH,
                    f"unpacks to more than {_RATIO} times its size; if it is what it should be,"
                    " unpack it yourself and read the unpacked file",
                )
            yield chunk
    except (EOFError, zlib.error, zstandard.ZstdError) as error:
        raise Refused(Code.DAMAGED_ARCHIVE, damaged(packed.made, error)) from None


def damaged(made: int, error: Exception) -> str:
    """The reason for refusing what is broken behind `made` bytes of content."""
    return (
        f"damaged archive after {made:,} bytes of content ({error});"
        " what stood before the damage was read; fetch it again"
    )


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


def _some(stream: Readable, size: int) -> bytes:
    """Up to `size` bytes, as soon as there are any: a pipe may be slow."""
    some: bytes = getattr(stream, "read1", stream.read)(size)
    return some


class Counted:
    """A stream that begins with `head`, counts the bytes read from it, and takes some back.

    `made` counts what was unpacked from it (`bounded`).
    """

    def __init__(self, stream: Readable, head: bytes = b"") -> None:
        self._head = head
        self._stream = stream
        self.count = 0
        self.made = 0

    def read(self, size: int) -> bytes:
        """Up to `size` bytes; none at the end."""
        if self._head:
            data, self._head = self._head[:size], self._head[size:]
        else:
            data = _some(self._stream, size)
        self.count += len(data)
        return data

    def take_back(self, data: bytes) -> None:
        """Have `data`, which was read last, read again."""
        self._head = data + self._head
        self.count -= len(data)


def _look(head: bytes) -> Packing:
    if head.startswith(_GZIP):
        return Packing.GZIP
    return Packing.ZSTD if head == _ZSTD else Packing.NONE


def _gunzipped(packed: Counted) -> Iterator[bytes]:
    """All members of a gzip file. Raises EOFError and zlib.error."""
    while is_left(packed):
        yield from member(packed)


def is_left(packed: Counted) -> bool:
    """Whether a member begins here; zeros, with which some programs fill up, are passed over."""
    while data := packed.read(CHUNK):
        if data := data.lstrip(b"\0"):
            packed.take_back(data)
            return True
    return False


def member(packed: Counted) -> Iterator[bytes]:
    """One member of a gzip file, its checksum verified. Raises EOFError and zlib.error."""
    unpacker = zlib.decompressobj(wbits=31)
    while not unpacker.eof:
        data = unpacker.unconsumed_tail or packed.read(CHUNK)
        if not data:
            raise EOFError("it is cut short")
        if chunk := unpacker.decompress(data, CHUNK):
            yield chunk
    packed.take_back(unpacker.unused_data)


def _unzstd(packed: Counted) -> Iterator[bytes]:
    """All frames of a zstd file. Raises EOFError and ZstdError."""
    while data := packed.read(_PIECE):
        unpacker = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW).decompressobj()
        while True:
            chunk = unpacker.decompress(data)
            for start in range(0, len(chunk), CHUNK):
                yield chunk[start : start + CHUNK]
            if unpacker.eof:
                break
            if not (data := packed.read(_PIECE)):
                raise EOFError("it is cut short")
        packed.take_back(unpacker.unused_data)


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
