"""Which stance on which issue a stretch of text shows, of whoever says it.

A stance is found only where a word of stance reaches the issue's words through links alone:
"نرفض | رفع | العقوبات". Whatever else stands between, nothing is said. A verb in the third person
counts where its subject is the speaker: "إنه يرفض", "بلاده ترفض"; what others hold is not told.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from waqai.arabic.clitics import proclitics
from waqai.arabic.letters import LETTERS, bare
from waqai.arabic.tokens import tokenize
from waqai.chronicle import issues
from waqai.chronicle.issues import AGAINST, FOR, Cue, Person
from waqai.chronicle.terms import Found, stem
from waqai.model.chronicle import Stance

_WORD = re.compile(f"[{LETTERS}]+")
_CONJUNCTIONS = frozenset("وف")
_ENDS = frozenset(".!؛\n")
_STOPS = _ENDS | frozenset("،,:?؟")
_QUESTIONS = frozenset("?؟")
_SUBJECT = 3  # words that a subject may have
_OPENING = 2  # words within which what is said still opens


@dataclass(frozen=True, slots=True)
class _Passage:
    """One sentence: its words as written (folded), their stems, and the verb before them."""

    words: list[str]
    stems: list[str]
    verb: Cue | None  # of the saying or the event whose content the sentence opens
    told: bool  # whether the verb is an event's trigger, with its subject still to come


@dataclass(frozen=True, slots=True)
class _Chain:
    """The way from an issue back to the word before its links.

    `at` is that word, `sign` what the links make of the stance, `side` whether the speaker's own
    side stands among them, `first` the outermost link.
    """

    at: int
    sign: int
    side: bool
    first: int


def said(text: str, verb: str) -> set[tuple[str, Stance]]:
    """The stances that somebody takes who says `text` with the verb `verb` ("" for none)."""
    if not _may_name_an_issue(text):
        return set()
    last = _stem_of_verb(verb)
    if last in issues.words("own", "doubting"):
        return set()
    cue = issues.sayings().get(last)
    return set(_stances(text, cue, told=False))


def done(text: str, trigger: str, kind: str) -> set[tuple[str, Stance]]:
    """The stances that an event of `kind` shows, its sentence `text` holding its `trigger`."""
    sign = issues.kinds().get(kind)
    at = text.find(trigger)
    if sign is None or not trigger.strip() or at < 0 or not _may_name_an_issue(text):
        return set()
    last = _stem_of_verb(trigger)
    within = issues.cues().get(last)
    if within is not None and within.person is Person.NOUN:
        return set()  # "إدانة إيران": who condemns and who is condemned look alike
    known = issues.sayings().get(last)
    cue = Cue(sign, Person.OWN, known.behind if known else None)
    return set(_stances(text[at + len(trigger) :], cue, told=True))


def _may_name_an_issue(text: str) -> bool:
    """Whether a word of `text` begins some phrase: most texts are told to have none at once."""
    begins = issues.issue_terms().begins
    return any(begins(stem(word)) for word in _WORD.findall(bare(text)))


@lru_cache(maxsize=1 << 12)
def _stem_of_verb(verb: str) -> str:
    words = tokenize(verb).words
    return stem(words[-1]) if words else ""


def _stances(text: str, verb: Cue | None, *, told: bool) -> Iterator[tuple[str, Stance]]:
    tokens = tokenize(text).words
    ends = [-1, *(i for i, word in enumerate(tokens) if word in _ENDS | _QUESTIONS), len(tokens)]
    for start, end in pairwise(ends):
        words = tokens[start + 1 : end]
        opens = start == -1
        if words and not (end < len(tokens) and tokens[end] in _QUESTIONS):
            passage = _Passage(words, [stem(w) for w in words], verb if opens else None, told)
            yield from _of_sentence(passage)
        if told:
            return


def _of_sentence(passage: _Passage) -> Iterator[tuple[str, Stance]]:
    outer: dict[int, int] = {}  # the sign of the stance that governs the issue ending there
    for term in issues.issue_terms().find(passage.stems):
        issue, own = term.sense
        if not issue:
            continue
        chain = _chain(passage, term.start)
        sign = _governing(passage, chain, outer)
        if sign is not None:
            outer[term.end] = sign
            total = sign * chain.sign * own
        elif not passage.told and (verdict := _verdict(passage, term)) is not None:
            total = verdict * own
        else:
            continue
        if _conditional(passage, term):
            yield issue, Stance.CONDITIONAL
        else:
            yield issue, Stance.FOR if total == FOR else Stance.AGAINST


def _conditional(passage: _Passage, term: Found[tuple[str, int]]) -> bool:
    """Whether a condition stands near the issue, before or behind it."""
    row = issues.table()["condition"]
    bars = issues.words("condition", "not_behind")
    return any(
        term.start - row["reach"] <= found.start <= term.end + row["reach"]
        and not (found.start and passage.words[found.start - 1] in bars)
        for found in issues.conditions().find(passage.stems)
    )


def _chain(passage: _Passage, start: int) -> _Chain:
    """The links before the stem `start`, back to a word that is none."""
    links, sides = issues.links(), issues.words("own", "sides")
    sign, side, at = FOR, False, start
    while at > 0 and not _joined(passage.words[at]):
        before = passage.stems[at - 1]
        if before in sides:
            side = True
        elif _stance_ends(passage, at) or before not in links:
            break
        else:
            sign *= links[before]
        at -= 1
    return _Chain(at - 1, sign, side, at)


def _stance_ends(passage: _Passage, end: int) -> bool:
    """Whether the stem before `end` tells whose stance it is, so that no link goes past it."""
    cue = issues.cues().get(passage.stems[end - 1])
    return cue is not None and cue.person in {Person.OWN, Person.OWNED}


def _governing(passage: _Passage, chain: _Chain, outer: dict[int, int]) -> int | None:
    """The sign of the stance at the chain's end, where it is the speaker's."""
    if passage.told:
        joined = _joined(passage.words[chain.first]) and chain.first in outer
        return outer[chain.first] if joined else _behind_verb(passage, chain)
    impersonal = _impersonal(passage, chain)
    if impersonal is not None:
        return impersonal
    if _joined(passage.words[chain.first]) and chain.first in outer:
        return outer[chain.first]
    if chain.at < 0:
        return _behind_verb(passage, chain)
    cue = issues.cues().get(passage.stems[chain.at])
    if cue is not None and _is_speakers(passage, chain, cue):
        return _negated(passage, chain.at, cue.sign)
    return _behind_verb(passage, chain)


def _impersonal(passage: _Passage, chain: _Chain) -> int | None:
    """The sign of what must or must not be ("يجب", "لا بد من") among the links or before them."""
    for at in range(chain.first, max(-1, chain.at - 3), -1):
        hit = issues.phrases("impersonal").at(passage.stems, at)
        if hit is not None and hit.end > chain.at and hit.end >= chain.first:
            return _negated(passage, at, hit.sense)
    return None


def _is_speakers(passage: _Passage, chain: _Chain, cue: Cue) -> bool:
    at = chain.at
    if cue.person is Person.OWN:
        return True
    if cue.person is Person.OWNED:
        return at <= _OPENING
    if chain.side:
        return True
    if cue.person is Person.NOUN:
        return False
    between = issues.words("own", "between")
    at -= 1
    while at >= 0 and passage.stems[at] in between:
        at -= 1
    if at < 0:
        return False
    return passage.stems[at] in issues.words("own", "sides") or (
        at <= 1 and passage.stems[at] in issues.words("own", "openers")
    )


def _behind_verb(passage: _Passage, chain: _Chain) -> int | None:
    """The sign of the verb before the sentence, when its preposition opens the chain.

    Between the two stands who is asked, or, behind an event's trigger, who acts.
    """
    verb = passage.verb
    if verb is None or chain.first >= len(passage.words):
        return None
    between = passage.stems[: chain.first]
    if len(between) > issues.table()["link"]["parties"] or not _STOPS.isdisjoint(between):
        return None
    if not issues.words("link", "blocks").isdisjoint(between):
        return None
    if not issues.cues().keys().isdisjoint(between):
        return None
    if verb.behind is not None:
        return verb.sign if _opens_with(passage, chain.first, verb.behind) else None
    if between and not (passage.told and _is_object(passage, chain.first)):
        return None
    return verb.sign if len(between) <= _SUBJECT else None


def _is_object(passage: _Passage, at: int) -> bool:
    """Whether the word stands with no preposition, as what an act is done to."""
    word = passage.words[at]
    return not proclitics(word) and word not in issues.words("link", "pass")


def _opens_with(passage: _Passage, at: int, preposition: str) -> bool:
    word = passage.words[at]
    if len(preposition) > 1:
        return word == preposition
    return preposition in word[: proclitics(word)]


def _verdict(passage: _Passage, term: Found[tuple[str, int]]) -> int | None:
    """The sign of what is said of an issue that opens the sentence: "العقوبات غير قانونية"."""
    if term.start > _OPENING - 1 or term.end >= len(passage.stems):
        return None
    at = term.end
    if passage.stems[at] in issues.words("verdict", "copulas"):
        at += 1
    if at >= len(passage.stems) or proclitics(passage.words[at]):
        return None
    hit = issues.phrases("verdict").at(passage.stems, at)
    return None if hit is None else hit.sense


def _negated(passage: _Passage, at: int, sign: int) -> int | None:
    """The sign turned by a negation before it; not to be against is no stance."""
    if at > 0 and passage.words[at - 1] in issues.words("own", "negations"):
        return AGAINST if sign == FOR else None
    return sign


def _joined(word: str) -> bool:
    """Whether a conjunction is written with the word."""
    return word[0] in _CONJUNCTIONS and proclitics(word) > 0
