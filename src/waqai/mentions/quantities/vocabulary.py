"""The words of quantities, looked up by token."""

from fractions import Fraction
from functools import cache

from waqai.arabic.letters import bare
from waqai.arabic.lexicon import Lexicon
from waqai.arabic.numbers import NUMBER_WORDS
from waqai.knowledge import load


@cache
def bounds() -> Lexicon[str]:
    """What stands before a number: "at_least", "at_most", "about" or "between"."""
    table = load("names")["quantities"]
    lexicon: Lexicon[str] = Lexicon()
    for key in ("at_least", "at_most", "about", "between"):
        lexicon.update(table[key], key)
    return lexicon


@cache
def joined_bounds() -> frozenset[str]:
    """Bounds with a preposition written before them: بنحو, لحوالي."""
    words = {bare(word) for word in load("names")["quantities"]["about"]}
    return frozenset(word for word in words if word[0] in "بل" and word[1:] in words)


@cache
def listed(key: str) -> frozenset[str]:
    """A list of folded words of counting.toml."""
    return frozenset(map(bare, load("counting")[key]))


@cache
def more_behind() -> Lexicon[bool]:
    """ "على الأقل": at least, said behind the number."""
    lexicon: Lexicon[bool] = Lexicon()
    lexicon.update(load("names")["quantities"]["more_behind"], True)
    return lexicon


@cache
def plurals() -> Lexicon[Fraction]:
    """ "عشرات", "آلاف": the number of which they are a multiple."""
    lexicon: Lexicon[Fraction] = Lexicon()
    for value, words in load("names")["quantities"]["plurals"].items():
        lexicon.update(words, Fraction(value))
    return lexicon


@cache
def units() -> Lexicon[str]:
    """Currencies (ISO 4217 where the country is known), measures and percent."""
    table = load("names")["quantities"]
    lexicon: Lexicon[str] = Lexicon()
    lexicon.update(table["percent"], "percent", clitics=False)
    for key in ("currencies", "measures"):
        for unit, words in table[key].items():
            lexicon.update(words, unit, clitics=False)
    return lexicon


@cache
def duals() -> frozenset[str]:
    """The duals of what is counted: شخصان, شخصين, طفلتان."""
    table = load("names")["quantities"]
    sound = frozenset(map(bare, table["sound"]))
    found = set()
    for noun in map(bare, table["counted"]):
        base = noun[:-1] + "ت" if noun.endswith("ه") else noun
        found |= {base + "ان"} if noun in sound else {base + "ان", base + "ين"}
    return frozenset(found)


@cache
def counted() -> frozenset[str]:
    """The nouns of which one is told without a number."""
    return frozenset(map(bare, load("names")["quantities"]["counted"]))


@cache
def one_after() -> frozenset[str]:
    """Words behind which a counted noun alone is one."""
    return frozenset(map(bare, load("names")["quantities"]["one_after"]))


@cache
def triggers() -> frozenset[str]:
    """Every folded word with which a quantity can begin, digits apart."""
    return frozenset(
        {
            *NUMBER_WORDS,
            *bounds().words(),
            *plurals().words(),
            *duals(),
            *_behind_clitics(),
            "$",
            "€",
        }
    )


def _behind_clitics() -> frozenset[str]:
    return frozenset(letter + word for word in duals() for letter in "وبل") | counted()
