"""Whether a word is the verb or the noun that it may be, and in which voice."""

from waqai.extract.events.field import Field
from waqai.extract.events.forms import FINITE, Reading, Shape
from waqai.extract.events.frames import Frame, Role
from waqai.extract.events.readings import readings
from waqai.extract.events.words import clause_ends, listed
from waqai.extract.statements.ground import COMMAS
from waqai.extract.statements.vocabulary import complements
from waqai.model.names import NameForm

_QUOTES = {'"', "“", "”", "«", "'"}
_PRONOUNS = ("ه", "ها", "هم", "هما", "هن")
_CLAUSE = 8  # tokens back to the verb of a name that stands behind a preposition
_OPENERS = COMMAS | {"قد", "وقد", "فقد", "لقد", "\n", "", ".", ":", "»", '"', "(", ")", "-", "–"}


def stands_as(field: Field, i: int, reading: Reading, rows: tuple[Reading, ...]) -> bool:
    """Whether the word at token `i` stands there as the form that `reading` takes it for.

    Only a word that may be a verb as well as a noun is in doubt.
    """
    finite = reading.form.shape in FINITE
    if (finite and _unfit(field, i, reading)) or (reading.pronoun == "ه" and field.marbuta(i)):
        return False
    both_shapes = len(rows) > 1 and len({r.form.shape in FINITE for r in rows}) > 1
    if both_shapes and finite and reading.form.plural:
        return False  # "غزوها" is her invasion
    if reading.form.dual and finite and reading.form.shape is Shape.PAST:
        return i in field.mention_end or field.word(i - 1) in listed("pronouns", "persons")
    if reading.form.shape is Shape.PARTICIPLE:
        return field.word(i - 1) in COMMAS or reading.clitics == "و"
    if not both_shapes or reading.form.rest:
        return True
    if not finite and all(r.form.plural for r in rows if r.form.shape in FINITE):
        return True  # "قصفا" is a noun sooner than a verb in the dual
    return finite is verbal(field, i, reading)


def _unfit(field: Field, i: int, reading: Reading) -> bool:
    """Whether no such verb can stand at token `i`, by its person, its object or its spelling."""
    form = reading.form
    if _after_preposition(field, i, reading):
        return True
    if reading.pronoun and isinstance(form.of, Frame) and form.of.object is Role.NONE:
        return True  # "الاتهامات التي توجهها" is no going
    if field.word(i) in listed("with_hamza") and not _hamza(field, i):
        return True
    if not form.first:
        return False
    if not form.plural and field.statement(i) is None:
        return True  # "أصيب" is he that was hit, unless somebody speaks of himself
    written = field.word(i)[len(reading.clitics) :]
    return form.shape is Shape.PRESENT and written[:1] == "ا" and not _hamza(field, i)


def _hamza(field: Field, i: int) -> bool:
    """Whether the word at `i` is written with a hamza, which folding takes away."""
    tokens = field.tokens
    return "أ" in tokens.text[tokens.starts[i] : tokens.ends[i]]


def verbal(field: Field, i: int, reading: Reading) -> bool:
    """Whether a verb stands at token `i`, where a noun is spelled the same."""
    before = field.word(i - 1)
    if before in _QUOTES and field.preposition(i - 2) is not None:
        return False  # "شدد على "رفضها"
    listed_before = field.mention_end.get(i)
    if reading.clitics == "و" and listed_before is not None and listed_before.clitics == "و":
        return False  # "ناقشا سوريا وأوكرانيا وتبادل الأسرى"
    if reading.clitics == "و" and _noun_alone(field, i - 1):
        return False  # "مقتل وجرح العشرات"
    if before in _OPENERS or reading.clitics in {"و", "ف"}:
        return not _listed_noun(field, i)
    if before in listed("negation", "verbs") or before in listed("relatives"):
        return True
    if i in field.time_end:
        return True
    mention = field.mention_end.get(i)
    if mention is not None and _has_verb(field, mention.begin):
        return False  # "نفت روسيا قصف المدينة"
    if mention is not None:
        return mention.form is not NameForm.DEMONYM or field.begins[i] == mention.begin
    if before in complements():
        return before.endswith(_PRONOUNS)  # "أعلن أنه شن غارة", but "أن قصف المدينة"
    return before in clause_ends()


def _noun_alone(field: Field, i: int) -> bool:
    """Whether a noun of an event stands at token `i`, to which the next is joined."""
    found = readings(field.word(i))
    nouns = all(r.form.shape is Shape.NOUN and not r.article for r in found)
    return bool(found) and nouns and i not in field.mention_end


def _has_verb(field: Field, begin: int) -> bool:
    """Whether the name that begins there has its verb before it already."""
    if begin <= field.begins[begin]:
        return False
    k = begin - 1
    if _governs(field, k):
        return True
    k -= field.word(k) == "#"
    if field.preposition(k) is None:
        return False
    first = max(field.begins[begin], k - _CLAUSE)  # "تعتزم دول في الاتحاد طرد"
    return any(_governs(field, j) for j in range(first, k) if j not in field.in_name)


def _governs(field: Field, k: int) -> bool:
    """Whether a verb stands at token `k`, or a phrase in its place."""
    if field.finite(k):
        return True
    found = readings(field.word(k))
    return bool(found) and all(
        r.form.shape is Shape.PHRASE or (r.form.shape in FINITE and not r.preposition)
        for r in found
    )


def _listed_noun(field: Field, i: int) -> bool:
    """A noun that opens a headline: "قصف إسرائيلي على غزة"."""
    mention = field.mention_at.get(i + 1)
    return (
        mention is not None
        and mention.form is NameForm.DEMONYM
        and not field.word(i + 1).startswith("ال")
    )


def _after_preposition(field: Field, i: int, reading: Reading) -> bool:
    k = i - 2 if field.word(i - 1) in _QUOTES else i - 1
    return (
        not reading.clitics
        and field.preposition(k) is not None
        and (field.word(k) not in {"قبل", "بعد", "منذ", "دون", "غير", "سوي"})
    )
