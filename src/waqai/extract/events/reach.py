"""Which word before an event governs it, and by which preposition it holds it."""

from dataclasses import dataclass

from waqai.extract.events.drafts import Draft
from waqai.extract.events.field import Field
from waqai.extract.events.forms import FINITE, Light, Operator, Reading, Shape
from waqai.extract.events.frames import OBJECT, THAT
from waqai.extract.events.memory import Memory
from waqai.extract.events.people import heads
from waqai.extract.events.words import clause_ends, listed
from waqai.extract.statements.ground import COMMAS
from waqai.extract.statements.vocabulary import complements

#: Tokens back within which a word may govern.
REACH = 16
_LONGEST = 2  # tokens that a governor may have behind its first


@dataclass(frozen=True, slots=True)
class Governor:
    """A light verb, an operator or an embedding trigger that stands at tokens `[at, end)`."""

    at: int
    end: int
    reading: Reading
    draft: Draft | None = None


def nearest(
    memory: Memory, at: int, marker: str, shape: Shape, governors: dict[int, Governor]
) -> tuple[Governor, str] | None:
    """The governor before token `at`, with the word or clitic that attaches what stands there."""
    field = memory.field
    first = max(field.begins[at], at - REACH)
    if not governors or next(reversed(governors)) < first - _LONGEST:
        return None  # the last one found stands too far back, and so do all
    k = at - 1
    while k >= first:
        mention = field.mention_end.get(k + 1)
        begin = mention.begin if mention is not None and mention.begin >= first else k
        governor = governors.get(k) or governors.get(begin) or _over(governors, k)
        if governor is not None and not _idle(memory.field, governor, marker, shape, at):
            return governor, marker
        if mention is None or begin == k:
            word, preposition = field.words[k], field.preposition(k)
            if word in complements():
                if marker not in {"", "ل"}:
                    return None
                marker = THAT
            elif preposition is None:
                if _ends(field, k, word, at):
                    return None
            elif not marker and k == at - 1:
                partitive = preposition[0] == "من" and field.counted(k - 1)
                marker = "" if partitive else preposition[0]
        k = begin - 1
    return None


def _idle(field: Field, governor: Governor, marker: str, shape: Shape, at: int) -> bool:
    """Whether a noun, or what is like one ("بهدف"), has no hold on the noun at token `at`.

    In construct it has it only on the noun behind it: "محاولة تطهير موقع الهجوم".
    """
    form, draft = governor.reading.form, governor.draft
    noun, of = form.shape is Shape.NOUN, form.of
    if draft is not None:  # "يقضي الاتفاق بترحيلهم"
        return noun and bool(marker) and draft.frame.embeds is None
    if noun and not attached(governor, marker, shape):
        return True
    phrase = form.shape is Shape.PHRASE and shape not in FINITE
    if marker or not isinstance(of, Operator) or not (noun or (phrase and of.wishes)):
        return False
    return _parted(field, governor.end, at)


def _parted(field: Field, begin: int, end: int) -> bool:
    """Whether a noun that names nobody stands in tokens `[begin, end)`."""
    k = begin
    while k < end:
        mention, word = field.mention_at.get(k), field.word(k)
        if mention is not None or k in field.time_at:
            k = field.time_at[k][0] if mention is None else mention.end
            continue
        if word[:1].isalpha() and word not in heads() and word not in listed("hollow"):
            return True
        k += 1
    return False


def _over(governors: dict[int, Governor], k: int) -> Governor | None:
    """The governor of several words whose last stands at token `k`: "لم يستبعد"."""
    found = governors.get(k - 1) or governors.get(k - 2)
    return found if found is not None and found.end == k + 1 else None


def _ends(field: Field, k: int, word: str, at: int) -> bool:
    """Whether nothing before the `word` at token `k` can govern what stands at `at`."""
    if word in COMMAS:
        return not field.parenthesis(k, at) and not field.parenthesis(k, k + 1)
    bound = word in clause_ends() and word not in listed("slight")
    return word == ":" or bound or field.finite(k)


def attached(governor: Governor, marker: str, shape: Shape) -> bool:
    """Whether what stands behind `marker`, in that shape, is the governor's content."""
    of, finite = governor.reading.form.of, shape in FINITE
    if isinstance(of, Operator) and of.before_present and shape is not Shape.PRESENT:
        return False
    if governor.draft is not None and governor.draft.frame.embeds is None:
        return False
    if isinstance(of, Light):
        asked = of.prepositions
        construct = not marker and governor.reading.form.shape is Shape.NOUN  # "قرار إبعاده"
        fits = marker in asked or construct or (marker == "ل" and "الي" in asked)
        return not of.happens and fits
    content = of.content
    if finite:
        phrase = governor.reading.form.shape is Shape.PHRASE
        return (marker == THAT and (THAT in content or phrase)) or (
            marker in {"", "ل"} and (phrase or marker in content)
        )
    if not marker:
        return OBJECT in content
    return marker in content or (marker == THAT and THAT in content)
