"""Happenings that the public record tells of, and which of ours is one of them."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from waqai.arabic.letters import bare
from waqai.model.chronicle import Happening, Telling, Window
from waqai.model.names import Entity

HAPPENINGS = Path(__file__).with_name("happenings_2018.toml")

#: A window of so many days still tells the day of a happening.
WIDE = timedelta(days=2)

Alternatives = frozenset[str]


@dataclass(frozen=True, slots=True)
class Known:
    """One happening of the record. Parties and place are folded names or ids, in alternatives.

    `parties` may stand on either side, `targets` only where something was done to them, and then
    `parties` only where somebody did it. `day` is its day, or the days that it took or may come
    on; `kinds`, `targets` and `place` are empty where they are not asked for.
    """

    id: str
    types: Alternatives
    kinds: Alternatives
    parties: tuple[Alternatives, ...]
    targets: tuple[Alternatives, ...]
    place: Alternatives
    day: Window
    statuses: Alternatives
    apart: tuple[str, ...]
    note: str


def read_known(path: Path = HAPPENINGS) -> list[Known]:
    """The happenings of a file, in its order."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["happening"]
    return [_known(row) for row in rows]


def _known(row: Mapping[str, Any]) -> Known:
    first, _, last = row["day"].partition("..")
    return Known(
        row["id"],
        _alternatives(row["type"]),
        _alternatives(row.get("kind", "")),
        tuple(_names(party) for party in row["actors"]),
        tuple(_names(party) for party in row.get("recipients", [])),
        _names(row.get("place", "")),
        Window(date.fromisoformat(first), date.fromisoformat(last or first)),
        _alternatives(row["status"]),
        tuple(row["apart"]),
        row["note"],
    )


def _alternatives(written: str) -> Alternatives:
    return frozenset(filter(None, written.split("|")))


def _names(written: str) -> Alternatives:
    return frozenset(map(_name, _alternatives(written)))


def _name(written: str) -> str:
    """An id as it is, a name without the ways of spelling it and without articles."""
    if written.isascii():
        return written
    words = bare(written).replace("-", " ").split()
    return " ".join(word.removeprefix("ال") for word in words)


class Cast:
    """The entities of a chronicle, for telling whom the record means."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._called = {
            one.id: frozenset({one.id, *map(_name, (one.name, *one.aliases))}) for one in entities
        }

    def is_called(self, id: str | None, names: Alternatives) -> bool:
        """Whether the entity with the id `id` bears one of `names`."""
        return id is not None and not self._called[id].isdisjoint(names)

    def has_parties(self, one: Happening | Telling, known: Known) -> bool:
        """Whether type, parties and place are those of the record, whenever it was."""
        doers = one.actors if known.targets else one.actors + one.recipients
        return (
            one.type.value in known.types
            and self._are(doers, known.parties)
            and self._are(one.recipients, known.targets)
            and (not known.place or self.is_called(one.place, known.place))
        )

    def _are(self, ids: tuple[str, ...], parties: tuple[Alternatives, ...]) -> bool:
        return all(any(self.is_called(id, names) for id in ids) for names in parties)

    def is_it(self, one: Happening | Telling, known: Known) -> bool:
        """Whether it is the happening of the record but for its day."""
        return (
            self.has_parties(one, known)
            and one.status.value in known.statuses
            and (not known.kinds or one.kind in known.kinds)
        )


def tells_day(ours: Window, known: Window) -> bool:
    """Whether `ours` lies within the days of the record, or holds one and is three days at most."""
    if ours.earliest is None or ours.latest is None:
        return False
    return _within(ours, known) or (gap(ours, known) == 0 and ours.latest - ours.earliest <= WIDE)


def is_that_day(ours: Window, known: Window) -> bool:
    """Whether `ours` is a day of the record; where more than a day was open, lies within them."""
    open_ = known.earliest is not None and known.latest is not None
    wide = open_ and known.latest - known.earliest > WIDE  # type: ignore[operator]  # just asked
    return _within(ours, known) if wide else ours.day is not None and gap(ours, known) == 0


def _within(ours: Window, known: Window) -> bool:
    return (
        None not in (ours.earliest, ours.latest, known.earliest, known.latest)
        and known.earliest <= ours.earliest  # type: ignore[operator]  # none is None
        and ours.latest <= known.latest  # type: ignore[operator]  # none is None
    )


def gap(ours: Window, known: Window) -> int:
    """Days between two windows, 0 where they meet; an open side meets all on that side."""
    far = timedelta()
    if ours.latest is not None and known.earliest is not None:
        far = max(far, known.earliest - ours.latest)
    if ours.earliest is not None and known.latest is not None:
        far = max(far, ours.earliest - known.latest)
    return far.days
