"""Datetimes as machines write them → stamps; and the day that an address names."""

import re
from contextlib import suppress
from datetime import date, datetime, time
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from waqai.arabic.letters import fold
from waqai.model.page import Stamp, StampRole
from waqai.sources.clean import clean_text

_LOOSE = re.compile(
    r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]m)?)?(?!\d)",
    re.I,
)
_ISO = re.compile(r"\d{4}-?\d\d-?\d\d(?:\D|$)")  # "2025-W32" is no day
_SOLID = re.compile(r"(\d{8})(\d{6})")
_SCRIPT = re.compile(r"[a-z]{3} ([a-z]{3} \d{1,2} \d{4}) (\d\d:\d\d:\d\d)", re.I)
_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/_])(\d{1,2})\2(\d{1,2})(?!\d)")
_ADDRESS_SOLID = re.compile(r"/((?:19|20)\d\d)(\d\d)(\d\d)(?=[/_-]|$)")
_NO_DAY = date(1970, 1, 1)  # second zero of the Unix clock
_LONGEST = 80


def stamp(written: str, role: StampRole) -> Stamp | None:
    """The stamp that `written` is: ISO 8601 or near it, RFC 822, or what scripts print.

    The day and the clock are those of the offset it is written in, never converted. Midnight to
    the second is what systems write for a day without a time, so its clock is None. None for what
    names no day, and for the first days that systems fill in when they know none.
    """
    text = fold(written).strip()[:_LONGEST]
    moment = _iso(text) or _mail(text) or _script(text) or _loose(text)
    if moment is None or moment.year < 1900 or moment.date() == _NO_DAY:
        return None
    said = clean_text(written.strip(), _LONGEST)
    clock = moment.time().replace(microsecond=0, tzinfo=None)
    return Stamp(moment.date(), role, said, clock=None if clock == time() else clock)


def address_stamp(url: str) -> Stamp | None:
    """The day in an address: /2025/08/07/, /2025-08-07- or /20250807/."""
    with suppress(ValueError):  # also from urlsplit: "http://[" is no address
        path = urlsplit(url).path
        if match := _ADDRESS.search(path):
            day = date(int(match[1]), int(match[3]), int(match[4]))
        elif match := _ADDRESS_SOLID.search(path):
            day = date(int(match[1]), int(match[2]), int(match[3]))
        else:
            return None
        return Stamp(day, StampRole.URL, match[0].strip("/"))
    return None


def _iso(text: str) -> datetime | None:
    if solid := _SOLID.fullmatch(text):
        text = f"{solid[1]}T{solid[2]}"
    if _ISO.match(text):
        with suppress(ValueError):
            return datetime.fromisoformat(text.upper())
    return None


def _mail(text: str) -> datetime | None:
    with suppress(ValueError, TypeError, IndexError, OverflowError):
        return parsedate_to_datetime(text)
    return None


def _script(text: str) -> datetime | None:
    """What JavaScript's Date prints: "Thu Aug 07 2025 10:30:00 GMT+0300 (…)"."""
    if match := _SCRIPT.match(text):
        with suppress(ValueError):
            return datetime.strptime(f"{match[1]} {match[2]}", "%b %d %Y %H:%M:%S")  # noqa: DTZ007
    return None


def _loose(text: str) -> datetime | None:
    match = _LOOSE.match(text)
    if match is None:
        return None
    year, _, month, day, hour, minute, second, half = match.groups()
    hours = int(hour or 0)
    if half:
        hours = hours % 12 + (12 if half.lower() == "pm" else 0)
    with suppress(ValueError):
        return datetime(  # noqa: DTZ001 - a day as written; its offset is not asked for
            int(year), int(month), int(day), hours, int(minute or 0), int(second or 0)
        )
    return None
