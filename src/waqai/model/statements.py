"""Statements: somebody says something, and through whom we know it."""

from dataclasses import dataclass
from enum import StrEnum

from waqai.model.page import Span


class Mode(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"


class SpeechAct(StrEnum):
    """What the saying does."""

    ASSERT = "asserts"
    DENY = "denies"
    DEMAND = "demands"
    PROMISE = "promises"
    THREATEN = "threatens"
    PRAISE = "praises"
    BLAME = "blames"
    EXPECT = "expects"


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said is the text `[start, end)`; the rest are indices into the story's lists.

    `speaker` and `via` (from the speaker outwards) and `addressee` index its entities, `said` its
    times. `verb` is the word of saying as written, at `cue`. `occasion` is the span that tells
    where it was said ("في مؤتمر صحفي"). `within` is the statement that this one is part of.
    """

    start: int
    end: int
    speaker: int | None
    mode: Mode
    act: SpeechAct
    verb: str
    cue: Span
    via: tuple[int, ...] = ()
    addressee: int | None = None
    occasion: Span | None = None
    said: int | None = None
    within: int | None = None
