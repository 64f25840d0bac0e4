"""When and where something was said: the time and the occasion that stand with the saying."""

from dataclasses import dataclass

from waqai.extract.statements.drafts import Draft
from waqai.extract.statements.ground import COMMAS, Ground
from waqai.extract.statements.vocabulary import complements, cues, listed
from waqai.model.page import Span

_OCCASION_TOKENS = 12
_OUTSET = 4  # a time that opens a sentence begins among its first tokens
_LEAD = 10  # and stands at most so far from the saying


@dataclass(frozen=True, slots=True)
class Frame:
    """`said` indexes the times; `occasion` is the span that tells where it was said."""

    said: int | None = None
    occasion: Span | None = None


def find_frames(ground: Ground, drafts: list[Draft]) -> dict[int, Frame]:
    """The frame of each draft, by its `id`. One that goes on in the same sentence ("مضيفا") has
    that of the saying it goes on from."""
    frames: dict[int, Frame] = {}
    spoken: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: d.first):
        before = _before(ground, draft, spoken)
        said = _said(ground, draft, before)
        occasion = _occasion(ground, (draft.gap, before)) if draft.after else None
        outer = _goes_on_from(ground, draft, spoken)
        if outer is not None:
            said = frames[id(outer)].said if said is None else said
            occasion = occasion or frames[id(outer)].occasion
        frames[id(draft)] = Frame(said, occasion)
        spoken.append(draft)
    return frames


def _goes_on_from(ground: Ground, draft: Draft, spoken: list[Draft]) -> Draft | None:
    if not draft.after or draft.parent is not None:
        return None
    begin = ground.begins[draft.first]
    for outer in reversed(spoken):
        if outer.first < begin:
            return None
        if outer.speaker == draft.speaker and outer.after and outer.parent is None:
            return outer
    return None


def _before(ground: Ground, draft: Draft, spoken: list[Draft]) -> tuple[int, int]:
    """The tokens before the word of saying that belong to it: none that another one says, none
    that a verb joined by و leaves behind."""
    begin, first = ground.begins[draft.first], draft.first
    if first > begin and draft.cue is not None and draft.cue.clitics[:1] in {"و", "ف"}:
        return first, first
    for other in spoken:
        if other.first >= begin:
            begin = max(begin, min(max(other.end, other.last), first))
            if draft.parent is other:
                begin = max(ground.begins[first], min(other.opener.at, first))
    return begin, first


def _said(ground: Ground, draft: Draft, before: tuple[int, int]) -> int | None:
    """The day or hour that stands with the word of saying, in no bracket and no other clause."""
    k, stop = draft.gap
    while k < stop:
        after = ground.past_bracket(k)
        if after > k:
            k = after
            continue
        if k in ground.moments:
            return ground.time_at[k][1]
        k = ground.time_at[k][0] if k in ground.time_at else k + 1
    if not draft.after:
        return None
    return _leading(ground, *before)


def _leading(ground: Ground, begin: int, first: int) -> int | None:
    """A time that opens the sentence, or stands right before the verb."""
    for k in range(begin, first):
        if k not in ground.moments:
            continue
        end, index = ground.time_at[k]
        if end == first or (ground.word(k - 1) in COMMAS and end + 1 == first):
            return index
        opens = k - begin < _OUTSET and first - end <= _LEAD
        if opens and not any(_clause(ground, j) for j in (*range(begin, k), *range(end, first))):
            return index
    return None


def _clause(ground: Ground, k: int) -> bool:
    """Whether a clause of its own begins at `k`."""
    word = ground.word(k)
    if word in listed("words", "relatives") | listed("words", "clauses") | complements():
        return True
    verb = any(not cue.rest for cue in cues().get(word) or ())
    return verb and k not in ground.name_at


def _occasion(ground: Ground, ranges: tuple[tuple[int, int], tuple[int, int]]) -> Span | None:
    """ "في مؤتمر صحفي", "خلال لقائه بفلان": up to the comma or to what is said."""
    tokens = ground.tokens
    for begin, stop in ranges:
        for k in range(begin, stop):
            if ground.phrase(k, "words", "occasions") == k:
                continue
            end = k + 1
            while end < min(stop, k + _OCCASION_TOKENS) and ground.word(end) not in COMMAS | {":"}:
                if end in ground.time_at:
                    break
                end += 1
            return Span(tokens.starts[k], tokens.ends[end - 1])
    return None
