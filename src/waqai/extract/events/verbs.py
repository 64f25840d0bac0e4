"""Triggers that are verbs: subject, object and what the prepositions bring."""

from waqai.arabic.clitics import proclitics
from waqai.extract.events.arguments import Argument, arguments
from waqai.extract.events.drafts import Draft
from waqai.extract.events.forms import Shape
from waqai.extract.events.frames import Role
from waqai.extract.events.memory import Memory
from waqai.extract.events.roles import give, of_preposition
from waqai.extract.events.subjects import antecedent, apposed, before, implied, slots
from waqai.extract.events.words import listed, parties
from waqai.extract.statements.ground import COMMAS
from waqai.model.names import EntityKind


def read_verb(memory: Memory, draft: Draft) -> None:
    """Fills the parties of a draft whose trigger is a verb."""
    field, frame, at = memory.field, draft.frame, draft.at
    end = field.clause_end(draft.end - 1)
    draft.clause = (field.clause_begin(at), end)
    wide = frame.embeds is not None
    found = slots(list(arguments(memory, draft.end, end, wide=wide)))
    bare = apposed(memory, [group for group in found if not group[0].preposition])
    left = before(memory, at, owned=bool(draft.reading.pronoun))
    passive = draft.reading.form.shape is Shape.PASSIVE
    if passive:
        _passive(memory, draft, left, bare)
    else:
        _active(memory, draft, left, bare)
    for group in found:
        if not group[0].preposition:
            continue
        role = of_preposition(frame, group[0].preposition)
        spoken_of = frame.object is Role.THEME and any(
            g[0].entity is None and g[0].begin < group[0].begin for g in bare
        )
        for argument in group:
            if role is not Role.PLACE or not spoken_of:  # "ناقش ملف الحرب في أوكرانيا"
                give(field, draft, role, argument)


def _owned(memory: Memory, at: int, pronoun: str) -> list[int]:
    """Whom the object pronoun of the verb means: "الذي أوقفته السلطات"."""
    begin = memory.field.clause_begin(at)
    if begin > 0 and memory.field.word(begin - 1) in listed("relatives"):
        return antecedent(memory, begin)
    return memory.owner(at, pronoun)


def _passive(memory: Memory, draft: Draft, left: list[int], bare: list[list[Argument]]) -> None:
    for entity in left:
        _give(memory, draft, draft.frame.object, entity)
    for argument in bare[0] if bare else ():
        give(memory.field, draft, draft.frame.object, argument)


def _active(memory: Memory, draft: Draft, left: list[int], bare: list[list[Argument]]) -> None:
    frame, reading, at = draft.frame, draft.reading, draft.at
    owned = _owned(memory, at, reading.pronoun) if reading.pronoun else []
    subject = left
    rest = bare
    if draft.host is not None:
        for argument in bare[0] if bare else ():
            give(memory.field, draft, frame.object, argument)
        return
    bare = bare if any(group[0].entity is not None for group in bare) else []
    if not left:
        one = sum(group[0].entity is not None for group in bare) == 1 and not owned
        takes = frame.object in {Role.RECIPIENT, Role.TARGET, Role.BOTH}
        hidden = implied(memory, at, reading) if one or not bare else []
        goes_on = bool(reading.clitics) and memory.running(at, reading.form.gender) is not None
        nameless = bool(rest) and rest[0][0].entity is None and not reading.clitics
        if nameless and not reading.form.first and rest[0][0].begin == draft.end:
            for argument in rest[0]:
                give(memory.field, draft, frame.subject, argument)
            subject, rest = [], rest[1:]
        elif reading.form.first or not bare or (one and takes and goes_on and hidden):
            subject = hidden
        elif bare:
            first = next(n for n, group in enumerate(bare) if group[0].entity is not None)
            subject = [a.entity for a in bare[first] if a.entity is not None]
            rest = bare[first + 1 :]
    for entity in subject:
        _give(memory, draft, frame.subject, entity)
        memory.subject(at, entity)
    for entity in owned:
        _give(memory, draft, frame.object, entity)
    for argument in rest[0] if rest else ():
        give(memory.field, draft, frame.object, argument)


def read_participle(memory: Memory, draft: Draft) -> None:
    """Fills the parties of a participle, whose subject is who speaks or acts: "…، منتقدا المجر"."""
    field, frame, at = memory.field, draft.frame, draft.at
    end = field.clause_end(draft.end - 1)
    draft.clause = (at, end)
    for entity in implied(memory, at, draft.reading):
        _give(memory, draft, frame.subject, entity)
    for group in slots(list(arguments(memory, draft.end, end, wide=frame.embeds is not None))):
        role = of_preposition(frame, group[0].preposition) if group[0].preposition else frame.object
        for argument in group:
            give(field, draft, role, argument)


def victims(memory: Memory, draft: Draft) -> bool:
    """Whether the verb, written alike in both voices, is passive: those it names suffered it."""
    field = memory.field
    end = field.clause_end(draft.end - 1)
    found = list(arguments(memory, draft.end, end))
    bare = [g for g in slots(found) if not g[0].preposition and g[0].entity is not None]
    left = before(memory, draft.at)
    if len(bare) != 1 or left:
        return not bare and not left
    first = bare[0][0]
    if first.kind is EntityKind.PERSON:
        return not _object_behind(memory, bare[0][-1].end, end)
    if first.entity is None or not field.entities[first.entity].id.startswith("group:"):
        return False
    start, end_at = field.tokens.starts[draft.at], field.tokens.ends[first.end - 1]
    counted = any(start <= quantity.start < end_at for quantity in field.quantities)
    return counted or parties().get(first.head or _head(memory, first)) in {"CVL", "MED"}


def _object_behind(memory: Memory, k: int, end: int) -> bool:
    """Whether a noun stands at token `k` that can be the verb's object: "علق فلان الأنشطة"."""
    field = memory.field
    while k < end and (field.word(k) in COMMAS or k in field.time_at):
        k = field.time_at[k][0] if k in field.time_at else k + 1
    word = field.word(k)
    return (
        k < end
        and word[:1].isalpha()
        and k not in field.time_at
        and field.preposition(k) is None
        and proclitics(word) == 0
    )


def _head(memory: Memory, argument: Argument) -> str:
    word = memory.field.word(argument.begin)
    return word if word in parties() else word[1:]


def _give(memory: Memory, draft: Draft, role: Role, entity: int) -> None:
    kind = memory.field.entities[entity].kind
    give(memory.field, draft, role, Argument(entity, kind, "", draft.at, draft.end))
