"""Frames: what each trigger tells, and what its subject, its object and each preposition bring."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from waqai.arabic.letters import bare
from waqai.knowledge import load, tables
from waqai.model.events import EventType, Status

#: How a plain object is written in `content`.
OBJECT = "مفعول"
THAT = "ان"


class Role(StrEnum):
    """What an argument is to the event. See the head of any `frames_*.toml`."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    BOTH = "both"
    PLACE = "place"
    GOAL = "goal"
    TARGET = "target"
    THEME = "theme"
    SOURCE = "source"
    EITHER = "either"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Frame:
    """One trigger of the knowledge, with what its kind leaves to it filled in.

    `brings` maps folded prepositions to roles. `embeds` is the status of an event told in its
    content, which is attached by one of `content`, and whose actor is that of `controls`.
    """

    lemma: str
    type: EventType
    kind: str
    cameo: str
    mode: str | None
    mutual: bool
    subject: Role
    object: Role
    genitive: Role
    owner: Role
    brings: dict[str, Role]
    needs: frozenset[str]
    unless: frozenset[str]
    refers: frozenset[str]
    phrased: bool  # whether `needs` has phrases of several words
    sure: bool
    future: bool
    embeds: Status | None
    content: frozenset[str]
    controls: Role
    negated: bool  # told only by its negation: "لا يؤيد"
    spoken: bool  # whoever says it acts: "موسكو مسؤولة عن الهجوم"


@dataclass(frozen=True, slots=True)
class Entry:
    """A trigger as the table has it: its frame, and the words to derive its forms from."""

    frame: Frame
    row: dict[str, Any]


@cache
def entries() -> tuple[Entry, ...]:
    """Every trigger of every table of frames."""
    return tuple(entry for name in tables("frames_") for entry in _entries(name))


def _entries(name: str) -> Iterator[Entry]:
    table = load(name, examples=False)
    type = EventType(table["type"])
    kinds = {row["id"]: row for row in table["kind"]}
    refers = frozenset(map(bare, table.get("refers", ())))
    for row in table["trigger"]:
        kind = kinds[row["kind"]]
        yield Entry(_frame(type, kind, row, refers), row)


_WORDS = ("past", "noun", "plural", "phrase", "participle", "present")


def _listed(words: str | list[str]) -> list[str]:
    return [words] if isinstance(words, str) else words


def _frame(
    type: EventType, kind: dict[str, Any], row: dict[str, Any], refers: frozenset[str]
) -> Frame:
    told = {**kind, **row}
    genitive = Role(told.get("genitive", "actor"))
    return Frame(
        lemma=next(word for key in _WORDS if key in row for word in _listed(row[key])),
        type=type,
        kind=kind["id"],
        cameo=kind["cameo"],
        mode=told.get("mode"),
        mutual=told.get("mutual", False),
        subject=Role(told.get("subject", "actor")),
        object=Role(told.get("object", "recipient")),
        genitive=genitive,
        owner=Role(told.get("owner", genitive)),
        brings={bare(word): Role(role) for word, role in told.get("with", {}).items()},
        needs=frozenset(map(bare, row.get("needs", ()))),
        unless=frozenset(map(bare, row.get("unless", ()))),
        refers=refers,
        phrased=any(" " in words for words in row.get("needs", ())),
        sure=row.get("sure", True),
        future=row.get("future", False),
        embeds=Status(row["embeds"]) if "embeds" in row else None,
        content=frozenset(map(bare, row.get("content", ()))),
        controls=Role(row.get("controls", "actor")),
        negated=row.get("negated", False),
        spoken=row.get("spoken", False),
    )
