"""WARC and WET files → the captures in them: pages of HTML, and texts.

This module runs in a guarded child process (`worker.py`): of a lying length or a broken header
FastWARC may end the process. It is never asked for more of a record than the limits allow, and
whether what it gave is whole is told by the lengths, the checksums of gzip members and the
records' digests, since it ends in silence where a file is cut.
"""

import base64
import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, Literal, cast

from fastwarc import ArchiveIterator, WarcRecord, WarcRecordType

from waqai.model.settings import Limits
from waqai.sources.answers import Capture, Unread
from waqai.sources.codes import Code, Refused
from waqai.sources.streams import (
    CHUNK,
    Counted,
    Packing,
    Readable,
    bounded,
    chunks,
    damaged,
    is_left,
    member,
    taken,
    too_large,
)
from waqai.sources.worker import one_by_one

_HEAD = 1 << 16  # bytes: what the headers of a record, and those of HTTP, may take
_HTML = ("text/html", "application/xhtml+xml")
_GZIP = ("gzip", "x-gzip")
_PATIENCE = 50  # records passed over before a sign of life
_MAGIC = b"\x1f\x8b"

Found = Capture | Unread | None


def serve(limits: Limits) -> Callable[[str | None], object]:
    """What a child process that reads web archives answers with."""
    return one_by_one(captures, limits)


def captures(path: str, limits: Limits) -> Iterator[Found]:
    """The pages captured in the file at `path`, and what of it could not be read.

    Responses of HTML with a status of success, and texts (WET), in their order; None now and then
    while others are passed over. Raises Refused where nothing behind can be read, OSError where
    the file cannot.
    """
    with Path(path).open("rb") as file:
        packed = Counted(file)
        head = packed.read(CHUNK)
        packed.take_back(head)
        if not head:
            raise Refused(Code.EMPTY, "nothing in it; fetch it again")
        if not head.startswith(_MAGIC):
            yield from _records(_Content(chunks(packed, Packing.NONE)), "", limits)
            return
        while is_left(packed):
            start = packed.count
            content = _Content(bounded(member(packed), packed))
            yield from _records(content, str(start), limits)
            while content.read(CHUNK):
                pass  # what no record took stands before the next member
            if content.broken:
                raise content.broken


class _Content:
    """Unpacked bytes as FastWARC reads them. It must not see what is raised: that is `broken`."""

    def __init__(self, data: Iterator[bytes]) -> None:
        self._data = data
        self._left = b""
        self.given = 0
        self.broken: Refused | None = None

    def read(self, size: int) -> bytes:
        """Up to `size` bytes; none at the end, and where the archive is damaged."""
        try:
            self._left = self._left or next(self._data, b"")
        except Refused as refused:
            self.broken = refused
        some, self._left = self._left[:size], self._left[size:]
        self.given += len(some)
        return some

    def tell(self) -> int:
        """The number of bytes given."""
        return self.given


def _records(content: _Content, start: str, limits: Limits) -> Iterator[Found]:
    """The captures in what is one file, or the gzip member that begins at `start`."""
    passed = 0
    place = start or "0"
    reason = "no record in it"
    try:
        for record in ArchiveIterator(
            cast(BinaryIO, content),
            record_types=WarcRecordType.any_type,
            parse_http=False,
            stream_detect=False,
            max_header_len=_HEAD,
        ):
            place = _place(start, record.stream_pos)
            reason = ""
            found = _found(record, place, limits)
            while record.reader.read(CHUNK):
                pass  # to the record's end, to see whether it is there
            if record.reader.tell() < record.content_length:
                reason = "it ends within a record"
            passed += 1
            if found or passed % _PATIENCE == 0:
                yield found
    except OSError as error:
        reason = str(error)
    if reason and not content.broken:
        lost = "the rest of this member" if start else "the rest of the file"
        yield Unread(
            place,
            Code.DAMAGED_ARCHIVE,
            f"{reason}; {lost} from this record on was not read; fetch it again",
        )


def _place(start: str, position: int) -> str:
    if not start:
        return str(position)
    return f"{start}+{position}" if position else start


def _found(record: WarcRecord, place: str, limits: Limits) -> Found:
    """What a record holds: None when that is no page, or when it is cut, which the end tells."""
    response = record.record_type == WarcRecordType.response
    if not response and record.record_type != WarcRecordType.conversion:
        return None
    if not (record.headers.get("Content-Length") or "").strip().isdecimal():
        return Unread(place, Code.DAMAGED_ARCHIVE, "the record tells no length; fetch it again")
    most = limits.html_bytes if response else limits.text_bytes
    wanted = min(record.content_length, most + _HEAD)
    block = _all(record.reader, wanted)
    if len(block) < wanted:
        return None
    try:
        read = _html if response else _text
        capture = read(record, block, place, limits)
        if capture and len(capture.content) > most:
            raise Refused(Code.TOO_LARGE, too_large(most))
    except Refused as refused:
        return Unread(place, refused.code, refused.reason)
    return capture


def _text(record: WarcRecord, block: bytes, place: str, limits: Limits) -> Capture | None:
    declared = (record.headers.get("Content-Type") or "text/plain").lower()
    if not declared.startswith("text/plain"):
        return None
    if record.content_length > len(block):
        raise Refused(Code.TOO_LARGE, too_large(limits.text_bytes))
    _verify(record, block)
    return _capture(record, place, None, block)


def _html(record: WarcRecord, block: bytes, place: str, limits: Limits) -> Capture | None:
    http = _http(block, "none")
    headers = http.http_headers
    if headers is None or not str(headers.status_code).startswith("2"):
        return None
    stored = _all(http.reader, len(block))
    kind = http.http_content_type
    if kind not in _HTML and (kind or not stored.lstrip().startswith(b"<")):
        return None
    if record.content_length > len(block):
        raise Refused(Code.TOO_LARGE, too_large(limits.html_bytes))
    body = _body(block, stored, (headers.get("Content-Encoding") or "").strip().lower(), limits)
    _verify(record, block, stored, body)
    return _capture(record, place, http.http_charset, body, html=True)


def _body(block: bytes, stored: bytes, encoding: str, limits: Limits) -> bytes:
    """The page as the browser had it. Archives often hold it so, whatever the headers say."""
    most = limits.html_bytes
    try:
        http = _http(block, "transfer")
        plain = _all(http.reader, most + 1)
    except (OSError, Refused):
        plain = stored
    if encoding in _GZIP:
        try:
            return taken(chunks(_Content(iter([plain]))), most)
        except Refused as refused:
            if refused.code is not Code.DAMAGED_ARCHIVE:
                raise
            reason = "the page in the record is packed, and cut or broken; fetch it again"
            raise Refused(refused.code, reason) from None
    if encoding in ("", "identity"):
        return plain
    try:
        return _all(_http(block, "all").reader, most + 1)
    except (OSError, Refused):
        return plain


def _http(block: bytes, decode: Literal["none", "transfer", "all"]) -> WarcRecord:
    record = WarcRecord()
    record.set_bytes_content(block)
    record.is_http = True
    try:
        record.parse_http(auto_decode=decode)
    except OSError as error:
        raise Refused(Code.DAMAGED_ARCHIVE, damaged(0, error)) from None
    return record


def _all(stream: Readable, most: int) -> bytes:
    kept = bytearray()
    while len(kept) < most and (some := stream.read(min(CHUNK, most - len(kept)))):
        kept += some
    return bytes(kept)


def _capture(
    record: WarcRecord, place: str, charset: str | None, content: bytes, *, html: bool = False
) -> Capture:
    id = (record.record_id or "").strip("<>").removeprefix("urn:uuid:")
    url, day = record.headers.get("WARC-Target-URI"), record.headers.get("WARC-Date")
    return Capture(place, id, url, day, charset, html, content)


def _verify(record: WarcRecord, block: bytes, *payloads: bytes) -> None:
    """Raises Refused when the record is not what its own digest says it was."""
    for header, contents in (
        ("WARC-Block-Digest", (block,)),
        ("WARC-Payload-Digest", payloads),  # of the page as it was sent, or unpacked
    ):
        said = record.headers.get(header)
        if said and contents:
            if not any(_agrees(said, content) for content in contents):
                raise Refused(
                    Code.NOT_AS_FETCHED,
                    f"the record is not what its {header} says; fetch the file again",
                )
            return


def _agrees(said: str, content: bytes) -> bool:
    name, _, value = said.strip().partition(":")
    name = name.lower().replace("-", "")
    if name not in ("md5", "sha1", "sha256", "sha512"):
        return True
    made = hashlib.new(name, content, usedforsecurity=False)
    base32 = base64.b32encode(made.digest()).decode()
    return value.lower() == made.hexdigest() or value.upper().rstrip("=") == base32.rstrip("=")
