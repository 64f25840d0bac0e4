"""What an event takes from those told around it."""

from waqai.extract.events.drafts import Draft
from waqai.extract.events.field import Field
from waqai.extract.events.forms import FINITE, Shape
from waqai.extract.events.frames import Role
from waqai.extract.events.memory import Memory
from waqai.extract.events.roles import acting
from waqai.extract.events.words import listed
from waqai.model.events import EventType, Status

#: Kinds that tell of an attack by what it cost.
_COST = {"killing", "wounding"}


def complete(memory: Memory, draft: Draft, drafts: list[Draft]) -> None:
    """What a noun leaves unsaid: who meets, and whether it is only meant to happen."""
    field, reading = memory.field, draft.reading
    if _subjunctive(field, draft):
        draft.dropped = True
    if reading.form.shape in FINITE or draft.governor is not None or draft.operator is not None:
        return
    before = field.preposition(draft.at - 1)
    word = before[0] if before is not None else ""
    adjunct = word in listed("themes") or word == "في"
    host = _host(field, draft, drafts)
    if host is not None and not draft.carried and host.frame.object is Role.THEME:
        draft.dropped = draft.frame.type is not EventType.CONSULT  # what they spoke of
    running = memory.running(draft.at, None)
    if draft.frame.mutual and len(draft.parties) < 2 and running is not None:
        if adjunct and host is not None and host.frame.mutual and running in host.parties:
            draft.dropped = True  # "التقى فلانا في مؤتمر في ميونيخ"
            host.places.update(draft.places)
        elif (adjunct or reading.preposition == "ل") and draft.parties:
            draft.give(Role.ACTOR, acting(field, running), draft.at)
    if adjunct and reading.pronoun and not draft.recipients and not draft.places:
        draft.dropped = True  # "خلال زيارته"
    if (reading.preposition == "ل" or word == "الي") and not (
        draft.carried or (reading.article and draft.actors)
    ):
        if draft.frame.mutual and len(draft.parties) > 1:
            draft.status = Status.PLANNED
        else:
            draft.dropped = True


def _subjunctive(field: Field, draft: Draft) -> bool:
    """Whether the verb stands behind أن and nothing tells what becomes of it: a mere thought."""
    ungoverned = draft.governor is None and draft.operator is None
    behind = field.word(draft.at - 1) in {"ان", "بان", "الا"}
    before = field.word(draft.at - 2) in {"قبل", "بعد", "منذ", "الي", "حتي"}
    present = draft.reading.form.shape is Shape.PRESENT and not draft.reading.future
    return ungoverned and behind and present and not before


def _host(field: Field, draft: Draft, drafts: list[Draft]) -> Draft | None:
    """The event told by the verb of the clause that the noun stands in."""
    for other in reversed(drafts):
        if other.at < field.begins[draft.at]:
            return None
        if other.reading.form.shape in FINITE and draft.at < other.clause[1]:
            return other
    return None


def merged(field: Field, drafts: list[Draft]) -> list[Draft]:
    """The drafts, those that tell what an attack cost made one with the attack itself."""
    kept: list[Draft] = []
    for draft in drafts:
        cost = draft.frame.kind in _COST and not draft.actors and draft.status is Status.HAPPENED
        attacks = [
            other
            for other in drafts
            if other is not draft
            and other.frame.type is EventType.ASSAULT
            and field.begins[other.at] == field.begins[draft.at]
            and other.status is Status.HAPPENED
            and (other.frame.kind not in _COST or other.actors or other in kept)
        ]
        if not cost or not attacks:
            kept.append(draft)
            continue
        attack = min(attacks, key=lambda other: abs(other.at - draft.at))
        for entity, at in draft.recipients.items():
            attack.recipients.setdefault(entity, at)
        for entity, at in draft.places.items():
            attack.places.setdefault(entity, at)
        attack.cost.append(draft)
    return kept
