"""One reading of a run: its ground, who has the floor, and the statements so far."""

from dataclasses import dataclass, field

from waqai.extract.statements.drafts import Draft, Floor
from waqai.extract.statements.ground import COMMAS, Ground
from waqai.extract.statements.morphology import Form
from waqai.extract.statements.openers import Strength
from waqai.extract.statements.vocabulary import is_finite_cue, listed


@dataclass(slots=True)
class Reading:
    """What the readers share. `carried` are sources named before the verb: token and entity."""

    ground: Ground
    floor: Floor
    drafts: list[Draft] = field(default_factory=list)
    carried: list[tuple[int, int]] = field(default_factory=list)


def keep(reading: Reading, draft: Draft) -> None:
    for old in reading.drafts[-3:]:
        if old.opener.at == draft.opener.at and old.after and draft.after:
            if old.speaker == draft.speaker or not draft.named:
                return
            reading.drafts.remove(old)
            break
    draft.parent = _parent(reading, draft)
    reading.drafts.append(draft)
    cue = draft.cue
    if draft.speaker is not None and draft.parent is None:
        gender = cue.gender if cue is not None else None
        reading.floor.give(draft.speaker, gender, cue.plural if cue else False, draft.first)
    give_end(reading, draft)


def give_end(reading: Reading, draft: Draft) -> None:
    ground = reading.ground
    at = draft.opener.at
    if draft.opener.strength is Strength.QUOTE and at - 1 in ground.opened:
        draft.end, draft.direct = ground.opened[at - 1].close, True
    else:
        draft.end = ground.stops[at] if at < len(ground.stops) else len(ground.tokens)


def within(reading: Reading, i: int) -> Draft | None:
    """The draft whose words stand at token `i`, as far as is known yet."""
    ground = reading.ground
    for old in reversed(reading.drafts[-6:]):
        if old.after and old.opener.at <= i < old.end:
            same = ground.begins[old.first] == ground.begins[i]
            before = ground.word(i - 1)
            if old.direct or (same and before not in COMMAS and not ground.word(i).startswith("و")):
                return old
    return None


def _parent(reading: Reading, draft: Draft) -> Draft | None:
    """The draft that this one is said in: within its quotation, or behind its أن without و."""
    ground = reading.ground
    for old in reversed(reading.drafts[-6:]):
        if not old.after or not old.opener.at <= draft.first < old.end:
            continue
        if old.direct:
            return old
        if ground.begins[old.first] != ground.begins[draft.first]:
            continue
        cue = draft.cue
        sibling = (
            cue is None
            or cue.form is Form.PARTICIPLE
            or cue.clitics[:1] in {"و", "ف"}
            or cue.form is Form.NOUN
        )
        before = ground.word(draft.first - 1)
        resumes = before in listed("words", "resuming") | COMMAS or connected(ground, draft.first)
        finite = cue is not None and cue.form in {Form.PAST, Form.PRESENT}
        if sibling and finite and old.opener.strength <= Strength.PREPOSITION:
            continue  # no verb stands beside a noun: "رفض الفكرة وأعلن"
        beside = draft.speaker == old.speaker or not draft.named
        if resumes or (sibling and beside):
            continue
        return old
    return None


def connected(ground: Ground, first: int) -> int:
    """How many words before a verb set its clause beside the last: في حين, إلا أنه; 0 for none."""
    pair = (ground.word(first - 2), ground.word(first - 1))
    if pair[0] == "في" and pair[1] in {"حين", "وقت"}:
        return 2
    adverse = pair[0] in listed("words", "adverse") and pair[1] in listed("words", "complements")
    return 2 if adverse else 0


def finite_cue(reading: Reading, k: int) -> bool:
    return is_finite_cue(reading.ground.word(k))
