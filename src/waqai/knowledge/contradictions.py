"""What tables of the knowledge must not say: contradictions within one table or between two.

Each rule takes the tables it reads, all of them in their shapes, and yields a line for each fault.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from waqai.knowledge.shapes import TATWEEL
from waqai.model.times import DayPart, Direction, Portion, Unit

Table = dict[str, Any]
_Pairs = list[tuple[str, str]]


def fold(phrase: str) -> str:
    """`phrase` as the grammar compares it: one form a letter and digit, no marks, no tatweel.

    The grammar's own folding lies above this room; a test holds the two together.

    >>> fold("الأربعاءُ") == fold("الاربعاء")
    True
    """
    plain = unicodedata.normalize("NFD", phrase.lower()).replace(TATWEEL, "")
    letters = "".join(c for c in plain if unicodedata.category(c) not in {"Mn", "Cf"})
    digits = "".join(str(unicodedata.decimal(c, c)) for c in letters)
    return digits.translate(_ONE_FORM)


_ONE_FORM = str.maketrans("ىیةکھ", "ييهكه")


def _ambiguities(entry: str, pairs: _Pairs) -> Iterator[str]:
    """Phrases with two senses, or twice with one in the same spelling."""
    senses: dict[str, str] = {}
    for sense, phrase in pairs:
        other = senses.setdefault(fold(phrase), sense)
        if other != sense:
            yield f"{entry}: {phrase!r} stands under {other} and under {sense}"
    for (sense, phrase), times in Counter(pairs).items():
        if times > 1:
            yield f"{entry}: {phrase!r} stands {times} times under {sense}"


def _by_key(table: dict[str, list[str]]) -> _Pairs:
    return [(key, phrase) for key, phrases in table.items() for phrase in phrases]


def _numbers(numbers: Table) -> Iterator[str]:
    for key in ("cardinals", "multipliers", "fractions", "ordinals"):
        yield from _ambiguities(f"numbers.toml: {key}", _by_key(numbers[key]))


def _months_and_weekdays(calendar: Table) -> Iterator[str]:
    """Every number once, every name under one number, and either sure or not."""
    for table, last in (("month", 12), ("hijri_month", 12), ("weekday", 7)):
        numbers = [row["number"] for row in calendar[table]]
        for number in sorted({*range(1, last + 1), *numbers}):
            if numbers.count(number) != 1 or not 1 <= number <= last:
                where = f"calendar.toml: {table}: number {number}"
                yield f"{where} stands {numbers.count(number)} times, of 1 to {last}"
        for row in calendar[table]:
            if not row.get("names") and not row.get("anchored"):
                yield f"calendar.toml: {table} {row['number']}: has no name"
    months = [
        (f"{table} {row['number']} {key}", name)
        for table in ("month", "hijri_month")
        for row in calendar[table]
        for key in ("names", "anchored")
        for name in row.get(key, ())
    ]
    yield from _ambiguities("calendar.toml: month", months)
    weekdays = [
        (f"weekday {row['number']}", name)
        for row in calendar["weekday"]
        for key in ("names", "bare", "anchored")
        for name in row.get(key, ())
    ]
    yield from _ambiguities("calendar.toml: weekday", weekdays)


def _clocks(calendar: Table) -> Iterator[str]:
    """Halves of the day and zones; zones are names of the IANA database, or local."""
    halves = {key: phrases for key, phrases in calendar["halves"].items() if key != "hour_cues"}
    yield from _ambiguities("calendar.toml: halves", _by_key(halves))
    yield from _ambiguities("calendar.toml: zones", _by_key(calendar["zones"]))
    for zone in calendar["zones"]:
        try:
            ZoneInfo("UTC" if zone == "local" else zone)
        except (KeyError, OSError, ValueError):
            yield f"calendar.toml: zones.{zone}: is no zone of the IANA database"


def _words_of_time(times: Table) -> Iterator[str]:
    for key in (
        "deictic_days", "previous_days", "qualifiers", "qualifiers_previous", "vague", "portions",
        "edge_portions", "seasons", "decades", "adverbs_of_frequency",
    ):  # fmt: skip
        yield from _ambiguities(f"times.toml: {key}", _by_key(times[key]))
    for key in ("lead", "adverb", "alone"):
        rows = {part: row.get(key, []) for part, row in times["day_parts"].items()}
        yield from _ambiguities(f"times.toml: day_parts.{key}", _by_key(rows))
    forms = [
        (f"{unit}.{key}", form)
        for unit, row in times["unit"].items()
        for key in row
        for form in row[key]
    ]
    yield from _ambiguities("times.toml: unit", forms)
    feasts = [(row["key"], name) for row in times["feast"] for name in row["names"]]
    yield from _ambiguities("times.toml: feast", feasts)


def _keys(times: Table) -> Iterator[str]:
    """Tables whose keys are values of the model, or whole numbers."""
    kinds: dict[str, type[StrEnum]] = {
        "unit": Unit, "adverbs_of_frequency": Unit, "day_parts": DayPart, "portions": Portion,
        "edge_portions": Portion, "vague": Direction,
    }  # fmt: skip
    for table, kind in kinds.items():
        for key in sorted(times[table].keys() - set(kind)):
            yield f"times.toml: {table}.{key}: is none of {', '.join(kind)}"
    for key in sorted(times["seasons"].keys() - {"SP", "SU", "FA", "WI"}):
        yield f"times.toml: seasons.{key}: is none of SP, SU, FA, WI"
    for table in ("deictic_days", "previous_days", "qualifiers", "qualifiers_previous", "decades"):
        for key in times[table]:
            if not key.removeprefix("-").isdecimal():
                yield f"times.toml: {table}.{key}: is no whole number"


def _feasts(times: Table) -> Iterator[str]:
    for key, stands in Counter(feast["key"] for feast in times["feast"]).items():
        if stands > 1:
            yield f"times.toml: feast {key}: stands {stands} times"
    for feast in times["feast"]:
        at = f"times.toml: feast {feast['key']}"
        if ("hijri" in feast) == ("gregorian" in feast):
            yield f"{at}: has not exactly one of `hijri` and `gregorian`"
        elif "gregorian" in feast and not _is_day(2024, *feast["gregorian"]):
            yield f"{at}: {feast['gregorian']} is no day of the year"
        elif "hijri" in feast and not _is_hijri(*feast["hijri"]):
            yield f"{at}: {feast['hijri']} is no day of the Hijri year"
        if feast["days"] < 1:
            yield f"{at}: lasts {feast['days']} days"


def _event_days(times: Table) -> Iterator[str]:
    for row in times["event_day"]:
        if not _is_day(row["year"], row["month"], row["day"]):
            day = f"{row['year']}-{row['month']}-{row['day']}"
            yield f"times.toml: event_day {day}: is no date"


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _is_hijri(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= 30


def _parts(times: Table, shapes: Table) -> Iterator[str]:
    """Every part of the grammar has its examples, and no example is of an unknown part."""
    wanted = shapes.get("parts", {}).get("times", [])
    there = {row["part"] for row in times["example"]}
    for part in wanted:
        if part not in there:
            yield f"times.toml: example: none for the part {part!r}"
    for part in sorted(there - set(wanted)):
        yield f"times.toml: example: the part {part!r} is not declared in shapes.toml"
    for row in times["example"]:
        if not row.get("yes") and not row.get("no"):
            yield f"times.toml: example {row['part']}: has neither `yes` nor `no`"


def _own_words(calendar: Table, dating: Table, labels: Table) -> Iterator[str]:
    """The months and weekdays that waqai says itself are those that it reads, in their order."""
    for at, words, table in (
        ("dating.toml: calendar.months_ar", dating["calendar"]["months_ar"], "month"),
        ("dating.toml: calendar.weekdays_ar", dating["calendar"]["weekdays_ar"], "weekday"),
        ("labels.toml: months", labels["months"], "month"),
        ("labels.toml: weekdays", labels["weekdays"], "weekday"),
    ):
        names = {
            row["number"]: {fold(n) for key in ("names", "anchored") for n in row.get(key, ())}
            for row in calendar[table]
        }
        if len(words) != len(names):
            yield f"{at}: has {len(words)} entries, not {len(names)}"
        for number, word in enumerate(words, 1):
            if fold(word) not in names.get(number, ()):
                yield f"{at}: {word!r} is no name of {table} {number} in calendar.toml"


#: The tables a rule reads, and the rule.
RULES: tuple[tuple[tuple[str, ...], Callable[..., Iterator[str]]], ...] = (
    (("numbers",), _numbers),
    (("calendar",), _months_and_weekdays),
    (("calendar",), _clocks),
    (("times",), _words_of_time),
    (("times",), _keys),
    (("times",), _feasts),
    (("times",), _event_days),
    (("times", "shapes"), _parts),
    (("calendar", "dating", "labels"), _own_words),
)
