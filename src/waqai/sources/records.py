"""JSON lines → pages: one record a line, `id` and `text`, and what is known of the article."""

import json
from collections.abc import Iterator
from typing import Any

import orjson

from waqai.model.page import Page, Stamp, StampRole
from waqai.model.quarantine import Quarantined
from waqai.model.settings import Limits
from waqai.sources.clean import clean_text, whole_characters
from waqai.sources.codes import Code, Refused
from waqai.sources.days import address_stamp, stamp
from waqai.sources.decoding import decode
from waqai.sources.streams import lines, too_large

_ROOM = 1 << 16  # for what a record holds besides its text


def records(data: Iterator[bytes], source: str, limits: Limits) -> Iterator[Page | Quarantined]:
    """The pages of JSON lines, and a row for each line that is none; blank lines are passed over.

    A page's source is `source:LINE`, counted from 1. Two records of one id are two pages. Raises
    what `data` raises.
    """
    # "\\u0627" is six bytes for a letter that takes two: a text may be three times its size.
    longest = 3 * limits.text_bytes + _ROOM
    for number, line in enumerate(lines(data, longest), 1):
        place = f"{source}:{number}"
        try:
            if line is None:
                raise Refused(Code.TOO_LARGE, "record " + too_large(longest))
            if line and not line.isspace():
                record, encoding = _parse(line)
                yield from page_of(record, place, limits, encoding)
        except Refused as refused:
            yield refused.row(place)


def page_of(
    record: dict[str, Any], place: str, limits: Limits, encoding: str | None = None
) -> Iterator[Page | Quarantined]:
    """The page that a record is, read at `place`, and a row where its day cannot be read.

    Raises Refused when it is no page.
    """
    name, text = _field(record, "id"), record.get("text")
    if name is None or not isinstance(text, str):
        missing = "id" if name is None else "text"
        raise Refused(
            Code.INCOMPLETE_RECORD, f"no {missing!r} in the record; each needs an id and a text"
        )
    title = _field(record, "title")
    text = whole_characters(f"{title}\n\n{text}" if title else text)
    if not text.strip():
        raise Refused(Code.EMPTY, "the text is empty; leave the record out, or fill it")
    if len(text) * 4 > limits.text_bytes and len(text.encode()) > limits.text_bytes:
        raise Refused(Code.TOO_LARGE, "text " + too_large(limits.text_bytes))
    published, url = _field(record, "published"), _field(record, "url")
    given = stamp(published, StampRole.GIVEN) if published else None
    stamps: list[Stamp | None] = [given, address_stamp(url) if url else None]
    yield Page(
        name=name,
        text=text,
        source=place,
        url=url,
        title=title,
        outlet=_field(record, "outlet"),
        author=_field(record, "author"),
        encoding=encoding,
        stamps=tuple(s for s in stamps if s is not None),
    )
    if published and given is None:
        yield Refused(
            Code.DAY_UNREADABLE,
            f"no day in published {published[:40]!r}, the page was read without it;"
            " write it as 2025-08-07 or 2025-08-07T10:30:00+03:00",
        ).row(place)


def _parse(line: bytes) -> tuple[dict[str, Any], str]:
    """The record, and the encoding it was read under. Raises Refused when it is none."""
    record, encoding = _json(line)
    if not isinstance(record, dict):
        raise Refused(Code.BAD_JSON, "not an object; write one {…} on each line")
    return record, encoding


def _json(line: bytes) -> tuple[object, str]:
    try:
        return orjson.loads(line), "utf-8"
    except orjson.JSONDecodeError as error:
        reason = f"not JSON ({error}); write one object on each line"
    # orjson is strict; lone surrogates, control characters and other encodings still read.
    decoded = decode(line)
    if decoded is None:
        raise Refused(Code.ENCODING_UNKNOWN, "the encoding is unknown; save the file as UTF-8")
    try:
        return json.loads(decoded.text, strict=False), decoded.encoding
    except (ValueError, RecursionError):
        raise Refused(Code.BAD_JSON, reason) from None


def _field(record: dict[str, Any], key: str) -> str | None:
    """A field as text: numbers as they print, lists (of authors) joined; None when blank."""
    value = record.get(key)
    if isinstance(value, list):
        value = "، ".join(v for v in value if isinstance(v, str))
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    return value if isinstance(value, str) and (value := clean_text(value)).strip() else None
