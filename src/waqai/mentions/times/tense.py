"""Which side of today a bare weekday or month lies on: the clause says ("سيلتقي … الاثنين")."""

from functools import cache

from waqai.arabic.tokens import Tokens
from waqai.knowledge import load
from waqai.mentions.times.vocabulary import folded
from waqai.model.times import Direction

#: How far a verb may stand before the time that it governs, and behind it, in tokens.
_BEFORE, _BEHIND = 22, 4
_SENTENCE_ENDS = frozenset({".", "\n", "؟", "!", "؛", "…"})
_QUOTES = frozenset('"“”«»')


def clause_direction(tokens: Tokens, begin: int, end: int) -> Direction:
    """The side that the clause around tokens `[begin, end)` gives; UNKNOWN when it gives none.

    The nearest word before it decides, but a future verb that stands directly behind a time at
    the head of its clause comes first ("الاثنين، سألتقي").
    """
    if _heads_clause(tokens, begin):
        for at in range(end, min(end + _BEHIND, len(tokens))):
            if tokens.words[at] in _SENTENCE_ENDS:
                break
            if is_future(tokens, at):
                return Direction.FUTURE
    for at in range(begin - 1, max(-1, begin - 1 - _BEFORE), -1):
        word = tokens.words[at]
        if word in _SENTENCE_ENDS and not _abbreviates(tokens, at):
            break
        if is_future(tokens, at):
            return Direction.FUTURE
        if word in _past():
            return Direction.PAST
    return Direction.UNKNOWN


def is_future(tokens: Tokens, i: int) -> bool:
    """Whether token `i` speaks of what is to come: a word of the list, or a verb with س."""
    word = tokens.words[i]
    if word in _future_words():
        return True
    stem = word[1:] if word[0] in "وف" else word
    if len(stem) < 4 or stem[0] != "س" or stem[1] not in "يتنا":
        return False
    if stem[1] == "ا" and "أ" not in tokens.text[tokens.starts[i] : tokens.ends[i]][:4]:
        return False  # ساعد, ساهم; but سأعود
    if stem in _not_future() or stem.startswith(_not_future_prefixes()):
        return False
    return not stem.startswith("سال") or len(stem) > 5  # سأل, سألت


def _heads_clause(tokens: Tokens, begin: int) -> bool:
    return begin == 0 or tokens.words[begin - 1] in _SENTENCE_ENDS | _QUOTES | {"،", ",", ":"}


def _abbreviates(tokens: Tokens, i: int) -> bool:
    """A full stop between single letters or digits ends no sentence ("أ.ف.ب", "10.5")."""
    return tokens.words[i] == "." and i + 1 < len(tokens) and tokens.glued(i + 1)


@cache
def _future_words() -> frozenset[str]:
    words = folded(load("times")["future"]["words"])
    return words | {"و" + w for w in words} | {"ف" + w for w in words}


@cache
def _past() -> frozenset[str]:
    words = folded(load("times")["past"]["words"])
    return words | {"و" + w for w in words} | {"ف" + w for w in words}


@cache
def _not_future() -> frozenset[str]:
    return folded(load("times")["future"]["not_future"])


@cache
def _not_future_prefixes() -> tuple[str, ...]:
    return tuple(sorted(folded(load("times")["future"]["not_future_prefix"])))
