"""The files of date cases read into one shape, and what in them cannot be scored, with reasons.

Two kinds of file say the same in different words. A parser's file gives for each expected mention
one TIMEX, with the resolution that lies ahead of the reference time and the one behind it
(`FutureResolution`, `PastResolution`). A model's file gives a list of values, each with its own
TIMEX. Both are read into readings: a TIMEX and a resolution, of which any one may be met.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

#: What the cases expect a mention to be, as this scorer groups them.
GROUPS = {
    "date": "date", "datetime": "date",
    "daterange": "period", "datetimerange": "period", "timerange": "period",
    "time": "time", "duration": "duration", "set": "set",
}  # fmt: skip
#: The groups that the bar is set on.
DATED = ("date", "period", "time")

_FLOATING = re.compile(r"-WXX-\d-\d")
_TO_THE_SECOND = re.compile(r"T\d\d:\d\d:\d\d")
_SECONDS_SAID = re.compile(r"[\d٠-٩]+:[\d٠-٩]+:[\d٠-٩]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """One value a mention may have.

    `start` and `end` are the resolution as the file writes it ("2016-11-07", "07:30:00",
    "2016-11-07 05:00:00"), `end` None for a point; both None where it resolves nothing.
    """

    timex: str
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Expected:
    """A mention that a case expects in `text[start:end]`; any of `readings` is right.

    `reference` is the day the case is read on, None where it gives none. `unscored` says why the
    mention cannot be scored, None when it can.
    """

    file: str
    number: int
    text: str
    reference: date | None
    kind: str
    start: int
    end: int
    readings: tuple[Reading, ...]
    unscored: str | None

    @property
    def group(self) -> str:
        return GROUPS[self.kind]

    @property
    def said(self) -> str:
        return self.text[self.start : self.end]


def read_cases(folder: Path) -> list[Expected]:
    """Every expected mention of the date and time files in `folder`, in the files' order."""
    return [
        expected
        for path in sorted(folder.glob("Specs_DateTime_Arabic_*.json"))
        for number, case in enumerate(json.loads(path.read_text(encoding="utf-8-sig")))
        for expected in _expected(path.stem.rsplit("_", 1)[1], number, case)
    ]


def _expected(file: str, number: int, case: dict[str, Any]) -> Iterator[Expected]:
    moment = case.get("Context", {}).get("ReferenceDateTime", "")
    reference = date.fromisoformat(moment[:10]) if moment else None
    text = case["Input"]
    for result in case["Results"]:
        start, end = _extent(result)
        start, end, found = _trimmed(text, start, end, result["Text"])
        kind = (result.get("Type") or result["TypeName"]).removeprefix("datetimeV2.")
        readings = tuple(_readings(result))
        why = None if found else "its extent is not in the input"
        why = why or _unscored(text, readings)
        yield Expected(file, number, text, reference, kind, start, end, readings, why)


def _extent(result: dict[str, Any]) -> tuple[int, int]:
    start = result["Start"]
    return start, result["End"] + 1 if "End" in result else start + result["Length"]


def _trimmed(text: str, start: int, end: int, said: str) -> tuple[int, int, bool]:
    """The extent without the spaces at its ends, and whether the input has there what is said."""
    if start < 0 or text[start:end] != said or not said.strip():
        return 0, 0, False
    return start + len(said) - len(said.lstrip()), end - len(said) + len(said.rstrip()), True


def _readings(result: dict[str, Any]) -> Iterator[Reading]:
    given = result.get("Value", result.get("Resolution"))
    if not isinstance(given, dict):  # a bare "not resolved"
        return
    if "Timex" in given:
        for side in ("FutureResolution", "PastResolution"):
            ends = [str(value) for value in given.get(side, {}).values()]
            yield _reading(given["Timex"], ends)
        return
    for value in given["values"]:
        ends = [value[key] for key in ("start", "end", "value") if key in value]
        yield _reading(value["timex"], [] if ends == ["not resolved"] else ends)


def _reading(timex: str, ends: list[str]) -> Reading:
    return Reading(timex, *ends[:2])


def _unscored(text: str, readings: tuple[Reading, ...]) -> str | None:
    if not any(reading.timex for reading in readings):
        return "no value is given"
    if any(_FLOATING.search(reading.timex) for reading in readings):
        return "a holiday of another calendar (Thanksgiving, Father's Day)"
    if not any(_exists(reading.timex) for reading in readings):
        return "a day that no calendar has"
    to_the_second = any(_TO_THE_SECOND.search(r.timex) and day_known(r.timex) for r in readings)
    if to_the_second and not _SECONDS_SAID.search(text):
        return "counts from the reference's time of day; a publication day has none"
    return None


def day_known(timex: str) -> bool:
    """Whether a TIMEX names its day outright, not by X."""
    return timex.lstrip("(")[:4].isdigit() and "X" not in timex.split("T")[0]


def _exists(timex: str) -> bool:
    day = timex[:10]
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        return True
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True
