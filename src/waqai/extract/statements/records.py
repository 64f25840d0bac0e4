"""Drafts become the records that flow."""

from waqai.extract.statements.drafts import Draft
from waqai.extract.statements.frames import Frame, find_frames
from waqai.extract.statements.ground import Ground
from waqai.extract.statements.vocabulary import THAT, complements, listed_object
from waqai.model.names import EntityKind
from waqai.model.page import Span
from waqai.model.statements import Mode, SpeechAct, Statement


def statements_of(ground: Ground, drafts: list[Draft]) -> tuple[Statement, ...]:
    """The statements in order of what is said, each with the one that it is part of."""
    ordered = sorted(drafts, key=lambda d: (d.opener.at, -d.end, d.first))
    index = {id(draft): k for k, draft in enumerate(ordered)}
    frames = find_frames(ground, drafts)
    return tuple(_statement(ground, draft, index, frames[id(draft)]) for draft in ordered)


def _statement(ground: Ground, draft: Draft, index: dict[int, int], frame: Frame) -> Statement:
    tokens = ground.tokens
    start, end = tokens.starts[draft.opener.at], tokens.ends[draft.end - 1]
    cue = Span(tokens.starts[draft.first], tokens.ends[draft.last - 1])
    return Statement(
        start=start,
        end=max(end, start),
        speaker=draft.speaker,
        mode=Mode.DIRECT if draft.direct else Mode.INDIRECT,
        act=_act(ground, draft),
        verb=_verb(tokens.text[cue.start : cue.end]),
        cue=cue,
        via=tuple(draft.via),
        addressee=_addressee(ground, draft),
        occasion=frame.occasion,
        said=frame.said,
        within=index.get(id(draft.parent)) if draft.parent is not None else None,
    )


def _act(ground: Ground, draft: Draft) -> SpeechAct:
    """What the verb does, or does with what opens its content: "نوه ب" praises, "نوه إلى" does
    not."""
    if draft.cue is None:
        return SpeechAct.ASSERT
    saying, mark = draft.cue.saying, draft.opener.mark
    that = ground.word(mark) in complements() or ground.word(mark + 1) in complements()
    for word, act in saying.acts:
        if (word == THAT and that) or listed_object(ground.word(mark), frozenset({word})):
            return act
    return saying.act


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
