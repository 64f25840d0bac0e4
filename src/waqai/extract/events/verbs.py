"""Triggers that are verbs: subject, object and what the prepositions bring."""

from waqai.arabic.clitics import proclitics
from waqai.arabic.letters import bare as bare_letters
from waqai.extract.events.arguments import QUOTES, Argument, arguments
from waqai.extract.events.drafts import Draft
from waqai.extract.events.field import Field
from waqai.extract.events.forms import Shape, readings
from waqai.extract.events.frames import Frame, Role
from waqai.extract.events.memory import Memory
from waqai.extract.events.people import heads, sector_of_words, singular, spoken
from waqai.extract.events.roles import give, of_preposition
from waqai.extract.events.subjects import antecedent, apposed, before, implied, slots, unsaid
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
    else:
        _active(memory, draft, left, bare)
    content = _content(field, frame, draft.end, end) if wide else end
    for group in found:
        if not group[0].preposition:
            continue
        role = of_preposition(frame, group[0].preposition)
        if group[0].begin > content and draft.recipients and role is Role.RECIPIENT:
            continue  # "تحذر فرنسا من إرسال جنود إلى سوريا"
        spoken_of = frame.object is Role.THEME and any(
            g[0].entity is None and g[0].begin < group[0].begin for g in bare
        )
        for argument in group:
            if role is not Role.PLACE or not spoken_of:  # "ناقش ملف الحرب في أوكرانيا"
                give(field, draft, role, argument)


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
    if draft.host is not None:
        for argument in bare[0] if bare else ():
            give(field, draft, frame.object, argument)
        return
    if not left and _nobody(memory, draft, bare):
        return  # "وصل القطار إلى دمشق"
    bare = bare if any(group[0].entity is not None for group in bare) else []
    if left and bare and bare[0][0].begin == draft.end and _describes_a_thing(memory, at):
        left = []  # "اتفاق توسطت روسيا لإبرامه"
    if left and bare and _resumed(field, draft, bare[0][0]):
        left = []
    if reading.pronoun and left and bare and bare[0][0].begin == draft.end:
        owned, left = left, []  # "قوات تدعمها تركيا"
    if len(bare) > 1 and bare[0][0].entity is not None and field.word(at - 1) in COMMAS:
        left = []  # "ورغم ما قاله فلان هذا العام، أدان النائب تصريحاته"
    subject, rest = left, bare
    owner = unsaid(memory, at) if not left else None
    if owner is not None:
        subject = owner
    elif not left:
        subject, rest = _behind(memory, draft, bare, alone=not owned)
    for entity in subject:
        _give(memory, draft, frame.subject, entity)
        memory.subject(at, entity)
    for entity in owned:
        _give(memory, draft, frame.object, entity)
    for argument in rest[0] if rest else ():
        if not _struck(field, draft, argument):
            give(field, draft, frame.object, argument)


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
    if one and sole is not None and _visited(field, frame, sole):
        unknown = sole.begin > draft.end and not sole.located  # "زار فلان واشنطن"
        return [] if unknown else hidden, bare
    if reading.form.first or not bare or (one and _takes(frame, sole) and goes_on and hidden):
        return hidden, bare
    if one and sole is not None and _oblique(field, sole, draft.end):
        return hidden, bare  # "التي تساعد المهاجرين"
    first = named[0]
    return [a.entity for a in bare[first] if a.entity is not None], bare[first + 1 :]


def _oblique(field: Field, sole: Argument, verb_end: int) -> bool:
    """Whether the form tells that it is no subject: "التي تساعد المهاجرين", "اتهم الفلسطينيين"."""
    group = sole.kind is EntityKind.GROUP and sole.begin == verb_end  # no "جل الأميركيين"
    many = sole.people or group
    return sole.head.endswith("ين") or (many and field.word(sole.begin).endswith("ين"))


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


def victims(memory: Memory, draft: Draft) -> bool:
    """Whether the verb, written alike in both voices, is passive: those it names suffered it."""
    if draft.reading.pronoun:
        return False
    field = memory.field
    end = field.clause_end(draft.end - 1)
    found = list(arguments(memory, draft.end, end))
    bare = [g for g in slots(found) if not g[0].preposition and g[0].entity is not None]
    left = before(memory, draft.at)
    befalls = draft.frame.kind in spoken("befalls")
    if left and not bare and (befalls or _suffers(memory, left[0])):
        return not _object_behind(memory, draft.end, end)  # "14 شخصا قتلوا جراءه"
    if len(bare) != 1 or left:
        return not bare and not left
    first = bare[0][0]
    if draft.frame.kind == "accusation" and _resumed(field, draft, first):
        return True
    if _says(memory, draft, first.entity):
        return False  # "انتقد الوزير في مقابلة القرار"
    if first.kind is EntityKind.PERSON:
        return not _object_behind(memory, bare[0][-1].end, end)
    if first.entity is None or not field.entities[first.entity].id.startswith(
        ("group:", "phrase:")
    ):
        return first.head in listed("counts")
    start, end_at = field.tokens.starts[draft.at], field.tokens.ends[first.end - 1]
    if draft.reading.clitics and _arrests(memory, draft):
        return False  # "واعتقلت العشرات": those who went on acting did so
    counted = first.people or any(start <= quantity.start < end_at for quantity in field.quantities)
    if not counted and _object_behind(memory, first.end, end):
        return False
    indefinite = not field.word(first.begin).startswith("ال")
    return (
        counted
        or (befalls and indefinite)
        or heads().get(first.head or _head(memory, first)) in {"CVL", "MED"}
    )


def _resumed(field: Field, draft: Draft, first: Argument) -> bool:
    """Whether a pronoun behind `first` takes up what the relative pronoun before the verb means.

    So `first` is the subject ("المدينة التي تهدد أنقرة بمهاجمتها"), or of a verb that must have
    somebody as object, the object of a passive ("الهجوم الذي اتهمت دمشق بتنفيذه").
    """
    deed, begin = field.word(first.end), field.clause_begin(draft.at)
    relative = field.word(begin - 1) in listed("relatives") and begin == draft.at
    owned = deed.endswith(("ها", "هم")) or (deed.endswith("ه") and not field.marbuta(first.end))
    named = first.begin == draft.end and first.entity is not None
    return relative and named and clitics_of(deed)[-1:] in {"ب", "ل"} and owned


def _says(memory: Memory, draft: Draft, entity: int | None) -> bool:
    """Whether the verb is one of saying whose speaker is `entity`."""
    start = memory.field.tokens.starts[draft.at]
    return any(
        said.cue.start == start and said.speaker == entity for said in memory.field.statements
    )


def _arrests(memory: Memory, draft: Draft) -> bool:
    """Whether who acted before in the sentence may act in the verb too: a state or bears arms."""
    running = memory.running(draft.at, draft.reading.form.gender)
    if running is None:
        return False
    found = memory.field.entities[running]
    return found.kind is EntityKind.COUNTRY or memory.field.armed(running)


def _suffers(memory: Memory, entity: int) -> bool:
    """Whether the unnamed are such as suffer sooner than act: "شخصا", "مدنيون"."""
    found = memory.field.entities[entity]
    unnamed = found.id.startswith(("group:", "phrase:"))
    words = bare_letters(found.name).split()
    people = found.country is not None and len(words) == 1 and words[0] not in heads()
    return unnamed and (people or sector_of_words(words) in {"CVL", "MED"})


def _object_behind(memory: Memory, k: int, end: int) -> bool:
    """Whether a noun stands at token `k` that can be the verb's object: "علق فلان الأنشطة"."""
    field = memory.field
    behind = field.mention_at.get(k + 1) if field.preposition(k) else None
    if behind is not None and field.word(behind.end) in QUOTES:
        return behind.end < end  # "احتجز مفتشون في نيويورك "مراسلات سرية""
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
    return word if word in heads() else word[1:]


def _give(memory: Memory, draft: Draft, role: Role, entity: int) -> None:
    kind = memory.field.entities[entity].kind
    give(memory.field, draft, role, Argument(entity, kind, "", draft.at, draft.end))
