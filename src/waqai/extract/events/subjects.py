"""The subject of a verb: behind it, before it, or the one that goes on acting."""

from collections.abc import Sequence

from waqai.extract.events.argument import QUOTES, Argument
from waqai.extract.events.arguments import arguments
from waqai.extract.events.field import Mention
from waqai.extract.events.forms import FINITE, Reading, Shape
from waqai.extract.events.memory import Memory
from waqai.extract.events.people import heads, singular, spoken
from waqai.extract.events.readings import readings
from waqai.extract.events.unnamed import nationals, party, without_clitics
from waqai.extract.events.words import listed
from waqai.extract.statements.ground import COMMAS
from waqai.extract.statements.morphology import Gender
from waqai.extract.statements.vocabulary import complements
from waqai.model.names import EntityKind, NameForm

_ROLE = 12  # tokens that a role between commas may take
_RELATED = 6  # tokens back to a party that a relative clause describes
_OFFICE = 5  # tokens that may tell of what office, between a role and its bearer
_APPOSED = 3  # tokens between a role and the name behind a comma
_MANY = ("ون", "ين")
_JOINING = frozenset("وف")
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
        last = grouped[-1][-1] if grouped else None
        many = last is not None and last.end == argument.begin and last.head.endswith(_MANY)
        if many and argument.head in spoken("numbers"):
            continue  # "معتمرين اثنين", but not "قتل مسلح اثنين"
        if argument.joined and grouped:
            grouped[-1].append(argument)
        elif grouped and not argument.preposition and argument.entity == grouped[-1][0].entity:
            continue  # "وزير الخارجية، فلان،"
        else:
            grouped.append([argument])
    return grouped


def apposed(memory: Memory, groups: list[list[Argument]]) -> list[list[Argument]]:
    """`groups` where a name between commas stands for the role before it: "البرلماني، فلان، "."""
    found: list[list[Argument]] = []
    for group in groups:
        one, last = group[0], found[-1][0] if found else None
        if last is not None and _another_title(last, one):
            continue
        if (
            last is not None
            and one.kind is EntityKind.PERSON
            and last.kind in {EntityKind.PERSON, EntityKind.GROUP, None}
            and (_bears(memory, last, one) or _between_commas(memory, found[-1][-1], one))
        ):
            found[-1] = group
        else:
            found.append(group)
    return found


def _another_title(last: Argument, one: Argument) -> bool:
    """Whether a title stands right behind a role: "رئيس الهيئة المستشار فلان" is one man."""
    titled = one.head.startswith("ال") and one.head in singular()
    return last.kind is EntityKind.PERSON and titled and one.begin == last.end and not one.joined


def _between_commas(memory: Memory, role: Argument, one: Argument) -> bool:
    """Whether a name between commas stands for the role before it, which is no name itself."""
    field, end = memory.field, role.end
    person = role.entity is not None and role.kind is EntityKind.PERSON
    named = person and field.entities[role.entity or 0].role is None
    return not named and (
        one.begin - end <= _APPOSED
        and any(field.word(k) in COMMAS for k in range(end, one.end))
        and field.word(one.end) in COMMAS
    )


def _bears(memory: Memory, role: Argument, one: Argument) -> bool:
    """Whether a name bears the role before it: "سفيرة كندا لدى الأمم المتحدة فلانة"."""
    field = memory.field
    if role.entity is None or not role.end <= one.begin <= role.end + _OFFICE:
        return False
    asked = field.entities[role.entity]
    if asked.kind is EntityKind.PERSON:
        free = asked.role is not None and field.entities[one.entity or 0].role is None
    else:
        free = role.head.startswith("ال") and role.head in singular() and role.end == one.begin
    commas = any(field.word(k) in COMMAS for k in range(role.end, one.begin))
    return free and not commas and (role.end == one.begin or bool(field.preposition(role.end)))


def before(memory: Memory, i: int, *, owned: bool = False) -> list[int]:
    """The subject that stands before the verb at token `i` in its clause, or [].

    A verb that is `owned`, with a pronoun as object, has in a relative clause no subject before it.
    """
    field = memory.field
    denied = field.word(i - 1) in listed("negation", "verbs")
    begin = field.clause_begin(i - 1 if denied else i)
    word = field.word(begin - 1) if begin > 0 else ""
    joined = any(r.clitics[:1] in _JOINING for r in readings(field.word(i)) if r.clitics)
    groups = [] if joined else slots(list(arguments(memory, begin, i)))
    bare = [  # none before "وأمهلته": what stands there is the other verb's
        group
        for group in groups
        if not group[0].preposition and group[0].entity is not None and _agrees(memory, i, group[0])
    ]
    if bare and unsaid(memory, i) is None:
        return [a.entity for a in bare[0] if a.entity is not None and a.kind in _ACTING]
    asked = field.mention_end.get(begin - 1) if word == "ان" and begin == i else None
    if asked is not None and asked.kind in _ACTING:
        return [asked.entity]  # "طلب من كييف أن تنسحب"
    if word == "ان" and begin == i and field.word(begin - 2) in heads():
        able = memory.called(field.word(begin - 2), begin - 2) or party(field, begin - 2, begin - 1)
        if able is not None and able.end == begin - 1:
            return [able.entity]  # "بإمكان الخبراء أن يتوجهوا"
    if word in complements() and len(word) > 2 and word not in {"بان", "وان", "فان"}:
        speaker = memory.speaker(i)
        gender = Gender.FEMALE if word.endswith("ها") else None
        gender = Gender.MALE if word.endswith("ه") else gender
        if speaker is not None and memory.fits(speaker, gender):
            return [speaker]
    if not listed("pronouns", "we").isdisjoint(field.words[max(begin - 1, 0) : i]):
        speaker = memory.speaker(i)
        return [] if speaker is None else [speaker]
    if owned or word not in listed("relatives") or _of_another(memory, i, word):
        return []
    return antecedent(memory, begin)


def _of_another(memory: Memory, i: int, relative: str) -> bool:
    """Whether the verb at token `i` has not the gender of the relative pronoun before it.

    "الكلمة التي هدد فيها لندن": the word threatens nobody.
    """
    genders = {r.form.gender for r in readings(memory.field.word(i)) if r.form.shape in FINITE}
    asked = {"الذي": Gender.FEMALE, "التي": Gender.MALE}.get(relative.lstrip("و"))
    return asked is not None and genders == {asked}


def _agrees(memory: Memory, i: int, one: Argument) -> bool:
    """Whether the verb at token `i` may have `one` before it, with which it must agree."""
    if one.entity is None or one.kind is EntityKind.ORGANISATION:
        return True
    if without_clitics(memory.field.word(one.begin - 1)) in listed("regimes"):
        return True  # "إدارة الرئيس فلان قد فرضت"
    if one.head and not _unnamed(memory, one.entity):
        return True  # "النظام السوري يستخدم": it agrees with the noun, not with the country
    forms = [r.form for r in readings(memory.field.word(i)) if r.form.shape in FINITE]
    genders = {form.gender for form in forms}
    if len(genders) != 1 or any(form.plural or form.dual or form.first for form in forms):
        return True
    return memory.fits(one.entity, genders.pop())


def _unnamed(memory: Memory, entity: int) -> bool:
    return memory.field.entities[entity].id.startswith(("group:", "phrase:"))


def antecedent(memory: Memory, begin: int) -> list[int]:
    """Whom the relative pronoun before token `begin` means: the party that ends before it."""
    field = memory.field
    relative = field.word(begin - 1).lstrip("و")
    gender = {"الذي": Gender.MALE, "التي": Gender.FEMALE}.get(relative)
    first = max(field.begins[begin - 1], begin - _RELATED)
    stop = begin - 1 - (field.word(begin - 2) in COMMAS)
    for k in range(begin - 2, first - 1, -1):
        noun = without_clitics(field.word(k))
        if k not in field.mention_at and k not in field.in_name:
            group = memory.called(noun, k)
            if group is None and noun in heads():
                group = party(field, k, begin - 1)
            if group is not None and group.end == stop:
                return [group.entity]
    bearer = _of_role(memory, begin, gender)
    if bearer is not None:
        return [bearer]
    for k in range(begin - 1, max(first, begin - _APPOSED - 1), -1):
        ended = field.mention_end.get(k)
        if ended is None and field.word(k - 1)[:1] == "و":
            break  # another noun stands between: "لندن والسني الذي"
        if ended is None:
            continue
        if ended.form is NameForm.DEMONYM:
            if field.word(ended.begin).endswith(_MANY):
                return [nationals(field, ended).entity]  # "فلسطينيين ممن قتلوا"
            return _described(memory, ended)
        if ended.kind is EntityKind.ORGANISATION or memory.fits(ended.entity, gender):
            return [ended.entity]
    return []


def _of_role(memory: Memory, begin: int, gender: Gender | None) -> int | None:
    """The person whose role stands between commas before "التي": "فلانة، وزيرة في حكومة، التي"."""
    field = memory.field
    if field.word(begin - 2) not in COMMAS or gender is None:
        return None
    first = max(field.begins[begin - 1], begin - _ROLE)
    for mention in reversed(field.mentions):
        if mention.begin < first or mention.end >= begin - 2:
            continue
        person = mention.kind is EntityKind.PERSON and field.word(mention.end) in COMMAS
        if person and memory.fits(mention.entity, gender):
            return mention.entity
    return None


def _described(memory: Memory, mention: Mention) -> list[int]:
    """Those whom adjectives joined by و name: "الضربات الأمريكية والفرنسية التي"."""
    before = memory.field.mention_end.get(mention.begin)
    joined = mention.clitics == "و" and before is not None and before.form is NameForm.DEMONYM
    first = _described(memory, before) if joined and before is not None else []
    return [*first, mention.entity]


def accused(memory: Memory, at: int) -> list[int]:
    """Who is accused of the act told by the noun at token `at`: "سوريا المتهمة بشن هجوم"."""
    field = memory.field
    for k in range(at - 1, max(field.begins[at], at - _APPOSED), -1):
        if field.word(k) in spoken("accused"):
            mention = field.mention_end.get(k)
            return [] if mention is None else [mention.entity]
    return []


def unsaid(memory: Memory, i: int) -> list[int] | None:
    """The subject of the verb at token `i` where a noun without a name stands before it behind أن.

    None when there is no such noun; the owner of what is used ("طائرات تابعة للجيش"), or nobody.
    """
    field = memory.field
    begin = field.clause_begin(i)
    said = field.word(begin - 1) in {"ان", "وان", "بان", "فان"}
    while field.word(begin) in QUOTES or (
        begin in field.in_quantity and field.word(begin) not in heads()
    ):
        begin += 1
    slight = field.word(begin) in listed("slight") or field.word(begin) in listed("regimes")
    if slight and begin + 1 in field.mention_at:
        begin += 1  # "نفت أن يكون فلان التقى"
    if begin >= i or not said:
        return None
    if begin in field.mention_at or field.preposition(begin) or begin in field.time_at:
        return None
    found = list(arguments(memory, begin, i))
    if found and found[0].begin == begin and found[0].entity is not None:
        return None
    if without_clitics(field.word(begin)) not in spoken("arms"):
        return []
    owned = any(field.word(k) in spoken("belonging") for k in range(begin, i))
    return [a.entity for a in found if owned and a.preposition == "ل" and a.entity is not None][:1]


def _noun_before(memory: Memory, i: int, reading: Reading) -> int | None:
    """The party before a comma that a verb in the present describes: "قرار لتركيا، يدعو"."""
    form = reading.form
    mention = memory.field.mention_end.get(i - 1)
    comma = memory.field.word(i - 1) in COMMAS
    if form.shape is not Shape.PRESENT or reading.clitics or not comma or mention is None:
        return None
    return mention.entity if mention.kind in _ACTING - {EntityKind.PLACE} else None


def implied(memory: Memory, i: int, reading: Reading) -> list[int]:
    """The subject of a verb that has none: the running one, or the speaker of its statement."""
    if reading.form.first:
        speaker = memory.speaker(i)
        return [] if speaker is None else [speaker]
    if reading.form.dual:
        pair = memory.pair(i, persons=False)
        if pair:
            return pair
    gender = reading.form.gender
    many = reading.form.plural and not reading.form.dual
    candidates = (_noun_before(memory, i, reading), memory.running(i, gender), memory.speaker(i))
    for one in candidates:
        alone = one is not None and memory.field.entities[one].kind is EntityKind.PERSON
        if one is not None and memory.fits(one, gender) and not (many and alone):
            return [one]
    last = memory.last(i, gender)
    alone = any(memory.field.entities[one].kind is EntityKind.PERSON for one in last)
    return memory.spoken_of(i, gender, plural=many) or ([] if many and alone else last)
