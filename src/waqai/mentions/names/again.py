"""What is named once is named everywhere in the story: family names alone, places once located."""

from collections import Counter
from collections.abc import Iterator

from waqai.arabic.tokens import Tokens
from waqai.mentions.names.forms import forms
from waqai.mentions.names.found import Found
from waqai.mentions.names.gazetteer import gazetteer
from waqai.mentions.names.index import COMMON, Mark
from waqai.mentions.names.words import Nature, common_given_names, nature
from waqai.model.names import EntityKind, NameForm

_SHORT = (Nature.UNKNOWN, Nature.FAMILY, Nature.LONE, Nature.GIVEN)


def name_again(tokens: Tokens, found: list[Found]) -> list[Found]:
    """`found` with the further mentions, by a short form, of what it names; in order."""
    persons, places = _short_forms(tokens, found)
    persons |= _repeated(tokens) - places
    if not persons and not places:
        return found
    settled = [name for name in found if not _doubtful(tokens, name, persons, places)]
    again = list(_mentions(tokens, settled, persons, places))
    return sorted(settled + again, key=lambda name: name.begin) if again else settled


def _short_forms(tokens: Tokens, found: list[Found]) -> tuple[set[str], set[str]]:
    persons: set[str] = set()
    places: set[str] = set()
    for name in found:
        last = tokens.words[name.end - 1]
        if name.kind is EntityKind.PERSON and name.form is NameForm.NAME:
            if name.senses:
                persons |= _common_forms(name)
                if name.end > name.begin + 1 and _can_stand_alone(last):
                    persons.add(last)
            elif name.end > name.begin + 1:
                first = tokens.words[name.begin][name.clitics :]
                persons |= {w for w in (first, last) if _can_stand_alone(w)}
        elif _is_place_once_told(name, last):
            places.add(last)
    return persons, places - persons


def _repeated(tokens: Tokens) -> set[str]:
    """Words that no dictionary holds and that the story says again and again: somebody's name."""
    often = (word for word, n in Counter(tokens.words).items() if n >= _OFTEN)
    listed = gazetteer().phrases
    return {
        word
        for word in often
        if len(word) >= _LONG
        and "\u0621" <= word[0] <= "\u06ff"
        and not word.endswith(_INFLECTED)
        and nature(word) is Nature.UNKNOWN
        and not listed(word)
    }


_CLITICS = frozenset("وفبلك")
_LONG = 5  # letters
_OFTEN = 3
_INFLECTED = ("ه", "ات", "ين", "ون", "وا", "ها", "هم", "نا", "يا")


def _is_place_once_told(name: Found, word: str) -> bool:
    """Whether a place was told by what stands around it: "في بانمونجوم", "مدينة الباب"."""
    if name.kind is not EntityKind.PLACE or name.end > name.begin + 1:
        return False
    if name.senses:
        return name.sure and all(mark in COMMON for _, mark in name.senses)
    return nature(word) is Nature.UNKNOWN


def _can_stand_alone(word: str) -> bool:
    return nature(word) in _SHORT and word not in common_given_names()


def _common_forms(name: Found) -> set[str]:
    """The short forms of a listed person that are ordinary words too: sure once it is named."""
    table = gazetteer()
    sure = [what for what, mark in name.senses if mark is Mark.PLAIN]
    return {word for what in sure[:1] for word in table.common_forms(what)}


def _doubtful(tokens: Tokens, name: Found, persons: set[str], places: set[str]) -> bool:
    """Whether what was read as an ordinary word, or as a place, is a name of the story."""
    if name.sure or name.end > name.begin + 1:
        return False
    word = tokens.words[name.begin][name.clitics :]
    if word in places:
        return bool(name.senses)
    return word in persons and (name.kind is EntityKind.PLACE or bool(name.senses))


def _mentions(
    tokens: Tokens, found: list[Found], persons: set[str], places: set[str]
) -> Iterator[Found]:
    short = persons | places
    told = {w: form for w in set(tokens.words) if (form := _short_form(w, short)) is not None}
    if not told:
        return
    taken = {i for name in found for i in range(name.begin, name.end)}
    taken |= {i for name in found if name.title for i in range(name.title.begin, name.title.end)}
    for i, word in enumerate(tokens.words):
        if word in told and i not in taken:
            letters, rest = told[word]
            yield _of(i, letters, rest, EntityKind.PERSON if rest in persons else EntityKind.PLACE)


def _short_form(word: str, short: set[str]) -> tuple[int, str] | None:
    """The letters that are clitics, and which of the short forms is left of `word`."""
    if word in short:
        return (0, word) if len(word) > 1 else None
    if word[0] not in _CLITICS or not (word[1:] in short or word[2:] in short or "لل" in word[:4]):
        return None
    return next((form for form in forms(word) if form[0] and form[1] in short), None)


def _of(i: int, letters: int, word: str, kind: EntityKind) -> Found:
    known = gazetteer().known
    senses = tuple(
        (what, mark) for what, mark in gazetteer().alone(word) if known[what].entity.kind is kind
    )
    return Found(i, i + 1, letters, kind, senses=senses)
