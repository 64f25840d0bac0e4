"""Where what is said begins: behind أن, a colon, a quotation mark, a preposition, at an object."""

from dataclasses import dataclass
from enum import IntEnum

from waqai.extract.statements.ground import COMMAS, Ground
from waqai.extract.statements.morphology import Form
from waqai.extract.statements.quotes import MARKS
from waqai.extract.statements.vocabulary import (
    COLON,
    OBJECT,
    QUOTE,
    SAYS_THAT,
    THAT,
    Cue,
    complements,
    cues,
    listed,
    listed_object,
)

_REACH = 48


class Strength(IntEnum):
    """How surely the words that open it make it something said."""

    OBJECT = 0
    PREPOSITION = 1
    COMPLEMENT = 2
    COLON = 3
    QUOTE = 4


@dataclass(frozen=True, slots=True)
class Opener:
    """What is said begins at token `at`; the words that open it are from `mark` on."""

    mark: int
    at: int
    strength: Strength


def find_opener(ground: Ground, i: int, cue: Cue, *, near: bool = False) -> Opener | None:
    """The opener that belongs to the cue whose subject ends before token `i`.

    With `near` it must stand directly there. A colon, quotation or أن may stand further on in
    the sentence; a preposition is taken where it stands directly, or behind an object, or for
    want of anything else.
    """
    at = ground.past_fillers(i)
    direct = _at(ground, at, cue.saying.takes)
    return direct if direct is not None or near else _further_on(ground, at, cue)


def _further_on(ground: Ground, at: int, cue: Cue) -> Opener | None:
    late: Opener | None = None
    crossed = False  # another verb of saying stands between
    k, limit = at, min(at + _REACH, len(ground.tokens))
    while k < limit and not ground.ends_sentence(k):
        after = _past_unseen(ground, k)
        if after > k:
            k = after
            continue
        found = _at(ground, k, cue.saying.takes)
        if found is not None and found.strength is Strength.PREPOSITION and ground.word(k) == "في":
            pass  # "رأى في", never "رأى … في"
        elif found is not None and found.strength is Strength.PREPOSITION:
            late = found if late is None and not crossed else late
        elif found is not None:
            if crossed and not _owns(ground, k, cue):
                break
            weak = late is not None and found.strength is Strength.COMPLEMENT
            if late is not None and found.strength is Strength.QUOTE and _amid(ground, k):
                return late
            if weak and late is not None and _source(ground, late.mark):
                return found
            return late if weak and not _anew(ground, k) else found
        crossed = crossed or _another(ground, k)
        crossed = crossed or (k > at and ground.word(k) in listed("words", "contrasts"))
        k += 1
    return late


def _source(ground: Ground, k: int) -> bool:
    """Whether عن at `k` only tells who was asked: "أفادت قناة كذا عن فلان أن"."""
    return ground.word(k) == "عن" and (k + 1 in ground.name_at or k + 1 in ground.opened)


def _amid(ground: Ground, k: int) -> bool:
    """Whether the quotation at `k` stands amid a clause: "بضرب كذا في "يوم كذا""."""
    return ground.word(k) != COLON and ground.word(k - 1) in listed("words", "prepositions")


def _past_unseen(ground: Ground, k: int) -> int:
    """The token behind a bracket, quoted name, time or set phrase that begins at `k`, or `k`."""
    after = ground.past_bracket(k)
    if after > k:
        return after
    if k in ground.opened and ground.names_something(ground.opened[k]):
        return ground.opened[k].close + 1
    if k in ground.time_at:
        return ground.time_at[k][0]
    if ground.word(k) in listed("words", "conjunctions") and ground.word(k + 1) in complements():
        return _past_clause(ground, k + 2)
    return ground.phrase(k, "words", "invisible")


def _past_clause(ground: Ground, k: int) -> int:
    """The comma that ends the clause at `k`, or the sentence's end."""
    while k < len(ground.tokens) and not ground.ends_sentence(k) and ground.word(k) not in COMMAS:
        k = ground.opened[k].close + 1 if k in ground.opened else k + 1
    return k


def _owns(ground: Ground, k: int, cue: Cue) -> bool:
    """Whether an opener behind another verb of saying is still the first one's: قال takes إن."""
    if SAYS_THAT not in cue.saying.takes:
        return False
    return ground.tokens.text[ground.tokens.starts[k]] == "إ" and ground.word(k) in complements()


def _anew(ground: Ground, k: int) -> bool:
    """Whether أن at `k` is the verb's own, not part of what a preposition before it opened."""
    return ground.word(k - 1) in COMMAS or ground.word(k) not in complements()


def _another(ground: Ground, k: int) -> bool:
    """Whether a finite verb or participle of saying stands at `k`."""
    if k in ground.name_at or ground.word(k - 1) in listed("words", "negations"):
        return False
    if ground.word(k + 1) in listed("words", "upon"):
        return False  # "اطلع عليه موقع كذا" is no saying
    rows = cues().get(ground.word(k))
    return bool(rows) and any(
        c.saying.kind == "verb"
        and not c.rest
        and c.form is not Form.NOUN
        and (c.form is Form.PRESENT or (c.form is Form.PAST and c.clitics) or not c.saying.unsure)
        and not (c.form is Form.PARTICIPLE and SAYS_THAT in c.saying.takes)  # أضاف قائلا
        for c in rows
    )


def _at(ground: Ground, k: int, takes: frozenset[str]) -> Opener | None:
    """The opener at token `k`, if one that is taken stands there."""
    word = ground.word(k)
    if not word:
        return None
    if word == COLON:
        return _colon(ground, k) if COLON in takes else None
    if k in ground.opened:
        quote = ground.opened[k]
        if QUOTE in takes and ground.can_be_said(quote):
            return Opener(k, k + 1, Strength.QUOTE)
        return None
    if word in complements():
        if _if(ground, k) and SAYS_THAT not in takes:
            return None
        if ground.word(k - 1) in listed("words", "conjunctions") and not _that(ground, k):
            return None
        if THAT in takes or SAYS_THAT in takes or (word[0] == "ب" and "ب" in takes):
            return _behind(ground, k, k + 1, Strength.COMPLEMENT)
        return None
    return _preposition(ground, k, takes)


def _if(ground: Ground, k: int) -> bool:
    """إن alone, which where أن is due means "if"."""
    tokens = ground.tokens
    return tokens.words[k] == "ان" and tokens.text[tokens.starts[k]] == "إ"


def _that(ground: Ground, k: int) -> bool:
    """إن, which stands behind no conjunction as أن does (بعد أن, دون أن)."""
    return ground.tokens.text[ground.tokens.starts[k]] == "إ"


def _colon(ground: Ground, k: int) -> Opener | None:
    if ground.tokens.glued(k) and ground.word(k - 1).isdigit() and ground.word(k + 1).isdigit():
        return None
    at = k + 1
    while ground.word(at) in {"\n", "-", "–", "—"} and at < k + 3:
        at += 1
    while ground.word(at) in MARKS and at not in ground.opened and at + 1 in ground.opened:
        at += 1
    if at in ground.opened:
        while at + 1 in ground.opened:
            at += 1
        return Opener(k, at + 1, Strength.QUOTE)
    if at != k + 1 or at >= len(ground.tokens):
        return None
    return Opener(k, at, Strength.COLON)


def _behind(ground: Ground, mark: int, at: int, strength: Strength) -> Opener:
    """The opener at `mark`; where a quotation follows, what is said begins inside it."""
    if ground.word(at) == COLON and at + 1 in ground.opened:
        at += 1
    if at in ground.opened and not ground.names_something(ground.opened[at]):
        while at + 1 in ground.opened:
            at += 1
        return Opener(mark, at + 1, Strength.QUOTE)
    return Opener(mark, mark, strength)


def _preposition(ground: Ground, k: int, takes: frozenset[str]) -> Opener | None:
    word = ground.word(k)
    if word in takes and word not in {"ب", "ل"}:
        if ground.phrase(k, "words", "invisible") > k:
            return None
        if ground.word(k - 1) in listed("words", "quoting"):
            return None
        after = k + 2 if ground.word(k + 1) in complements() else k + 1
        strength = Strength.COMPLEMENT if after == k + 2 else Strength.PREPOSITION
        return _behind(ground, k, after, strength)
    if word in {"عما", "مما"} and (("عن" in takes) if word == "عما" else ("من" in takes)):
        return Opener(k, k, Strength.PREPOSITION)
    for letter in ("ب", "ل"):
        if letter in takes and _with_letter(ground, k, letter):
            after = k + 2 if word == letter and ground.word(k + 1) in complements() else k + 1
            found = _behind(ground, k, after if word == letter else k + 1, Strength.PREPOSITION)
            return (
                found
                if found.strength is Strength.QUOTE and word == letter
                else Opener(k, k, Strength.PREPOSITION)
            )
    return None


def _with_letter(ground: Ground, k: int, letter: str) -> bool:
    """Whether the word at `k` has the preposition `letter` written before it."""
    word = ground.word(k)
    if not word.startswith(letter):
        return False
    if word == letter:
        return k + 1 in ground.opened or ground.tokens.glued(k + 1)
    named = ground.name_at.get(k)
    if named is not None:
        return named.clitic
    if k in ground.amid_names:
        return False
    if len(word) < 3 or word in listed("words", "not_clitic"):
        return False
    return k not in ground.time_at


def object_at(ground: Ground, i: int, cue: Cue) -> Opener | None:
    """The plain object of the cue at token `i`, where one can stand there."""
    saying = cue.saying
    if OBJECT not in saying.takes:
        return None
    k = ground.past_fillers(i)
    while True:
        if ground.word(k) in COMMAS and k < i + 30:
            k = ground.past_fillers(k + 1)
        elif ground.word(k) in listed("words", "adverbial_heads"):
            k = _past_adverbial(ground, k)
        else:
            break
    word = ground.word(k)
    if saying.objects and k in ground.opened:
        quoted = listed_object(ground.word(k + 1), saying.objects)
        return Opener(k, k + 1, Strength.QUOTE) if quoted else None
    if saying.objects:
        return Opener(k, k, Strength.OBJECT) if listed_object(word, saying.objects) else None
    if k in ground.opened and not ground.names_something(ground.opened[k]):
        return Opener(k, k + 1, Strength.QUOTE)
    if not word or not word[0].isalpha() or word in listed("words", "adverbial") - {"ما"}:
        return None
    if k in cues_blocked(ground, k):
        return None
    return Opener(k, k, Strength.OBJECT)


def cues_blocked(ground: Ground, k: int) -> frozenset[int]:
    """`{k}` when a clause, not a noun, begins there."""
    word = ground.word(k)
    clause = word in complements() or (
        word.startswith("ل") and k not in ground.name_at and len(word) > 3
    )
    return frozenset({k}) if clause else frozenset()


def _past_adverbial(ground: Ground, k: int) -> int:
    """Behind "خلال مؤتمر صحفي،", "في موسكو": up to the end of a time or name, or a comma."""
    end = k + 1
    while end < min(k + 12, len(ground.tokens)):
        if end in ground.time_at:
            return ground.past_fillers(end)
        bracket = ground.past_bracket(end)
        if bracket > end:
            end = bracket
            continue
        if ground.word(end) in COMMAS:
            return ground.past_fillers(end + 1)
        if end in ground.name_at:
            return ground.past_fillers(ground.name_at[end].end)
        if ground.word(end) in {"\n", ".", ":"}:
            return end
        end += 1
    return end
