"""Triggers that are verbs: subject, object and what the prepositions bring."""

from waqai.extract.events.argument import Argument
from waqai.extract.events.arguments import arguments
from waqai.extract.events.drafts import Draft
from waqai.extract.events.field import Field
from waqai.extract.events.forms import FINITE, Shape
from waqai.extract.events.frames import Frame, Role
from waqai.extract.events.memory import Memory
from waqai.extract.events.people import heads, pronouns, singular, spoken
from waqai.extract.events.readings import readings
from waqai.extract.events.roles import give, of_preposition
from waqai.extract.events.subjects import antecedent, apposed, before, implied, slots, unsaid
from waqai.extract.events.suffering import resumed
from waqai.extract.events.unnamed import clitics_of, without_clitics
from waqai.extract.events.words import clause_ends, listed
from waqai.extract.statements.ground import COMMAS
from waqai.extract.statements.morphology import Gender
from waqai.model.events import EventType
from waqai.model.names import EntityKind

#: Endings of those who act: none of them is an object.
_NOMINATIVE = ("ون", "ان")


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
    elif draft.host is not None:
        for argument in bare[0] if bare else ():
            give(field, draft, frame.object, argument)
    else:
        _active(memory, draft, left, bare)
    content = _content(field, frame, draft.end, end) if wide else end
    for group in found:
        if not group[0].preposition:
            continue
        role = of_preposition(frame, group[0].preposition)
        if role is Role.RECIPIENT and _about(draft, group[0]):
            continue
        if group[0].begin > content and draft.recipients and role is Role.RECIPIENT:
            continue  # "تحذر فرنسا من إرسال جنود إلى سوريا"
        spoken_of = frame.object is Role.THEME and any(
            g[0].entity is None and g[0].begin < group[0].begin for g in bare
        )
        for argument in group:
            if role is not Role.PLACE or not spoken_of:  # "ناقش ملف الحرب في أوكرانيا"
                give(field, draft, role, argument)


def _about(draft: Draft, one: Argument) -> bool:
    """Whether ل joins one to what is blamed, for one blames nobody by it: "انتقد دعم لندن لقطر"."""
    verb = draft.reading.form.shape in FINITE and draft.frame.type is EventType.ACCUSE
    return verb and one.preposition == "ل" and one.begin > draft.end


def _content(field: Field, frame: Frame, begin: int, end: int) -> int:
    """Where what the frame's verb asks for or threatens is told, in tokens `[begin, end)`."""
    for k in range(begin, end):
        found = field.preposition(k)
        if k in field.in_name or k in field.mention_at:
            continue
        if found is not None and found[0] in frame.content and found[1] not in field.mention_at:
            return found[1]
        clitic = clitics_of(field.word(k))[-1:]
        if clitic in frame.content and clitic and without_clitics(field.word(k)) not in heads():
            return k
    return end


def _owned(memory: Memory, at: int, pronoun: str) -> list[int]:
    """Whom the object pronoun of the verb means: "الذي أوقفته السلطات"."""
    field = memory.field
    begin = field.clause_begin(at)
    if begin > 0 and field.word(begin - 1) in listed("relatives"):
        return antecedent(memory, begin)
    if _describes_a_thing(memory, at):
        return []
    return memory.owner(at, pronoun)


def _describes_a_thing(memory: Memory, at: int) -> bool:
    """Whether the verb tells of the noun before it: "تعديلات يعارضها الاتحاد"."""
    field, word = memory.field, memory.field.word(at - 1)
    if word.endswith(("ها", "هم")) or (word.endswith("ه") and not field.marbuta(at - 1)):
        return False  # "قواته تحاصر المدينة"
    noun = word[:1].isalpha() and not word.startswith("ال") and at not in field.mention_end
    ends = word in clause_ends() or word in heads() or field.finite(at - 1) or len(word) < 3
    return noun and not ends and at not in field.time_end and not field.preposition(at - 1)


def _passive(memory: Memory, draft: Draft, left: list[int], bare: list[list[Argument]]) -> None:
    for entity in left:
        _give(memory, draft, draft.frame.object, entity)
    for argument in bare[0] if bare else ():
        give(memory.field, draft, draft.frame.object, argument)
    if not left and not bare and draft.reading.form.dual:
        for entity in memory.two_men(draft.at):  # "رجلين، اعتقلا في المدينة"
            _give(memory, draft, draft.frame.object, entity)


def _active(memory: Memory, draft: Draft, left: list[int], bare: list[list[Argument]]) -> None:
    frame, reading, at = draft.frame, draft.reading, draft.at
    owned = _owned(memory, at, reading.pronoun) if reading.pronoun else []
    field = memory.field
    if not left and _nobody(memory, draft, bare):
        return  # "وصل القطار إلى دمشق"
    bare = bare if any(group[0].entity is not None for group in bare) else []
    if left and bare and _elsewhere(memory, draft, bare):
        left = []
    if reading.pronoun and left and _right_behind(draft, bare):
        owned, left = left, []  # "قوات تدعمها تركيا"
    if len(bare) > 1 and bare[0][0].entity is not None and field.word(at - 1) in COMMAS:
        left = []  # "ورغم ما قاله فلان هذا العام، أدان النائب تصريحاته"
    subject, rest = left, bare
    owner = unsaid(memory, at) if not left else None
    if owner is not None:
        subject = owner
    elif not left:
        subject, rest = _behind(memory, draft, bare, alone=not owned)
    if owned and subject and set(subject) <= set(owned):
        subject, owned = _apart(memory, draft, subject, owned, told=bool(bare))
    for entity in subject:
        _give(memory, draft, frame.subject, entity)
        memory.subject(at, entity)
    for entity in owned:
        _give(memory, draft, frame.object, entity)
    for argument in rest[0] if rest else ():
        if not _struck(field, draft, argument):
            give(field, draft, frame.object, argument)


def _right_behind(draft: Draft, bare: list[list[Argument]]) -> bool:
    """Whether the first of those without a preposition stands right behind the verb."""
    return bool(bare) and bare[0][0].begin == draft.end


def _elsewhere(memory: Memory, draft: Draft, bare: list[list[Argument]]) -> bool:
    """Whether the subject stands behind the verb, though a party stands before it too."""
    field, at = memory.field, draft.at
    if _right_behind(draft, bare) and _describes_a_thing(memory, at):
        return True  # "اتفاق توسطت روسيا لإبرامه"
    return resumed(field, draft, bare[0][0])


def _apart(
    memory: Memory, draft: Draft, subject: list[int], owned: list[int], *, told: bool
) -> tuple[list[int], list[int]]:
    """Subject and object of a verb that seems to have one party for both; `told` behind it."""
    field, at = memory.field, draft.at
    if field.word(field.clause_begin(at) - 1) not in listed("relatives") or told:
        return subject, []
    return memory.others(at, draft.reading.form.gender, owned), owned  # "فلان، الذي اتهمه بالتجسس"


def _struck(field: Field, draft: Draft, argument: Argument) -> bool:
    """Whether one suffered the deed that somebody condemns: "تدين استهداف السعودية"."""
    deeds = (r.form.of for k in range(draft.end, argument.begin) for r in readings(field.word(k)))
    return draft.frame.type is EventType.ACCUSE and any(
        isinstance(of, Frame) and of.type is EventType.ASSAULT and of.genitive is Role.TARGET
        for of in deeds
    )


def _nobody(memory: Memory, draft: Draft, bare: list[list[Argument]]) -> bool:
    """Whether a noun that names nobody is the subject of a verb that takes no object."""
    field, one = memory.field, bare[0][0] if bare else None
    if one is None or one.entity is not None or one.begin != draft.end or len(bare) > 1:
        return False
    behind = field.preposition(one.end)
    goes = draft.frame.object is Role.GOAL and behind is not None and behind[0] == "الي"
    return goes or draft.frame.object in {Role.NONE, Role.SOURCE}


def _behind(
    memory: Memory, draft: Draft, bare: list[list[Argument]], *, alone: bool
) -> tuple[list[int], list[list[Argument]]]:
    """The subject of a verb that has none before it, and what is left for its object.

    `alone`: no pronoun on the verb is its object already.
    """
    frame, reading, at, field = draft.frame, draft.reading, draft.at, memory.field
    named = [n for n, group in enumerate(bare) if group[0].entity is not None]
    one = len(named) == 1 and alone
    sole = bare[named[0]][0] if named else None
    hidden = implied(memory, at, reading) if one or not bare else []
    goes_on = bool(reading.clitics) and memory.running(at, reading.form.gender) is not None
    goes_on = goes_on and not (sole is not None and sole.head.endswith(_NOMINATIVE))
    nameless = bool(bare) and bare[0][0].entity is None
    told = len(bare) > 1 and field.word(draft.end).startswith("ال")  # "واتهمت المنشورات حماس"
    nameless = nameless and (told or not reading.clitics)
    if nameless and not reading.form.first and bare[0][0].begin == draft.end:
        return [], bare[1:]
    if named and not reading.form.first and _disagrees(memory, draft, bare[named[0]][0]):
        return implied(memory, at, reading), bare
    if one and sole is not None and _thing_of(draft, field, sole):
        return hidden, bare
    if reading.form.plural and not reading.form.first and bare:
        return implied(
            memory, at, reading
        ), bare  # in Arabic the verb before its subject is singular
    if one and sole is not None and _visited(field, frame, sole):
        unknown = sole.begin > draft.end and not sole.located  # "زار فلان واشنطن"
        return [] if unknown else hidden, bare
    if reading.form.first or not bare or (one and _takes(frame, sole) and goes_on and hidden):
        return hidden, bare
    if one and sole is not None and _oblique(field, sole, draft.end):
        return hidden, bare  # "التي تساعد المهاجرين"
    first = named[0]
    return [a.entity for a in bare[first] if a.entity is not None], bare[first + 1 :]


def _thing_of(draft: Draft, field: Field, sole: Argument) -> bool:
    """Whether a noun that cannot speak stands in construct with it: "يستنكر مؤامرات إيران"."""
    word, named = field.word(draft.end), sole.kind in {EntityKind.COUNTRY, EntityKind.PERSON}
    plural = word.endswith("ات") and not word.startswith("ال") and word not in heads()
    spoken_by_men = draft.frame.type in {EventType.ACCUSE, EventType.REJECT}
    return spoken_by_men and plural and named and sole.begin == draft.end + 1 and not sole.head


def _oblique(field: Field, sole: Argument, verb_end: int) -> bool:
    """Whether the form tells that it is no subject: "التي تساعد المهاجرين", "اتهم الفلسطينيين"."""
    word = field.word(sole.begin)
    indefinite = sole.people and not word.startswith("ال")
    group = sole.kind is EntityKind.GROUP and sole.begin == verb_end  # no "جل الأميركيين"
    return sole.head.endswith("ين") or ((indefinite or group) and word.endswith("ين"))


def _visited(field: Field, frame: Frame, sole: Argument) -> bool:
    """Whether the one party behind the verb is where somebody goes or strikes: no place acts."""
    if sole.head or sole.entity is None:
        return False
    if sole.kind is EntityKind.PLACE and field.sort(sole.entity) != "capital":
        return frame.object in {Role.GOAL, Role.PLACE, Role.TARGET}
    land = sole.kind in {EntityKind.COUNTRY, EntityKind.PLACE}
    return land and frame.object in {Role.GOAL, Role.PLACE}


def _disagrees(memory: Memory, draft: Draft, one: Argument) -> bool:
    """Whether the party right behind the verb is not of its gender, and so is its object."""
    field, form = memory.field, draft.reading.form
    if form.plural or form.dual or form.gender is None or one.entity is None:
        return False
    if not all(_measures(field, k) for k in range(draft.end, one.begin)):
        return False
    word = field.word(one.begin)
    ending = field.marbuta(one.begin) and word not in spoken("men")
    if word in listed("counts"):
        return False  # "تظاهر العشرات"
    feminine = ending or word.endswith("ات") or word in spoken("feminine_many")
    named = not one.head and one.kind is not EntityKind.GROUP
    if form.gender is Gender.MALE:
        country = one.kind is EntityKind.COUNTRY and named
        return feminine or (country and not memory.fits(one.entity, Gender.MALE))
    masculine = one.head in singular() or one.head.removeprefix("ال") in listed("masculine")
    group = one.kind is EntityKind.GROUP and not one.head and not one.people
    masculine = masculine or (group and word.removeprefix("ال") in listed("masculine"))
    named = named and one.kind is not EntityKind.COUNTRY  # "أعلنت الصومال"
    return masculine or (named and not feminine and not memory.fits(one.entity, Gender.FEMALE))


def _measures(field: Field, k: int) -> bool:
    """Whether the word at `k` says how many: "جميع", "أكثر من 20"."""
    word = field.word(k)
    measure = word in spoken("whole") or word in spoken("over") or word == "من"
    measure = measure or word in pronouns()  # "هدد فيها لندن"
    return measure or field.counted(k) or word.isdigit()


def _takes(frame: Frame, sole: Argument | None) -> bool:
    """Whether the one party behind the verb can be its object: one visits a country."""
    land = sole is not None and sole.kind in {EntityKind.COUNTRY, EntityKind.PLACE}
    return frame.object in {Role.RECIPIENT, Role.TARGET, Role.BOTH} or (
        frame.object in {Role.GOAL, Role.PLACE} and land
    )


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


def _give(memory: Memory, draft: Draft, role: Role, entity: int) -> None:
    kind = memory.field.entities[entity].kind
    give(memory.field, draft, role, Argument(entity, kind, "", draft.at, draft.end))
