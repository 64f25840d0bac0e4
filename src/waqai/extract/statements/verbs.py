"""Verbs of saying, their participles and nouns: each makes a statement or none."""

from waqai.extract.statements.contents import adverbial_gap, content_of, joins
from waqai.extract.statements.drafts import Draft
from waqai.extract.statements.ground import COMMAS
from waqai.extract.statements.implied import implied_speaker
from waqai.extract.statements.morphology import Form, Gender
from waqai.extract.statements.openers import Opener, Strength, find_opener, object_at
from waqai.extract.statements.papers import in_it
from waqai.extract.statements.reading import Reading, keep, within
from waqai.extract.statements.speakers import Subject
from waqai.extract.statements.subjects import subject_of
from waqai.extract.statements.vocabulary import OBJECT, SAYS_THAT, Cue, bounds, complements, listed
from waqai.model.names import EntityKind


def read_verb(reading: Reading, i: int, end: int, cue: Cue) -> bool:
    """Whether the verb, participle or verbal noun at `i` makes a statement; keeps it."""
    if cue.future or _denied(reading, i, cue):
        return False
    if cue.form is Form.NOUN:
        return _noun(reading, i, end, cue)
    if cue.saying.in_it:
        return in_it(reading, i, end, cue)
    if cue.form is Form.PARTICIPLE:
        return _participle(reading, i, end, cue)
    if _passive(reading, i, cue) or (cue.saying.joined and not joins(reading, i, cue)):
        return False
    return _finite(reading, i, end, cue)


def _finite(reading: Reading, i: int, end: int, cue: Cue) -> bool:
    subject, begin = subject_of(reading, i, end, cue)
    if reading.ground.word(subject.begin if subject else begin) in cue.saying.not_by:
        return False
    if subject is not None and not subject.sure:
        spoken_to = cue.saying.person and joins(reading, i, cue) and not cue.pronoun
        if spoken_to or _is_object(reading, i, subject, cue):
            subject = None
        elif cue.saying.unsure and not cue.clitics:
            return False
    elif cue.saying.person and joins(reading, i, cue) and _disagrees(reading, cue, subject):
        subject = None  # "واتهم بريطانيا بأنها": she is accused
    behind = begin if subject is None or subject.begin < i else subject.end
    opener = content_of(reading, behind, cue, subject)
    if opener is None:
        return _said_before(reading, i, end, cue, subject)
    if not _believable(reading, i, cue, subject, opener):
        return False
    entity = _speaker(reading, subject, i, cue)
    if entity is None and subject is not None:
        return False  # a thing: "يقول الكثير عن"
    quoted = opener.strength is Strength.QUOTE and not cue.saying.unsure
    if entity is None and not (quoted or (cue.saying.continues and opener.strength > 1)):
        return False
    if _unless(reading, opener, cue):
        if entity is not None:
            reading.floor.give(entity, cue.gender, cue.plural, i)
        return True
    gap = (end, opener.mark)
    keep(reading, Draft(cue, i, end, entity, opener, 0, named=subject is not None, gap=gap))
    return True


def _believable(
    reading: Reading, i: int, cue: Cue, subject: Subject | None, opener: Opener
) -> bool:
    """Whether subject and opener are sure enough for a verb that may be another word."""
    saying, weak = cue.saying, opener.strength <= Strength.PREPOSITION
    if (saying.thought or (saying.unsure and weak)) and within(reading, i) is not None:
        return False
    if _is_noun(reading, cue, subject):
        return False
    if subject is None:
        if _another_subject(reading, i, cue):
            return False
        if saying.unsure and not _may_run(reading, i, cue, opener):
            return False
        return bool(cue.clitics) or cue.form is not Form.PRESENT or not (weak or saying.thought)
    if not subject.sure and (weak or (saying.unsure and opener.strength is Strength.QUOTE)):
        return False
    relative = reading.ground.word(i - 1) in listed("words", "relatives")
    if subject.begin > i:
        return not (weak and relative and saying.person and cue.form is Form.PRESENT)
    if saying.unsure and opener.strength is Strength.OBJECT and subject.named is None:
        return False
    return not (weak and relative and cue.form is Form.PRESENT)


def _another_subject(reading: Reading, i: int, cue: Cue) -> bool:
    """Whether a noun that cannot speak stands before the verb: "الأرقام تؤكد", "أدلة تثبت"."""
    ground = reading.ground
    if i == ground.begins[i] or joins(reading, i, cue) or cue.pronoun:
        return False
    k = i - 1
    while k > ground.begins[i] and ground.word(k) in listed("words", "fillers"):
        k -= 1
    before = ground.word(k)
    known = bounds() | listed("words", "copulas") | listed("words", "contrasts")
    if not before[:1].isalpha() or before in known or k + 1 in ground.name_end:
        return False
    return not any(k < found[0] <= k + 2 for found in ground.time_at.values())


def _is_object(reading: Reading, i: int, subject: Subject, cue: Cue) -> bool:
    """Whether the noun behind the verb is what is said: it bears a pronoun ("وأكد دعمه"), or a
    definite noun stands under it ("وأكد دعم الدولة كذا")."""
    ground, k = reading.ground, subject.begin
    if OBJECT not in cue.saying.takes:
        return False
    if ground.owned(k):
        return True
    under = ground.word(k + 1).startswith("ال") or k + 1 in ground.name_at
    return joins(reading, i, cue) and under and not ground.word(k).startswith("ال")


def _is_noun(reading: Reading, cue: Cue, subject: Subject | None) -> bool:
    """ "رفض كييف": a masculine form before a feminine state is the verbal noun."""
    return cue.saying.unsure and _disagrees(reading, cue, subject)


def _disagrees(reading: Reading, cue: Cue, subject: Subject | None) -> bool:
    """Whether the verb is masculine and the state or town behind it feminine, as most are."""
    if cue.form is not Form.PAST or cue.gender is not Gender.MALE or cue.plural:
        return False
    named = subject.named if subject is not None else None
    if named is None or named.kind not in {EntityKind.COUNTRY, EntityKind.PLACE}:
        return False
    if subject is None or subject.begin != named.begin or named.begin != named.core:
        return False
    return reading.ground.word(named.core) not in listed("words", "masculine")


def _denied(reading: Reading, i: int, cue: Cue) -> bool:
    before = reading.ground.word(i - 1)
    if reading.ground.word(i) in listed("words", "fillers") | listed("words", "lookalikes"):
        return True  # هنا is here, not "he congratulated"
    if before in listed("words", "negations") and cue.saying.kind == "verb" and not cue.rest:
        return cue.form is not Form.PARTICIPLE
    subordinate = cue.form is Form.PRESENT and not cue.clitics
    return subordinate and before in listed("words", "subordinators")


def _passive(reading: Reading, i: int, cue: Cue) -> bool:
    """A vowel sign among the first letters may say that the verb is passive (يُعتبر, اتُّهم)."""
    tokens = reading.ground.tokens
    written = tokens.text[tokens.starts[i] : tokens.ends[i]]
    if cue.form is Form.PAST and "\u064f" in written[: len(cue.clitics) + 4] and len(written) > 4:
        return not written.endswith(("وا", "ون"))
    return (
        tokens.text[tokens.starts[i] + 1 : tokens.starts[i] + 2] == "\u064f"
        and tokens.text[tokens.starts[i]] in "يت"
        and tokens.words[i] in listed("words", "passives")
    )


def _may_run(reading: Reading, i: int, cue: Cue, opener: Opener) -> bool:
    """An unsure word without a subject counts when it hangs on somebody who speaks."""
    if opener.strength >= Strength.COMPLEMENT:
        return (
            joins(reading, i, cue)
            or cue.saying.continues
            or i == reading.ground.begins[i]
            or cue.form is Form.PRESENT
        )
    adjacent = reading.ground.past_fillers(i + 1) == opener.mark
    return joins(reading, i, cue) and adjacent and reading.floor.last is not None


def _unless(reading: Reading, opener: Opener, cue: Cue) -> bool:
    words = reading.ground.tokens.words[opener.at : opener.at + 8]
    return any(w.lstrip("ل") in cue.saying.unless or w in cue.saying.unless for w in words)


def _speaker(reading: Reading, subject: Subject | None, i: int, cue: Cue) -> int | None:
    if subject is not None:
        entity = reading.floor.entity_of(subject)
    else:
        entity = implied_speaker(reading, i, cue)
    return entity


def _participle(reading: Reading, i: int, end: int, cue: Cue) -> bool:
    ground = reading.ground
    hal = ground.word(i - 1) in COMMAS and _accusative(reading, i)
    unsure = cue.saying.unsure and not hal
    opener = find_opener(ground, end, cue, near=unsure)
    if opener is not None and hal and not cue.saying.person and not _reaches(reading, end, opener):
        opener = None
    if opener is None and not unsure and ground.word(i - 1) in COMMAS:
        opener = object_at(ground, end, cue)
    if opener is None or (cue.saying.strong and opener.strength < Strength.COMPLEMENT):
        return False
    adjacent = ground.past_fillers(end) == opener.mark
    if not adjacent and not adverbial_gap(reading, end, opener.mark) and not cue.saying.person:
        return False
    before = ground.word(i - 1)
    apart = before in COMMAS | {".", "\n"} or i - 1 in ground.closed or bool(cue.clitics)
    weak = opener.strength <= Strength.PREPOSITION
    if (unsure or weak or not adjacent) and not apart:
        return False
    entity = implied_speaker(reading, i, cue)
    if entity is None:
        return False
    keep(reading, Draft(cue, i, end, entity, opener, 0, gap=(end, opener.mark)))
    return True


def _accusative(reading: Reading, i: int) -> bool:
    """Whether the participle is one of circumstance: نافيا, مؤكدة, منددين."""
    return reading.ground.word(i).endswith(("ا", "ه", "ين"))


def _reaches(reading: Reading, end: int, opener: Opener) -> bool:
    """Whether nothing but adverbs stands between a participle and what opens its content."""
    ground = reading.ground
    return ground.past_fillers(end) == opener.mark or adverbial_gap(reading, end, opener.mark)


def _noun(reading: Reading, i: int, end: int, cue: Cue) -> bool:
    opener = find_opener(reading.ground, end, cue, near=True)
    if opener is None or opener.strength < Strength.COMPLEMENT:
        return False
    if cue.saying.thought:
        return False
    says = SAYS_THAT in cue.saying.takes or reading.ground.word(opener.mark) in complements()
    if not says:  # "اتهامه بـ"كذا"" tells of a charge, it does not make it
        return False
    entity = implied_speaker(reading, i, cue)
    if entity is None:
        return False
    keep(reading, Draft(cue, i, end, entity, opener, 0, gap=(end, opener.mark)))
    return True


def _said_before(reading: Reading, i: int, end: int, cue: Cue, subject: Subject | None) -> bool:
    """ "…"، قال فلان: what is said stands before the word of saying."""
    ground = reading.ground
    if subject is None or not subject.sure or subject.begin < i or ":" not in cue.saying.takes:
        return False
    behind = ground.past_fillers(subject.end)
    if not (
        behind >= len(ground.tokens)
        or ground.word(behind) in COMMAS | {".", "\n", "؟", "!", "و"}
        or ground.word(behind).startswith("و")
    ):
        return False
    k = i - 1
    while ground.word(k) in COMMAS | {".", "؟", "!"} and k > i - 3:
        k -= 1
    quote = ground.closed.get(k)
    begin = ground.begins[i]
    if quote is not None and not ground.names_something(quote):
        opener = Opener(quote.open, quote.open + 1, Strength.QUOTE)
        if any(d.opener.at == opener.at for d in reading.drafts):
            return False
    elif (
        cue.form is Form.PRESENT
        and not cue.saying.unsure
        and ground.word(i - 1) in COMMAS
        and i - begin > 4
    ):
        opener = Opener(begin, begin, Strength.OBJECT)
        k = i - 1
    else:
        return False
    entity = reading.floor.entity_of(subject)
    if entity is None:
        return False
    draft = Draft(
        cue,
        i,
        subject.end,
        entity,
        opener,
        k,
        after=False,
        fixed=True,
        named=True,
        gap=(subject.end, behind),
    )
    draft.direct = quote is not None
    reading.drafts.append(draft)
    reading.floor.give(entity, cue.gender, cue.plural, i)
    return True
