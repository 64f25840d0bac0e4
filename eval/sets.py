"""The sets that the gate scores: what each is measured on, and what it gives figures for."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from eval import (
    clitics,
    date_cases,
    event_sentences,
    gold,
    gold_chronicle,
    names,
    number_cases,
    off_mission,
    statements,
)
from eval.date_case_files import read_cases
from eval.floors import Pins
from eval.report import Report
from eval.shared import Shared
from eval.system import Annotate, Reader, annotations, read_times
from eval.told_events import Teller, read_events


@dataclass(frozen=True, slots=True)
class Set:
    """Material, and how waqai is scored on it.

    `measures` are the names under which its figures and bounds stand. `files` gives what must be
    as pinned, and an empty list where it is not there; None for material that is our own.
    """

    name: str
    measures: tuple[str, ...]
    files: Callable[[Shared], list[Path]] | None
    report: Callable[[Shared, Pins], Report]

    def is_there(self, shared: Shared) -> bool:
        """Whether the set can be scored."""
        return self.files is None or bool(self.files(shared))


def gold_set(annotate: Annotate = annotations) -> Set:
    """The gold pages and articles, scored through the JSON that waqai prints."""
    return Set(
        "gold",
        ("pages", "pages_day", "articles"),
        Shared.gold_files,
        lambda shared, pins: gold.report(shared, pins, annotate),
    )


def chronicle_set(build: gold_chronicle.Build = gold_chronicle.build) -> Set:
    """The gold pages built together, scored through what waqai exports."""
    return Set(
        gold_chronicle.SET,
        (gold_chronicle.SET, gold_chronicle.PAGES),
        Shared.chronicle_files,
        lambda shared, pins: gold_chronicle.report(shared, pins, build),
    )


def date_case_set(read: Reader = read_times) -> Set:
    """Other people's test cases for dates, periods and times; numbers are shown beside them."""

    def report(shared: Shared, pins: Pins) -> Report:
        cases = date_cases.score(read_cases(shared.date_cases), read)
        tables = [*date_cases.tables(cases), *number_cases.tables(shared.date_cases)]
        return Report(tables, cases.figures(), date_cases.miss_lines(cases))

    return Set("date_cases", ("date_cases",), Shared.date_case_files, report)


def name_set() -> Set:
    """Names in tagged newswire."""
    return Set(
        "names",
        ("names",),
        lambda shared: _there(shared.tagged_names),
        lambda shared, pins: names.report(shared.tagged_names),
    )


def clitic_set() -> Set:
    """Words split by a treebank."""
    return Set(
        "clitics",
        ("clitics",),
        lambda shared: _there(shared.treebank),
        lambda shared, pins: clitics.report(shared.treebank),
    )


def statement_set() -> Set:
    """Our own annotated sentences."""
    return Set(
        "statement_examples",
        ("statement_examples",),
        None,
        lambda shared, pins: statements.report(statements.read_examples()),
    )


def event_sentence_set(tell: Teller = read_events) -> Set:
    """Sentences that people judged for two types of event."""
    return Set(
        "event_sentences",
        ("event_sentences",),
        Shared.event_sentence_files,
        lambda shared, pins: event_sentences.report(shared.event_sentences, tell),
    )


def off_mission_set(tell: Teller = read_events) -> Set:
    """Our own passages that tell no event."""
    return Set(
        "off_mission",
        ("off_mission",),
        None,
        lambda shared, pins: off_mission.report(off_mission.read_passages(), tell),
    )


def _there(path: Path) -> list[Path]:
    return [path] if path.is_file() else []


SETS = (
    gold_set(),
    chronicle_set(),
    date_case_set(),
    name_set(),
    clitic_set(),
    statement_set(),
    event_sentence_set(),
    off_mission_set(),
)
