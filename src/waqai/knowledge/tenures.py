"""What the tables of people must not say of the roles that people held, and when.

The tables read: `people_*.tsv`, whose last column lists tenures; the ids that tenures name, in
`roles.tsv`, `countries.tsv` and every other list of ids (organisations, places, …); the roles that
one person holds at a time, in `tenures.toml`.
"""

import calendar
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

Table = dict[str, Any]

_PEOPLE = "people_"
_WRITTEN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True)
class Person:
    """A row of a table of people; `at` says where it stands ("people_west.tsv: line 7")."""

    at: str
    id: str
    country: str
    sex: str
    tenures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A tenure; `whose` a country's code or an id of an organisation or place, "" where neither.

    `start` and `end` are as written: a year, a month or a day, "" where it is not known or open.
    """

    at: str
    person: str
    role: str
    whose: str
    start: str
    end: str

    @property
    def of_country(self) -> bool:
        """Whether `whose` is a country's code, or nothing."""
        return self.whose == "" or (len(self.whose) == 2 and self.whose.isupper())


@dataclass(frozen=True, slots=True)
class _Known:
    """The ids that tenures may name; an empty set where the list is not there."""

    roles: frozenset[str]
    countries: frozenset[str]
    bodies: frozenset[str]


def tenure_faults(lists: dict[str, str], rules: Table) -> Iterator[str]:
    """The faults of the tables of people among `lists` (file name → text), by `tenures.toml`."""
    people = [person for name in sorted(lists) for person in _people(name, lists[name])]
    known = _Known(
        _column(lists.get("roles.tsv", ""), "role_id"),
        _column(lists.get("countries.tsv", ""), "iso2"),
        frozenset(key for _, key in _bodies(lists)),
    )
    yield from _repeated_ids(people, lists)
    held = []
    for person in people:
        if known.countries and person.country not in {"", *known.countries}:
            yield f"{person.at}: country {person.country!r} does not stand in countries.tsv"
        if person.sex not in {"m", "f"}:
            yield f"{person.at}: sex {person.sex!r} is neither m nor f"
        for written in person.tenures:
            tenure = _tenure(person, written)
            if tenure is None:
                yield f"{person.at}: {written!r} is not role@from..to or role:whose@from..to"
                continue
            held.append(tenure)
            yield from _unknown(tenure, known)
            yield from _days(tenure)
    if people:
        yield from _rules(rules, known.roles, people)
        yield from _crowded(held, rules)


def _people(name: str, text: str) -> Iterator[Person]:
    if not name.startswith(_PEOPLE):
        return
    for number, cells in _rows(text):
        yield Person(
            f"{name}: line {number}",
            cells.get("id", ""),
            cells.get("country", ""),
            cells.get("sex", ""),
            tuple(item for item in cells.get("roles", "").split("|") if item),
        )


def _rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    head, *lines = text.split("\n")
    columns = head.removeprefix("#").split("\t")
    for number, line in enumerate(lines, 2):
        if line and not line.startswith("#"):
            yield number, dict(zip(columns, line.split("\t"), strict=False))


def _column(text: str, column: str) -> frozenset[str]:
    return frozenset(cells.get(column, "") for _, cells in _rows(text))


def _tenure(person: Person, written: str) -> Held | None:
    held, at, days = written.partition("@")
    role, _, whose = held.partition(":")
    start, dots, end = days.partition("..")
    if not (role and at and dots):
        return None
    return Held(person.at, person.id, role, whose or person.country, start, end)


def _bodies(lists: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Where each id of the lists of organisations and places stands, and the id."""
    for name in sorted(lists):
        if lists[name].startswith("#id\t") and not name.startswith(_PEOPLE):
            for number, cells in _rows(lists[name]):
                yield f"{name}: line {number}", cells["id"]


def _repeated_ids(people: Iterable[Person], lists: dict[str, str]) -> Iterator[str]:
    """Ids that stand twice: a reader keeps one entity for an id."""
    stands: dict[str, list[str]] = defaultdict(list)
    for person in people:
        stands[person.id].append(person.at)
    for at, key in _bodies(lists):
        stands[key].append(at)
    for key, places in stands.items():
        if len(places) > 1:
            yield f"{places[1]}: the id {key!r} stands in {places[0]} too"


def _unknown(held: Held, known: _Known) -> Iterator[str]:
    if known.roles and held.role not in known.roles:
        yield f"{held.at}: role {held.role!r} does not stand in roles.tsv"
    if held.of_country:
        if known.countries and held.whose not in {"", *known.countries}:
            yield f"{held.at}: {held.role}: {held.whose!r} does not stand in countries.tsv"
    elif known.bodies and held.whose not in known.bodies:
        yield f"{held.at}: {held.role}: {held.whose!r} is no id of an organisation or a place"


def _days(held: Held) -> Iterator[str]:
    for written in (held.start, held.end):
        if written and _span(written) is None:
            yield f"{held.at}: {held.role}: {written!r} is no year, month or day"
    start, end = _span(held.start), _span(held.end)
    if start and end and start[0] > end[1]:
        yield f"{held.at}: {held.role}: begins {held.start} and ends {held.end}"


def _span(written: str) -> tuple[date, date] | None:
    """The first and the last day of a year, a month or a day as written."""
    match = _WRITTEN.fullmatch(written)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return first, first
    month = month or 12
    return first, date(first.year, month, calendar.monthrange(first.year, month)[1])


def _rules(rules: Table, roles: frozenset[str], people: list[Person]) -> Iterator[str]:
    """Roles and people that tenures.toml names and the tables do not have."""
    ids = {person.id for person in people}
    for scope, named in rules["one_holder"].items():
        for role in named:
            if roles and role not in roles:
                yield f"tenures.toml: one_holder.{scope}: {role!r} does not stand in roles.tsv"
    for number, row in enumerate(rules.get("at_once", ()), 1):
        for person in row["people"]:
            if person not in ids:
                yield f"tenures.toml: at_once {number}: {person!r} stands in no table of people"


def _crowded(held: Iterable[Held], rules: Table) -> Iterator[str]:
    """Roles of one holder that two people hold at once for longer than the rules let pass."""
    single = {scope: frozenset(roles) for scope, roles in rules["one_holder"].items()}
    allowed = [
        (row["role"], row["whose"], frozenset(row["people"])) for row in rules.get("at_once", ())
    ]
    by_office: dict[tuple[str, str], list[Held]] = defaultdict(list)
    for tenure in held:
        if tenure.role in single["world"]:
            by_office[tenure.role, ""].append(tenure)
        elif tenure.role in single["country" if tenure.of_country else "organisation"]:
            by_office[tenure.role, tenure.whose].append(tenure)
    used = set()
    for (role, whose), tenures in by_office.items():
        for one, other in combinations(tenures, 2):
            if one.person == other.person or _overlap(one, other) <= rules["overlap_days"]:
                continue
            pair = {one.person, other.person}
            marked = {
                number
                for number, (r, w, people) in enumerate(allowed, 1)
                if (r, w) == (role, whose) and pair <= people
            }
            used |= marked
            if not marked:
                days = f"{other.start}..{other.end} and {one.start}..{one.end}"
                yield f"{other.at}: {role} {whose}: {other.person} and {one.person}: {days}"
    for number in sorted(set(range(1, len(allowed) + 1)) - used):
        yield f"tenures.toml: at_once {number}: lets nothing pass; take it away"


def _overlap(one: Held, other: Held) -> int:
    """The days for which both surely held, at least; an open end has no end."""
    starts = [_span(tenure.start) for tenure in (one, other)]
    ends = [_span(tenure.end) for tenure in (one, other)]
    start = max(span[1] if span else date.min for span in starts)
    end = min(span[0] if span else date.max for span in ends)
    return (end - start).days
