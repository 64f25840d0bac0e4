"""Whether a verb that is written alike in both voices tells what its party did, or suffered."""

from waqai.arabic.clitics import proclitics
from waqai.arabic.letters import bare as bare_letters
from waqai.extract.events.argument import QUOTES, Argument
from waqai.extract.events.arguments import arguments
from waqai.extract.events.drafts import Draft
from waqai.extract.events.field import Field
from waqai.extract.events.memory import Memory
from waqai.extract.events.people import heads, sector_of_words, spoken
from waqai.extract.events.subjects import before, slots
from waqai.extract.events.unnamed import clitics_of
from waqai.extract.events.words import listed
from waqai.extract.statements.ground import COMMAS
from waqai.model.names import EntityKind


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
    if blamed(memory, draft):
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


def blamed(memory: Memory, draft: Draft) -> bool:
    """Whether who stands behind the verb is accused, not accusing: "الهجوم الذي تتهم دمشق بشنه"."""
    end = memory.field.clause_end(draft.end - 1)
    found = slots(list(arguments(memory, draft.end, end)))
    bare = [g for g in found if not g[0].preposition and g[0].entity is not None]
    accuses = draft.frame.kind == "accusation" and not draft.reading.pronoun and len(bare) == 1
    return accuses and resumed(memory.field, draft, bare[0][0])


def resumed(field: Field, draft: Draft, first: Argument) -> bool:
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
