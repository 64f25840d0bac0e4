"""The formats in which a chronicle can be taken elsewhere, by name.

A format has a module of its own, which is imported when it is asked for: `load` does that.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from waqai.store.reading import Chronicle

#: Gives the bytes of a format, piece by piece: of the chronicle, the tables that are asked for.
Pieces = Callable[["Chronicle", Sequence[str]], Iterator[bytes]]


class NotInstalledError(ImportError):
    """A package that a format needs is missing; the message says how to install it."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format. `about` is its line in the help, `ending` that of its files, such as ".csv".

    `tables` are those that can be chosen among, the first the one that is meant when one file can
    hold but one and none was chosen; no tables: the format is one thing. With `apart` each table
    is a file of its own. What is `binary` does not belong on a terminal.
    """

    name: str
    about: str
    ending: str
    load: Callable[[], Pieces]
    tables: tuple[str, ...] = ()
    apart: bool = False
    binary: bool = False


_TABLES = (
    "happenings",
    "events",
    "statements",
    "announcements",
    "positions",
    "conflicts",
    "entities",
    "stories",
)
_RECORDS = _TABLES[:-1]


def _csv() -> Pieces:
    from waqai.exports import csv

    return csv.pieces


def _xlsx() -> Pieces:
    from waqai.exports import xlsx

    return xlsx.pieces


def _parquet() -> Pieces:
    from waqai.exports import parquet

    return parquet.pieces


def _jsonl() -> Pieces:
    from waqai.exports import jsonl

    return jsonl.pieces


def _plover() -> Pieces:
    from waqai.exports import plover

    return lambda chronicle, _: plover.pieces(chronicle)


def _polecat() -> Pieces:
    from waqai.exports import polecat

    return lambda chronicle, _: polecat.pieces(chronicle)


def _annotations() -> Pieces:
    from waqai.exports import annotations

    return lambda chronicle, _: annotations.lines(chronicle.pages(settled=True))


def _chronicle() -> Pieces:
    from waqai.exports import chronicle

    return lambda opened, _: chronicle.pieces(opened)


def _jsonld() -> Pieces:
    from waqai.exports import jsonld

    return jsonld.pieces


def _ftm() -> Pieces:
    from waqai.exports import ftm

    return lambda chronicle, _: ftm.pieces(chronicle)


def _ics() -> Pieces:
    from waqai.exports import ics
    from waqai.exports.phrases import Language

    return lambda chronicle, language: ics.pieces(chronicle, Language(language[0]))


def _atom() -> Pieces:
    from waqai.exports import atom
    from waqai.exports.phrases import Language

    return lambda chronicle, language: atom.pieces(chronicle, Language(language[0]))


def _timelinejs() -> Pieces:
    from waqai.exports import timelinejs
    from waqai.exports.phrases import Language

    return lambda chronicle, language: timelinejs.pieces(chronicle, Language(language[0]))


def _timex3() -> Pieces:
    from waqai.exports import timex3

    return lambda chronicle, _: timex3.pieces(chronicle)


#: Whose headlines a reader gets, as tables that can be asked for.
_LANGUAGES = ("ar", "en")
#: The parts of the linked data.
_LINKED = ("entities", "articles", "happenings", "statements", "evidence")

#: In the order in which the help lists them.
FORMATS = {
    one.name: one
    for one in (
        Format("csv", "tables for Excel and for programs", ".csv", _csv, _TABLES, apart=True),
        Format("xlsx", "the same as an Excel workbook", ".xlsx", _xlsx, _TABLES, binary=True),
        Format(
            "parquet",
            "the same, typed, for DuckDB, pandas and R",
            ".parquet",
            _parquet,
            _TABLES,
            apart=True,
            binary=True,
        ),
        Format("jsonl", "findings as JSON, an object a line", ".jsonl", _jsonl, _RECORDS),
        Format("plover", "events as PLOVER's JSON records", ".jsonl", _plover),
        Format("polecat", "events in POLECAT's 40 columns", ".tsv", _polecat),
        Format("annotations", "the lines that annotate prints, read anew", ".jsonl", _annotations),
        Format("chronicle", "one JSON object for all findings and pages", ".json", _chronicle),
        Format("jsonld", "linked data: schema.org, Web Annotations", ".jsonld", _jsonld, _LINKED),
        Format("ftm", "FollowTheMoney entities", ".ftm.json", _ftm),
        Format("ics", "announced events as a calendar", ".ics", _ics, _LANGUAGES, apart=True),
        Format("atom", "what happened as a feed", ".atom", _atom, _LANGUAGES, apart=True),
        Format(
            "timelinejs",
            "what happened for TimelineJS3",
            ".json",
            _timelinejs,
            _LANGUAGES,
            apart=True,
        ),
        Format("timex3", "TimeML of each story, as a zip", ".zip", _timex3, binary=True),
    )
}
