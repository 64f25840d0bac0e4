"""Which side of today a bare weekday or month lies on: the clause says ("سيلتقي … الاثنين")."""

from dataclasses import dataclass
from functools import cache

from waqai.arabic.tokens import Tokens
from waqai.knowledge import load
from waqai.mentions.times.vocabulary import folded
from waqai.model.times import Direction

#: How far a verb may stand before the time that it governs, and behind it, in tokens.
_BEFORE, _BEHIND = 22, 4
#: A verb this many tokens before a time governs it for sure ("المقررة في مايو").
_CLOSE = 2
_SENTENCE_ENDS = frozenset({".", "\n", "؟", "!", "؛", "…"})
_QUOTES = frozenset('"“”«»')


@dataclass(frozen=True, slots=True)
class Side:
    """On which side of today a time lies; `firm` when the word that says so stands right beside it
    and governs it ("منذ 7 أكتوبر", "في 10 أكتوبر وقع"), not a verb of saying somewhere before.
    """

    direction: Direction
    firm: bool = False


def clause_side(tokens: Tokens, begin: int, end: int) -> Side:
    """The side that the clause around tokens `[begin, end)` gives; UNKNOWN when it gives none.

    The nearest word before it decides, but a future verb that stands directly behind a time at
    the head of its clause comes first ("الاثنين، سألتقي").
    """
    near = _beside(tokens, begin, end)
    if near is not Direction.UNKNOWN:
        return Side(near, firm=True)
    for at in range(begin - 1, max(-1, begin - 1 - _BEFORE), -1):
        word = tokens.words[at]
        if word in _SENTENCE_ENDS and not _abbreviates(tokens, at):
            break
        if is_future(tokens, at):
            if _was_to_come(tokens, at):
                return Side(Direction.PAST)
            return Side(Direction.FUTURE, firm=begin - at <= _CLOSE)
        if is_past(word):
            return Side(Direction.PAST, firm=begin - at <= _CLOSE and word not in _words("reports"))
        if _opens_in_imperfect(tokens, at):
            return Side(Direction.FUTURE)
    return Side(Direction.UNKNOWN)


def _was_to_come(tokens: Tokens, i: int) -> bool:
    """ "كان من المقرر أن يبدأ", "قبل أن يستأنف": a future that has passed."""
    return any(word in _words("once") for word in tokens.words[max(0, i - 5) : i])


def _beside(tokens: Tokens, begin: int, end: int) -> Direction:
    """What the word directly before a time says ("منذ", "حتى"), or the verb behind its clause's
    head ("الاثنين، سألتقي", "في 10 أكتوبر وقع الهجوم").
    """
    before = tokens.words[begin - 1] if begin else "\n"
    if before in _words("since") or before in _words("earlier"):
        return Direction.PAST
    denied = any(word in _words("not_yet") for word in tokens.words[end : end + 3])
    if before in _words("until") and not denied and not _lasted(tokens, begin):
        return Direction.FUTURE
    if _called_for(tokens, begin):
        return Direction.FUTURE
    if not _heads_clause(tokens, begin - (before in _words("in"))):
        return Direction.UNKNOWN
    for at in range(end, min(end + _BEHIND, len(tokens))):
        word = tokens.words[at]
        if word in _SENTENCE_ENDS or word in _words("complementisers"):
            break  # what is said in "قال، الخميس، إنه سيعود" governs another time
        if is_future(tokens, at):
            return Direction.FUTURE
        if is_past(word):
            return Direction.PAST
    return Direction.UNKNOWN


def _lasted(tokens: Tokens, begin: int) -> bool:
    """ "استمرت حتى الأحد": what lasted until then is over."""
    return any(word in _words("lasted") for word in tokens.words[max(0, begin - 8) : begin])


def _called_for(tokens: Tokens, begin: int) -> bool:
    """ "دعا إلى التظاهر الجمعة": the day belongs to what is called for."""
    for at in range(begin - 2, max(-1, begin - 5), -1):
        if tokens.words[at] in {"الي", "ل"}:
            low = max(0, at - 6)
            return any(word in _words("calls") for word in tokens.words[low:at])
    return False


def _opens_in_imperfect(tokens: Tokens, i: int) -> bool:
    """ "يواجه المنتخب السبت نظيره": an act in the imperfect at the head of a sentence is of today
    or to come, unless it says, stays or seems.
    """
    if i and tokens.words[i - 1] not in _SENTENCE_ENDS:
        return False
    word = tokens.words[i]
    stem = word[1:] if word[0] in "وف" else word
    if stem in _words("imperfect_feminine"):
        return True
    if len(stem) < 4 or stem[0] != "ي" or stem in _words("not_imperfect"):
        return False
    return stem not in _words("states")


def is_future(tokens: Tokens, i: int) -> bool:
    """Whether token `i` speaks of what is to come: a word of the list, or a verb with س."""
    word = tokens.words[i]
    if word in _future_words():
        return True
    stem = word[1:] if word[0] in "وف" else word
    if len(stem) < 4 or stem[0] != "س" or stem[1] not in "يتنا":
        return False
    if stem[1] == "ا" and "أ" not in tokens.text[tokens.starts[i] : tokens.ends[i]][:4]:
        return False  # ساعد, ساهم; but سأعود
    if stem in _not_future() or stem.startswith(_not_future_prefixes()):
        return False
    return not stem.startswith("سال") or len(stem) > 5  # سأل, سألت


def is_past(word: str) -> bool:
    """Whether a folded word is a verb of the past, an object pronoun on it or not ("أعلنته")."""
    past = _past()
    if word in past:
        return True
    if len(word) > 4 and word.endswith(("ه", "ها", "هم")) and word[:-1].rstrip("ه") in past:
        return True
    return _looks_past(word)


def _looks_past(word: str) -> bool:
    """A verb of the past by its ending: "اقترحت", "دخلوا"; not "مطالبات", "ليدخلوا"."""
    stem = word[1:] if word[0] in "وف" and len(word) > 4 else word
    if len(stem) < 4 or stem.startswith(("ال", "لل", "ي", "ت", "لي", "لت", "ب", "س")):
        return False
    if stem.endswith("وا"):
        return True
    if not stem.endswith("ت") or stem.endswith(("ات", "وت", "يت")):
        return False
    return stem not in _words("not_feminine_past")


def _heads_clause(tokens: Tokens, begin: int) -> bool:
    return begin == 0 or tokens.words[begin - 1] in _SENTENCE_ENDS | _QUOTES | {"،", ",", ":"}


def _abbreviates(tokens: Tokens, i: int) -> bool:
    """A full stop between single letters or digits ends no sentence ("أ.ف.ب", "10.5")."""
    return tokens.words[i] == "." and i + 1 < len(tokens) and tokens.glued(i + 1)


@cache
def _words(key: str) -> frozenset[str]:
    """The words of `[tense] key`, with و and ف before them too."""
    words = folded(load("times")["tense"][key])
    return words | {"و" + w for w in words} | {"ف" + w for w in words}


@cache
def _future_words() -> frozenset[str]:
    words = folded(load("times")["future"]["words"])
    return words | {"و" + w for w in words} | {"ف" + w for w in words}


@cache
def _past() -> frozenset[str]:
    words = folded(load("times")["past"]["words"])
    return words | {"و" + w for w in words} | {"ف" + w for w in words}


@cache
def _not_future() -> frozenset[str]:
    return folded(load("times")["future"]["not_future"])


@cache
def _not_future_prefixes() -> tuple[str, ...]:
    return tuple(sorted(folded(load("times")["future"]["not_future_prefix"])))
