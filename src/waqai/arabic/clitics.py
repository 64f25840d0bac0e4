"""Clitics: و ف ب ل ك س split from the words they are written with, without tearing words apart.

"والكرملين" is و and الكرملين; "والي", "فيصل", "بلدة", "كوريا" are words. What tells them apart is
whether the whole and what is left are words of the dictionary (`known_words.txt`), with lists of
those where both are (`clitics.toml`). Words are compared folded.
"""

from functools import cache, lru_cache
from importlib import resources

from waqai.arabic.letters import bare
from waqai.knowledge import load

#: The letters that are written together with the word behind them.
PROCLITICS = frozenset("وفبلكس")

_ARTICLE = "ال"
_LOW_HAMZA = "إ"
_SHORTEST = 3  # letters of a word that may be left over
_VOWELS = frozenset("ايو")
_FUTURE = frozenset("يتنا")  # with which an imperfect verb begins


def proclitics(word: str, names: frozenset[str] = frozenset()) -> int:
    """How many letters of `word` are clitics before it, 0 to 3.

    `word` may be folded, but then "وإلى" and "والي" are one. `names` are further words that are
    known as they stand. In "للقاهرة" the first ل is the clitic.

    >>> proclitics("والكرملين"), proclitics("والي"), proclitics("وبالقرب"), proclitics("كوريا")
    (1, 0, 2, 0)
    """
    if len(word) < 2 or word[0] not in PROCLITICS:
        return 0
    if _LOW_HAMZA in word[1:3]:  # إ begins a word: "وإلى" is no والي
        at = word.index(_LOW_HAMZA)
        return at if PROCLITICS.issuperset(word[:at]) else 0
    word = bare(word)
    return _proclitics(word) if not names else _among(word, names)


@lru_cache(maxsize=1 << 16)
def known(word: str) -> bool:
    """Whether the folded `word` is one of the dictionary, with or without article or pronoun.

    >>> known("الوزير"), known("كتابها"), known("لافروف")
    (True, True, False)
    """
    words = known_words()
    if word in words or word in _function_words():
        return True
    rest = word[2:] if word.startswith(_ARTICLE) and len(word) > 4 else word
    return rest in words or _with_plural(rest) or (rest is word and _with_pronoun(word))


_INFLECTIONS = ("ه", "ت", "وا", "ون", "ين", "ات", "ان")


def lone(word: str) -> bool:
    """Whether the dictionary has folded `word` in this one form only, as it has foreign names.

    >>> lone("تايلاند"), lone("كتاب")
    (True, False)
    """
    words = known_words()
    rest = word[2:] if word.startswith(_ARTICLE) else word
    if len(rest) <= _SHORTEST or rest not in words or rest[-1] == "ه" or "ي" + rest[1:] in words:
        return False
    return not any(rest + ending in words for ending in _INFLECTIONS)


@cache
def known_words() -> frozenset[str]:
    """The dictionary: folded words without article, one form each."""
    source = resources.files("waqai.knowledge").joinpath("known_words.txt")
    text = source.read_text(encoding="utf-8")
    begin = 0
    while text.startswith("#", begin):
        begin = text.index("\n", begin) + 1
    return frozenset(text[begin:].rstrip("\n").split("\n"))


@cache
def _listed(table: str, key: str) -> frozenset[str]:
    return frozenset(map(bare, load("clitics")[table][key]))


@cache
def _function_words() -> frozenset[str]:
    return _listed("function_words", "alone")


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(map(bare, load("clitics")["pronouns"]["endings"]), key=len, reverse=True))


def _with_pronoun(word: str) -> bool:
    """Whether `word` is a known one with a pronoun behind it: قولها, لقاءه, حكومتهم (حكومة)."""
    words = known_words()
    for ending in _endings():
        stem = word.removesuffix(ending)
        if stem is word or len(stem) < _SHORTEST:
            continue
        if stem in words or (stem[-1] == "ت" and stem[:-1] + "ه" in words):
            return True
        # "بداوها": the verb's و drops its alif; "مستواها": ى becomes ا
        if stem[-1] == "و" and stem + "ا" in words:
            return True
        if stem[-1] == "ا" and stem[:-1] + "ي" in words:
            return True
    return False


def _with_plural(word: str) -> bool:
    """Whether `word` is the regular plural or dual of a known one: جولات, معتقلين."""
    words = known_words()
    if word.endswith("ات") and len(word) > 1 + _SHORTEST:
        return word[:-2] in words or word[:-2] + "ه" in words
    return word.endswith(("ون", "ين", "ان")) and len(word) > 3 + _SHORTEST and word[:-2] in words


def _among(word: str, names: frozenset[str]) -> int:
    if word in names:
        return 0
    for letters in (1, 2):
        if len(word) > letters + 1 and word[letters:] in names and word[letters - 1] in PROCLITICS:
            return letters
    return _proclitics(word)


@cache
def _proclitics(word: str) -> int:
    if word in _listed("whole", "words"):
        return 0
    first, rest = word[0], word[1:]
    if word in _listed("split", "words"):
        return 1 + _behind_conjunction(rest, sure=False) if first in "وف" else 1
    if first in "وف":
        return _conjunction(word, rest)
    return _preposition(word)


def _conjunction(word: str, rest: str) -> int:
    """The clitics of a word that begins with و or ف."""
    if rest in _function_words() or rest in _listed("split", "words"):
        return 1 + _behind_conjunction(rest, sure=False)
    if rest.startswith(_ARTICLE) and len(rest) > 2 + _SHORTEST - 1:
        return 1 if not known(word) or known(rest) else 0
    if _short_and_bound(rest) and word not in known_words():
        return 2
    if len(rest) < _SHORTEST or word in known_words():
        return 0
    inner = _behind_conjunction(rest, sure=True)
    if inner or known(rest):
        return 1 + inner
    if known(word):
        return 0
    # neither is a word: a name. و before one is common, ف is not; "ويلسون" is a name whole
    return int(word[0] == "و" and len(rest) > _SHORTEST and rest[0] not in _VOWELS)


def _behind_conjunction(rest: str, *, sure: bool) -> int:
    """Clitics of what stands behind و or ف."""
    if not rest or rest[0] not in "بلكس":
        return 0
    if sure and known(rest) and rest not in _listed("split", "words"):
        return 0
    return _preposition(rest)


def _short_and_bound(rest: str) -> bool:
    return len(rest) > 1 and rest[0] in "بلك" and rest[1:] in _listed("pronouns", "endings")


def _preposition(word: str) -> int:
    """The clitics of a word that begins with ب ل ك س: 0 or 1."""
    first, rest = word[0], word[1:]
    if word in _listed("whole", "words"):
        return 0
    if first == "س":
        return int(_is_future(word, rest))
    behind = {"ب": "behind_b", "ل": "behind_l", "ك": "behind_k"}.get(first)
    if behind is None:
        return 0
    if rest in _listed("function_words", behind) or word in _listed("split", "words"):
        return 1
    if len(rest) < _SHORTEST:
        return 0
    if first == "ل" and rest[0] == "ل":
        return int(len(rest) > _SHORTEST and (known(rest[1:]) or not known(word)))
    if first != "ل" and rest.startswith(_ARTICLE) and len(rest) > 2 + _SHORTEST - 1:
        return int(known(rest) or not known(word))
    return int(not known(word) and known(rest))


def _is_future(word: str, rest: str) -> bool:
    """Whether س makes a future: it stands before an imperfect, and is no part of the word."""
    return len(rest) > _SHORTEST and rest[0] in _FUTURE and not known(word) and known(rest)
