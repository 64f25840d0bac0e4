"""Organisations and places by their head words: "حركة …", "وزارة …", "مدينة …", "معبر …"."""

from functools import cache

from waqai.arabic.letters import bare
from waqai.arabic.tokens import Tokens
from waqai.knowledge import load
from waqai.mentions.names.demonyms import definite_demonym
from waqai.mentions.names.forms import variants
from waqai.mentions.names.gazetteer import gazetteer
from waqai.mentions.names.index import COMMON, Hit, Mark, Senses
from waqai.mentions.names.words import Nature, nature, vocabulary
from waqai.model.names import EntityKind

#: The kinds of what lies somewhere.
PLACES = (EntityKind.COUNTRY, EntityKind.PLACE)


def body_at(tokens: Tokens, i: int, first: str) -> tuple[int, Senses] | None:
    """The token behind the organisation whose head `first` stands at `i`, and which it may be."""
    if first not in vocabulary("organisations", "heads"):
        return None
    if first.startswith("ال"):
        end = _with_article(tokens, i, first)
        return None if end is None else (end, ())
    hit = None
    if i + 1 < len(tokens.words):
        hit = gazetteer().longest(tokens, i + 1, variants(tokens.words[i + 1]))
    senses = _of_sort(hit, first) if hit is not None and not hit.clitics else ()
    if hit is not None and senses:
        return hit.end, senses
    if hit is None or hit.clitics or _is_trade(hit):
        end = _unlisted(tokens, i, first)
        return None if end is None else (end, ())
    if first in vocabulary("places", "heads") and is_place(hit):
        return None  # "مديرية منبه"
    if first in vocabulary("organisations", "never_of_persons") and is_person(hit):
        return None  # "مكتب كوهين"
    return _adjectives(tokens, hit.end) if is_place(hit) else hit.end, ()


def _of_sort(hit: Hit, head: str) -> Senses:
    """The senses of `hit` that are what the head says: a club behind "نادي"."""
    sorts = _sorts().get(head, frozenset())
    known = gazetteer().known
    return tuple((what, Mark.PLAIN) for what, _ in hit.senses if known[what].sort in sorts)


def _is_trade(hit: Hit) -> bool:
    """Whether all that `hit` may be is a club or company whose name is a word too: "الهلال"."""
    known = gazetteer().known
    return all(mark in COMMON and known[what].sort in _TRADES for what, mark in hit.senses)


_TRADES = {"club", "company"}


@cache
def _sorts() -> dict[str, frozenset[str]]:
    """The sorts of what is known that a head may stand before."""
    table: dict[str, frozenset[str]] = {}
    for sort, heads in load("names")["organisations"]["sorts"].items():
        for head in map(bare, heads):
            table[head] = table.get(head, frozenset()) | {sort}
    return table


def _with_article(tokens: Tokens, i: int, first: str) -> int | None:
    ministry = first in vocabulary("organisations", "ministries")
    if ministry and i and tokens.words[i - 1].startswith(("ال", "وال", "بال", "لل")):
        return None  # "السياسة الخارجية الروسية"
    if ministry and i and tokens.words[i - 1] in vocabulary("organisations", "no_ministry_behind"):
        return None  # "قوات الدفاع الإسرائيلية"
    return _qualified(tokens, i + 1)


def _unlisted(tokens: Tokens, i: int, first: str) -> int | None:
    end = i + 1
    if end >= len(tokens.words):
        return None
    word = tokens.words[end]
    if nature(word) is Nature.UNKNOWN:
        return _unknowns(tokens, end)
    weak = first in vocabulary("organisations", "weak")
    if weak or not word.startswith("ال") or len(word) < _SHORTEST:
        return None
    end += 1
    joined = first in vocabulary("organisations", "joined") and end < len(tokens.words)
    if joined and tokens.words[end].startswith("وال") and nature(tokens.words[end][1:]) in _NOUNS:
        end += 1  # "حزب العدالة والتنمية"
    return _adjectives(tokens, end)


_SHORTEST = 4  # letters of a complement with its article
_NOUNS = (Nature.KNOWN, Nature.LONE)


def _unknowns(tokens: Tokens, i: int) -> int:
    end = i
    while end < len(tokens.words) and end < i + 3 and nature(tokens.words[end]) is Nature.UNKNOWN:
        end += 1
    return end


def _qualified(tokens: Tokens, i: int) -> int | None:
    """ "المجلس الأعلى", "الجيش الروسي", "الحزب الديمقراطي الكردستاني": adjectives make the name."""
    end = _adjectives(tokens, i)
    return end if end > i else None


def _adjectives(tokens: Tokens, i: int) -> int:
    known = vocabulary("organisations", "adjectives_of_bodies")
    end = i
    while end < len(tokens.words) and end < i + 4:
        demonym = definite_demonym(tokens, end)
        if demonym is not None and demonym.plural and tokens.words[end - 1].endswith(_SINGULAR):
            break  # "حثت وزارة الخارجية المصريين"
        if demonym is not None:
            end = demonym.end
        elif tokens.words[end] in known:
            end += 1
        else:
            break
    return end


_SINGULAR = ("ه", "ي")  # endings of adjectives that have no plural behind them


def place_at(tokens: Tokens, i: int, first: str) -> tuple[int, int] | None:
    """The tokens `[begin, end)` of the place whose head `first` stands at `i`, or None.

    The head is part of the name in "معبر رفح", "نهر النيل", not in "مدينة حلب".
    """
    if first not in vocabulary("places", "heads"):
        return None
    end = i + 1
    if end >= len(tokens.words):
        return None
    hit = gazetteer().longest(tokens, end, variants(tokens.words[end]))
    kept = first in vocabulary("places", "kept")
    if hit is not None and hit.clitics == 0 and is_place(hit):
        return (i, hit.end) if kept else (end, hit.end)
    if nature(tokens.words[end]) is Nature.UNKNOWN:
        behind = end + 1
        if behind < len(tokens.words) and nature(tokens.words[behind]) is Nature.UNKNOWN:
            behind += 1
        return (i, behind) if kept else (end, behind)
    word = tokens.words[end]
    if first in vocabulary("places", "settlements") and nature(word) is Nature.FAMILY:
        return end, end + 1
    return None


def is_person(hit: Hit) -> bool:
    """Whether all senses of `hit` are persons."""
    return all(gazetteer().known[w].entity.kind is EntityKind.PERSON for w, _ in hit.senses)


def is_place(hit: Hit) -> bool:
    """Whether one of the senses of `hit` is a place or country."""
    kinds = (gazetteer().known[what].entity.kind for what, _ in hit.senses)
    return any(kind in PLACES for kind in kinds)
