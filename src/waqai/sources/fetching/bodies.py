"""The body of an answer: unpacked where it was packed, and never more than was asked for."""

import zlib
from collections.abc import Iterator

from waqai.sources.codes import Code, Refused
from waqai.sources.streams import too_large

_GZIP = 16 + zlib.MAX_WBITS


def unpacked(pieces: Iterator[bytes], encoding: str, most: int) -> bytes:
    """All of `pieces` under the header Content-Encoding.

    Raises Refused for an encoding that was not asked for, a broken body, and one over `most` bytes:
    no more than that is ever unpacked, so that a small body cannot fill the memory.
    """
    encoding = encoding.strip().lower()
    if encoding not in ("", "identity", "gzip", "x-gzip"):
        raise Refused(Code.NOT_FETCHED, f"packed as {encoding[:20]!r}, which was not asked for")
    packed = encoding.endswith("gzip")
    body = bytearray()
    for piece in _unzipped(pieces, most) if packed else pieces:
        body += piece
        if len(body) > most:
            raise Refused(Code.TOO_LARGE, too_large(most))
    return bytes(body)


def _unzipped(pieces: Iterator[bytes], most: int) -> Iterator[bytes]:
    reader = zlib.decompressobj(_GZIP)
    try:
        for piece in pieces:
            data = piece
            while data:
                if reader.eof:  # another member follows
                    reader = zlib.decompressobj(_GZIP)
                yield reader.decompress(data, most + 1)
                data = reader.unused_data if reader.eof else reader.unconsumed_tail
    except zlib.error as error:
        raise _damaged(str(error)) from None
    if not reader.eof:
        raise _damaged("it was cut short")


def _damaged(how: str) -> Refused:
    return Refused(Code.NOT_FETCHED, f"the packed body is damaged ({how})")
