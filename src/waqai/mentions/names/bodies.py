"""Organisations and places by their head words: "حركة …", "وزارة …", "مدينة …", "معبر …"."""

from waqai.arabic.tokens import Tokens
from waqai.mentions.names.demonyms import definite_demonym
from waqai.mentions.names.gazetteer import Hit, gazetteer, variants
from waqai.mentions.names.words import Nature, nature, vocabulary
from waqai.model.names import EntityKind

_LONGEST = 6


def body_end(tokens: Tokens, i: int, first: str) -> int | None:
    """The token behind the organisation whose head `first` stands at `i`, or None."""
    if first not in vocabulary("organisations", "heads"):
        return None
    if first.startswith("ال"):
        ministry = first in vocabulary("organisations", "ministries")
        if ministry and i and tokens.words[i - 1].startswith(("ال", "وال", "بال", "لل")):
            return None  # "السياسة الخارجية الروسية"
        return _qualified(tokens, i + 1)
    end = i + 1
    if end >= len(tokens.words):
        return None
    weak = first in vocabulary("organisations", "weak")
    hit = gazetteer().longest(tokens, end, variants(tokens.words[end]))
    if hit is not None and hit.clitics == 0:
        if first in vocabulary("places", "heads") and is_place(hit):
            return None  # "مديرية منبه"
        return _adjectives(tokens, hit.end)
    word = tokens.words[end]
    kind = nature(word)
    if kind is Nature.UNKNOWN:
        return _unknowns(tokens, end)
    if weak or not word.startswith("ال") or len(word) < 4:
        return None
    end += 1
    joined = first in vocabulary("organisations", "joined") and end < len(tokens.words)
    if joined and tokens.words[end].startswith("وال") and nature(tokens.words[end][1:]) in _NOUNS:
        end += 1  # "حزب العدالة والتنمية"
    return _adjectives(tokens, end)


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
        if demonym is not None:
            end = demonym.end
        elif tokens.words[end] in known:
            end += 1
        else:
            break
    return end


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


def is_place(hit: Hit) -> bool:
    """Whether one of the senses of `hit` is a place or country."""
    kinds = (gazetteer().known[what].entity.kind for what, _ in hit.senses)
    return any(kind in (EntityKind.PLACE, EntityKind.COUNTRY) for kind in kinds)
