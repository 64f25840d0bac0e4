"""Drafts become the records that flow."""

from waqai.extract.statements.drafts import Draft
from waqai.extract.statements.ground import COMMAS, Ground
from waqai.model.names import EntityKind
from waqai.model.page import Span
from waqai.model.statements import Mode, SpeechAct, Statement

_OCCASION_TOKENS = 12


def statements_of(ground: Ground, drafts: list[Draft]) -> tuple[Statement, ...]:
    """The statements in order of what is said, each with the one that it is part of."""
    ordered = sorted(drafts, key=lambda d: (d.opener.at, -d.end, d.first))
    index = {id(draft): k for k, draft in enumerate(ordered)}
    return tuple(_statement(ground, draft, index) for draft in ordered)


def _statement(ground: Ground, draft: Draft, index: dict[int, int]) -> Statement:
    tokens = ground.tokens
    start, end = tokens.starts[draft.opener.at], tokens.ends[draft.end - 1]
    cue = Span(tokens.starts[draft.first], tokens.ends[draft.last - 1])
    return Statement(
        start=start,
        end=max(end, start),
        speaker=draft.speaker,
        mode=Mode.DIRECT if draft.direct else Mode.INDIRECT,
        act=draft.cue.saying.act if draft.cue is not None else SpeechAct.ASSERT,
        verb=_verb(tokens.text[cue.start : cue.end]),
        cue=cue,
        via=tuple(draft.via),
        addressee=_addressee(ground, draft),
        occasion=_occasion(ground, draft),
        said=_said(ground, draft),
        within=index.get(id(draft.parent)) if draft.parent is not None else None,
    )


def _verb(words: str) -> str:
    """The words of saying; none where only a colon or a quotation mark tells it."""
    return words if any(map(str.isalpha, words)) else ""


def _addressee(ground: Ground, draft: Draft) -> int | None:
    """The person or state spoken to: "قال لفلان", "دعا فلانا إلى"."""
    if draft.cue is not None and draft.cue.saying.person:
        named = ground.name_at.get(draft.opener.at)
        if named is not None and named.entity != draft.speaker:
            return named.entity
    for k in range(*draft.gap):
        named = ground.name_at.get(k)
        if named is None or not named.clitic or not ground.word(k).startswith("ل"):
            continue
        if named.entity not in {draft.speaker, *draft.via} and named.kind is not EntityKind.PLACE:
            return named.entity
    return None


def _occasion(ground: Ground, draft: Draft) -> Span | None:
    """ "في مؤتمر صحفي", "خلال لقائه بفلان": up to the comma or to what is said."""
    tokens = ground.tokens
    ranges = (draft.gap, (ground.begins[draft.first], draft.first))
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


def _said(ground: Ground, draft: Draft) -> int | None:
    """The time that stands with the word of saying."""
    for begin, stop in (draft.gap, (ground.begins[draft.first], draft.first)):
        for k in range(begin, stop):
            if k in ground.time_at:
                return ground.time_at[k][1]
    return None
