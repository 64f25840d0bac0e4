"""The subject of a verb: behind it, before it, or the one that goes on acting."""

from collections.abc import Sequence

from waqai.extract.events.arguments import Argument, arguments
from waqai.extract.events.forms import Reading
from waqai.extract.events.memory import Memory
from waqai.extract.events.words import listed
from waqai.extract.statements.ground import COMMAS
from waqai.extract.statements.vocabulary import complements
from waqai.model.names import EntityKind

_APPOSED = 3  # tokens between a role and the name behind a comma
_ACTING = {
    EntityKind.PERSON,
    EntityKind.ORGANISATION,
    EntityKind.COUNTRY,
    EntityKind.GROUP,
    EntityKind.PLACE,
}


def slots(found: Sequence[Argument]) -> list[list[Argument]]:
    """Arguments joined by و belong together."""
    grouped: list[list[Argument]] = []
    for argument in found:
        if argument.joined and grouped:
            grouped[-1].append(argument)
        elif grouped and not argument.preposition and argument.entity == grouped[-1][0].entity:
            continue  # "وزير الخارجية، فلان،"
        else:
            grouped.append([argument])
    return grouped


def apposed(memory: Memory, groups: list[list[Argument]]) -> list[list[Argument]]:
    """`groups` where a name between commas stands for the role before it: "البرلماني، فلان، "."""
    field = memory.field
    found: list[list[Argument]] = []
    for group in groups:
        one, last = group[0], found[-1][0] if found else None
        if (
            last is not None
            and one.kind is EntityKind.PERSON
            and last.kind in {EntityKind.PERSON, EntityKind.GROUP, None}
            and one.begin - found[-1][-1].end <= _APPOSED
            and any(field.word(k) in COMMAS for k in range(found[-1][-1].end, one.end))
            and field.word(one.end) in COMMAS
        ):
            found[-1] = group
        else:
            found.append(group)
    return found


def before(memory: Memory, i: int, *, owned: bool = False) -> list[int]:
    """The subject that stands before the verb at token `i` in its clause, or [].

    A verb that is `owned`, with a pronoun as object, has in a relative clause no subject before it.
    """
    field = memory.field
    begin = field.clause_begin(i)
    word = field.word(begin - 1) if begin > 0 else ""
    bare = [
        group
        for group in slots(list(arguments(memory, begin, i)))
        if not group[0].preposition and group[0].entity is not None
    ]
    if bare:
        return [a.entity for a in bare[0] if a.entity is not None and a.kind in _ACTING]
    asked = field.mention_end.get(begin - 1) if word == "ان" else None
    if asked is not None and asked.kind in _ACTING:
        return [asked.entity]  # "طلب من كييف أن تنسحب"
    if word in complements() and len(word) > 2 and word not in {"بان", "وان", "فان"}:
        speaker = memory.speaker(i)
        if speaker is not None:
            return [speaker]
    if any(field.word(k) in listed("pronouns", "we") for k in range(begin - 1, i)):
        speaker = memory.speaker(i)
        return [] if speaker is None else [speaker]
    return antecedent(memory, begin) if word in listed("relatives") and not owned else []


def antecedent(memory: Memory, begin: int) -> list[int]:
    """Whom the relative pronoun before token `begin` means: the name that ends before it."""
    field = memory.field
    for k in range(begin - 1, max(field.begins[begin - 1], begin - 4), -1):
        mention = field.mention_end.get(k)
        if mention is not None:
            return [mention.entity]
    return []


def implied(memory: Memory, i: int, reading: Reading) -> list[int]:
    """The subject of a verb that has none: the running one, or the speaker of its statement."""
    if reading.form.first:
        speaker = memory.speaker(i)
        return [] if speaker is None else [speaker]
    if reading.form.dual:
        pair = memory.pair(i, persons=False)
        if pair:
            return pair
    running = memory.running(i, reading.form.gender)
    if running is not None:
        return [running]
    speaker = memory.speaker(i)
    if speaker is not None and memory.fits(speaker, reading.form.gender):
        return [speaker]
    return memory.last(i, reading.form.gender)
