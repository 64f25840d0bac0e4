"""What governs an event from before it: light verbs, operators, and events that hold it within."""

from collections.abc import Sequence

from waqai.extract.events.argument import Argument
from waqai.extract.events.arguments import arguments
from waqai.extract.events.drafts import Draft
from waqai.extract.events.field import Field
from waqai.extract.events.forms import FINITE, Light, Operator, Reading, Shape
from waqai.extract.events.frames import Role
from waqai.extract.events.memory import Memory
from waqai.extract.events.people import spoken
from waqai.extract.events.reach import REACH, Governor, attached, nearest
from waqai.extract.events.roles import acting, give, of_preposition
from waqai.extract.events.sectors import sector_of
from waqai.extract.events.subjects import before, implied, slots
from waqai.extract.events.words import listed
from waqai.model.events import EventType, Status
from waqai.model.names import EntityKind, NameForm

_SITES = {EntityKind.PLACE, EntityKind.COUNTRY, EntityKind.ORGANISATION}
_TWO = 2  # who it takes to meet
_DEEP = 3  # governors one within the other


def govern(memory: Memory, draft: Draft, governors: dict[int, Governor]) -> None:
    """Applies to `draft` whatever governs it, from the nearest outwards."""
    at, marker, shape = draft.at, draft.reading.preposition, draft.reading.form.shape
    joined = shape is Shape.NOUN and draft.reading.clitics == "و"  # "طالب بهدنة وانسحاب"
    at -= draft.frame.negated  # "في حال لم توافق"
    if shape in {Shape.PAST, Shape.PASSIVE} and "و" in draft.reading.clitics:
        return  # "لو كان رئيسا وتعهد": another clause
    for _ in range(_DEEP):
        found = nearest(memory, at, marker, shape, governors)
        if found is None:
            return
        governor, marker = found
        shared = joined and governor.draft is not None and governor.draft.frame.embeds is not None
        if not (shared or attached(governor, marker, shape)):
            return
        if not _apply(memory, draft, governor, shape):
            return
        at, marker, shape = governor.at, governor.reading.preposition, governor.reading.form.shape


def _apply(memory: Memory, draft: Draft, governor: Governor, shape: Shape) -> bool:
    """Applies one governor to `draft`; whether what governs that one matters too."""
    of = governor.reading.form.of
    if isinstance(of, Light):
        return shape not in FINITE and _lighten(memory, draft, governor, of)
    if isinstance(of, Operator):
        _operate(memory, draft, governor, of)
    elif governor.draft is not None:
        _embed(draft, governor)
    return False


def _lighten(memory: Memory, draft: Draft, governor: Governor, light: Light) -> bool:
    _carry(memory, draft, governor, light)
    draft.carried = True
    if _negated(memory, governor) or (light.ends and draft.frame.type is EventType.ASSAULT):
        draft.dropped = True
        return False
    if governor.reading.future and draft.status is Status.HAPPENED:
        draft.status = Status.PLANNED
    return True


def _operate(memory: Memory, draft: Draft, governor: Governor, operator: Operator) -> None:
    if _negated(memory, governor):
        draft.dropped = True
        return
    if operator.wishes and draft.frame.type is not EventType.CONSULT:
        draft.dropped = True
        return
    if draft.status in {Status.HAPPENED, Status.PLANNED}:
        draft.status, draft.operator = operator.status, (governor.at, governor.end)
    lacking = not draft.actors or (draft.frame.mutual and len(draft.parties) < _TWO)
    if operator.own and lacking and not draft.both:
        for entity in _subject(memory, governor, draft.at):
            draft.give(Role.ACTOR, acting(memory.field, entity), governor.at)


def _subject(memory: Memory, governor: Governor, at: int) -> list[int]:
    """The subject of a governing verb: behind it up to what it governs, before it, or implied."""
    reading = governor.reading
    if reading.form.shape is Shape.NOUN:
        if reading.pronoun:
            return memory.owner(governor.at, reading.pronoun)
        noun = memory.field.word(governor.end - 1)
        found = slots(list(arguments(memory, governor.end, at, noun)))
        if found and not found[0][0].preposition and found[0][0].begin == governor.end:
            return [a.entity for a in found[0] if a.entity is not None]
        if isinstance(reading.form.of, Light) and memory.field.preposition(governor.at - 1):
            running = memory.running(governor.at, None)  # "لم يتردد في توجيه تهديدات"
            return [] if running is None else [running]
        return []
    found = slots(list(arguments(memory, governor.end, at)))
    bare = [group for group in found if not group[0].preposition and group[0].entity is not None]
    of = reading.form.of
    first = found[0][0] if found else None
    told = first is not None and first.entity is None and first.begin == governor.end
    if told and not bare and memory.field.word(governor.end).startswith("ال"):
        return []  # "تعرضت المدينة لقصف"
    if bare:
        group = bare[-1] if isinstance(of, Light) and of.causes else bare[0]
        return [a.entity for a in group if a.entity is not None]
    return before(memory, governor.at) or implied(memory, governor.at, reading)


def _carry(memory: Memory, draft: Draft, governor: Governor, light: Light) -> None:
    """The subject of a light verb takes part in the event of its noun."""
    subject = [] if light.happens else _subject(memory, governor, draft.at)
    if light.announces and not _may_have(memory, draft, subject):
        return
    if governor.reading.form.shape in FINITE:
        for argument in arguments(memory, governor.end, draft.at):
            if argument.preposition and not _told_to(memory, argument):
                give(
                    memory.field, draft, of_preposition(draft.frame, argument.preposition), argument
                )
    for entity in subject:
        if light.subject is Role.PLACE:
            if memory.field.entities[entity].kind not in _SITES:
                continue
            draft.give(Role.PLACE, entity, governor.at, place=True)
            continue
        role = light.subject
        if role is Role.RECIPIENT and not draft.recipients.keys() <= {entity} and not draft.actors:
            role = Role.ACTOR
        draft.give(role, acting(memory.field, entity), governor.at)
        memory.subject(governor.at, entity)
    if draft.clause[0] > governor.at:
        draft.clause = (memory.field.clause_begin(governor.at), draft.clause[1])


def _told_to(memory: Memory, argument: Argument) -> bool:
    """Whether only the announcement is made to it: "أعلن الجيش لوكالة الأنباء شن غارة"."""
    media = argument.entity is not None and (
        sector_of(memory.field.entities[argument.entity]) == "MED"
    )
    return media and argument.preposition == "ل"


def _may_have(memory: Memory, draft: Draft, subject: list[int]) -> bool:
    """Whether who announces an act may have done it: of violence only those who bear arms."""
    if draft.actors or draft.both:
        return False
    if all(sector_of(memory.field.entities[entity]) == "MED" for entity in subject):
        return False  # "كشفت صحيفة عن لقاء"
    if draft.frame.type is not EventType.ASSAULT:
        return True
    return any(memory.field.armed(entity) for entity in subject)


def relate(memory: Memory, i: int, reading: Reading, drafts: list[Draft]) -> None:
    """A light verb behind the noun tells of it: "هجوم شنه", "القمة التي جمعته", "ستعقد"."""
    light = reading.form.of
    assert isinstance(light, Light)
    field = memory.field
    draft = next((d for d in reversed(drafts) if d.reading.form.shape is Shape.NOUN), None)
    if draft is None or draft.at < max(field.begins[i], i - REACH):
        return
    if field.word(i - 1) in {"ما", "لما"} and field.word(i - 2) in spoken("according"):
        return  # "هجوم في المدينة، بحسب ما أعلنته الشرطة"
    after_relative = field.word(i - 1) in listed("relatives")
    if after_relative and not _definite(field, draft):
        return  # "اتفاق على المرحلة التي ستستمر": another noun goes on
    if reading.future and draft.status is Status.HAPPENED and not draft.reading.pronoun:
        draft.status = Status.PLANNED
    governed = field.preposition(i + 1) or field.word(i + 1) in listed("pronouns", "both")
    happens = light.happens and bool(governed)
    gathers = light.gathers and not draft.reading.article  # "اجتماع ثلاثي يضم"
    if not reading.pronoun and not after_relative and not happens and not gathers:
        return
    end = field.clause_end(i)
    draft.clause = (draft.clause[0], max(draft.clause[1], end))
    found = slots(list(arguments(memory, i + 1, end)))
    subject = Role.BOTH if light.gathers else light.subject
    if light.gathers and reading.pronoun:
        for entity in memory.owner(i, reading.pronoun):
            draft.give(Role.BOTH, acting(field, entity), i)
    told = any(not group[0].preposition for group in found)
    suffered = after_relative and not reading.pronoun  # "العقوبات التي فرضت عليها"
    if light.subject is Role.ACTOR and not told and not suffered:
        for entity in implied(memory, i, reading):
            draft.give(subject, acting(field, entity), i)
    _tell(memory, draft, light, subject, found)
    memory.pair_up(i, draft)


def _definite(field: Field, draft: Draft) -> bool:
    """Whether the noun is definite, as one must be that a relative pronoun goes on with."""
    if draft.reading.article or draft.reading.pronoun:
        return True
    behind = field.mention_at.get(draft.end)
    named = behind is not None and behind.form is not NameForm.DEMONYM and not behind.clitics
    return named or field.word(draft.end).startswith("ال")


def _tell(
    memory: Memory, draft: Draft, light: Light, subject: Role, found: list[list[Argument]]
) -> None:
    """Gives the noun's event those whom the light verb behind it names.

    Of two without a preposition the first acts: "استهدفت الهجمات التي شنوها المطار".
    """
    told = False
    for group in found:
        role = of_preposition(draft.frame, group[0].preposition)
        if light.gathers and group[0].preposition in {"بين", "ب", "مع"}:
            role = Role.BOTH
        if not group[0].preposition:
            if told and subject is Role.ACTOR and not memory.field.finite(draft.at - 1):
                continue  # "أجراها كوشنر، صهر الرئيس"
            role = Role.RECIPIENT if told and subject is Role.ACTOR else subject
            _turn(draft, group, role)
            told = True
        for argument in group:
            give(memory.field, draft, role, argument)


def _turn(draft: Draft, group: Sequence[Argument], role: Role) -> None:
    """Who made the attack that another suffered: "تعرض المطار لهجوم شنه الحوثيون"."""
    behind = {argument.entity for argument in group} & set(draft.recipients)
    if role is not Role.ACTOR or not behind or not draft.carried:
        return
    struck = {entity: at for entity, at in draft.actors.items() if at < draft.at}
    draft.recipients = {e: at for e, at in draft.recipients.items() if e not in behind} | struck
    draft.actors = {e: at for e, at in draft.actors.items() if e not in struck}


def _embed(draft: Draft, governor: Governor) -> None:
    """The event in the content of another: "دعاه إلى زيارة موسكو"."""
    outer = governor.draft
    assert outer is not None
    frame = outer.frame
    draft.governor = outer
    if frame.embeds is not None and draft.status in {Status.HAPPENED, Status.PLANNED}:
        draft.status = frame.embeds
    _control(draft, outer)
    denied = frame.embeds is Status.DENIED and draft.reading.form.shape in FINITE
    told = denied or frame.embeds is Status.HAPPENED
    if draft.frame.type is not EventType.CONSULT and not told:
        _fold(draft, outer)


def _control(draft: Draft, outer: Draft) -> None:
    """Whose act the inner event is: who is asked acts, and who asks is there too."""
    controls = outer.frame.controls
    together = (
        controls is Role.BOTH and draft.frame.mutual and len(outer.parties) > len(draft.parties)
    )
    if (draft.actors or draft.both) and not together:
        return
    parties = {
        Role.RECIPIENT: outer.recipients or (outer.actors if draft.frame.mutual else {}),
        Role.BOTH: outer.parties,
    }.get(controls, outer.actors or outer.both)
    for entity in parties:
        draft.give(Role.ACTOR, entity, outer.at)
    visits = draft.frame.brings.get("الي") is Role.GOAL
    if (draft.frame.mutual or visits) and controls is Role.RECIPIENT:
        for entity in outer.actors:
            draft.give(Role.RECIPIENT, entity, outer.at)


def _fold(draft: Draft, outer: Draft) -> None:
    """What is asked for, refused or threatened is a part of the asking, not an event beside it."""
    draft.dropped = True
    if not outer.recipients and not outer.both:
        for entity, at in draft.parties.items():
            sent = draft.frame.type is EventType.MOBILIZE and entity in draft.actors
            if entity not in outer.actors and not sent:  # "مستعدة لإرسال قوات"
                outer.give(Role.RECIPIENT, entity, at)


def _negated(memory: Memory, governor: Governor) -> bool:
    word = memory.field.word(governor.at - 1)
    finite = governor.reading.form.shape in FINITE
    return word in listed("negation", "verbs" if finite else "nouns")
