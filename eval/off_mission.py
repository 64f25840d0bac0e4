"""Events found where there are none: `python -m eval.off_mission`.

The passages of off_mission.toml speak of sport, food, weather or films in the words of war and
diplomacy. Each is read as a page of its own; every event found in it is a mistake.
"""

import argparse
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.report import Report, Table, say, show
from eval.told_events import Teller, Told, read_events
from waqai.model.events import EventType

SET = "off_mission"
PASSAGES = Path(__file__).with_name("off_mission.toml")


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage, what it is about ("sport"), and whose newspaper Arabic it is in."""

    field: str
    region: str
    text: str


@dataclass(frozen=True, slots=True)
class Misread:
    """A passage with the events found in it."""

    passage: Passage
    found: tuple[Told, ...]


def read_passages(path: Path = PASSAGES) -> list[Passage]:
    """The passages of a file, in its order."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return [Passage(row["field"], row["region"], row["text"].strip()) for row in table["passage"]]


def report(passages: Sequence[Passage], tell: Teller = read_events) -> Report:
    """How many events `tell` finds in the passages, of each type and in all."""
    read = [Misread(passage, tuple(tell(passage.text))) for passage in passages]
    by_type = Counter(event.type for one in read for event in one.found)
    with_any = sum(bool(one.found) for one in read)
    figures = {
        (SET, "events", "count"): float(by_type.total()),
        (SET, "passages", "count"): float(with_any),
    }
    figures |= {(SET, type_, "count"): float(by_type[type_]) for type_ in EventType}
    return Report([_by_type(by_type, with_any, len(read)), _by_field(read)], figures, _lines(read))


def _by_type(by_type: Counter[str], with_any: int, passages: int) -> Table:
    rows = [[type_, str(count)] for type_, count in by_type.most_common()]
    rows.append(["all types", str(by_type.total())])
    notes = [f"in {with_any} of {passages} passages; none of them tells an event"]
    return Table("Events found off the mission", ["type", "events"], rows, notes)


def _by_field(read: Sequence[Misread]) -> Table:
    fields = dict.fromkeys(one.passage.field for one in read)
    rows = []
    for field in fields:
        of_field = [one for one in read if one.passage.field == field]
        events = sum(len(one.found) for one in of_field)
        rows.append([field, str(len(of_field)), str(events)])
    return Table("Events found off the mission, by field", ["field", "passages", "events"], rows)


def _lines(read: Sequence[Misread]) -> list[str]:
    return [
        f"{one.passage.field}, {one.passage.region}: {event.type} {event.kind}/{event.status} "
        f"[{event.text}] in: {one.passage.text.partition(chr(10))[0]}"
        for one in read
        for event in one.found
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints how many events are found, and which on demand; 0."""
    parser = argparse.ArgumentParser(prog="python -m eval.off_mission", description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print every event found")
    parser.add_argument("--markdown", action="store_true")
    options = parser.parse_args(arguments)
    found = report(read_passages())
    for table in found.tables:
        show(table, markdown=options.markdown)
    if options.misses:
        say(*found.misses)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
