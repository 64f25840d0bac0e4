"""Places whose names are ordinary words too: where the story speaks of them."""

from waqai.arabic.tokens import Tokens
from waqai.mentions.names.bodies import PLACES
from waqai.mentions.names.found import Found
from waqai.mentions.names.gazetteer import gazetteer
from waqai.mentions.names.words import vocabulary
from waqai.model.names import EntityKind

_GREAT = 8  # the weight from which a place is named wherever its country is
_FAIR = 5  # that from which one is named behind "في" where its country is


def countries_of(found: list[Found]) -> set[str]:
    """The countries that a story surely speaks of: by name, by demonym, by somebody's title."""
    known = gazetteer().known
    codes: set[str | None] = set()
    for name in found:
        codes.add(name.country)
        if name.title is not None:
            codes.add(name.title.country)
        if name.sure and name.kind in PLACES:
            codes.update(
                known[what].entity.country
                for what, _ in name.senses
                if known[what].weight >= _GREAT
            )
    return {code for code in codes if code is not None}


def locate(tokens: Tokens, found: list[Found], countries: set[str]) -> None:
    """Makes those places sure that a story of these countries speaks of: "الهجوم في دوما"."""
    for name in found:
        if not name.sure and name.kind is EntityKind.PLACE and name.senses:
            name.sure = spoken_of(tokens, name, countries) is not None


def spoken_of(tokens: Tokens, name: Found, countries: set[str]) -> int | None:
    """The place that a name means which is also a word, None where it is the word.

    "المغرب" in a story that speaks of Morocco, "في الباب" in one that speaks of Syria.
    """
    known = gazetteer().known
    located = name.begin > 0 and tokens.words[name.begin - 1] in vocabulary("places", "before")
    for what, _ in name.senses:
        entity, weight = known[what].entity, known[what].weight
        here = entity.country in countries
        if weight >= _GREAT and (located or here):
            return what
        fair = weight >= _FAIR and entity.kind in PLACES
        if fair and located and here and not name.clitics:
            return what
    return None
