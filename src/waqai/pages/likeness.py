"""How much two stretches of text speak of the same things: shared stems of content words."""

from functools import cache, lru_cache

from waqai.knowledge import load
from waqai.pages.lines import words
from waqai.pages.vocabulary import folded

_PREFIXES = ("وال", "فال", "بال", "كال", "لل", "ال", "وب", "ول", "و", "ف", "ب", "ل", "س")
_SUFFIXES = (
    "يات",
    "هما",
    "ات",
    "ون",
    "ين",
    "ان",
    "ها",
    "هم",
    "هن",
    "يه",
    "يا",
    "وا",
    "ه",
    "ي",
    "ا",
    "ت",
)
_LEAST = 3  # letters of a stem
_WEAK = str.maketrans("", "", "اوي")


@cache
def _stops() -> frozenset[str]:
    return frozenset(word for says in load("pages")["prose"]["stops"] for word in folded(says))


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str | None:
    """A folded word without article, clitics, endings and long vowels, roughly.

    None for a word of no content.

    >>> stem("والروسيه"), stem("روسيا"), stem("اعتقالات"), stem("اعتقلت")
    ('روس', 'روس', 'عتقل', 'عتقل')
    """
    if word in _stops() or len(word) < _LEAST:
        return None
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= _LEAST:
            # a single letter is cut only where the word stays long: it may be its own
            if len(prefix) > 1 or len(word) > _LEAST + 2:
                word = word[len(prefix) :]
            break
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _LEAST:
            word = word[: -len(suffix)]
            break
    if word in _stops():
        return None
    if word[0] in "ايت" and len(word) > _LEAST:
        word = word[1:]
    bones = word.translate(_WEAK)
    return bones if len(bones) >= _LEAST else word


def stems(text: str, start: int, end: int) -> set[str]:
    """The stems of `text[start:end]`."""
    found = {stem(word.form) for word in words(text, start, end)}
    found.discard(None)
    return found  # type: ignore[return-value]


def share(of: set[str], found_in: set[str]) -> float:
    """The share of the stems `of` that are in `found_in`; 0.0 when there are none."""
    return len(of & found_in) / len(of) if of else 0.0
