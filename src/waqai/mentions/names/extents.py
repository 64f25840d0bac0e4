"""Names of persons that nobody listed: what begins them, and how far they go."""

from waqai.arabic.clitics import known_words, proclitics
from waqai.arabic.tokens import Tokens
from waqai.mentions.names.words import (
    Nature,
    common_given_names,
    given_names,
    is_verb,
    nature,
    vocabulary,
)

_LONGEST = 6  # tokens of a name, connectors apart
_PREFIXES = frozenset("يتن")
_ENDINGS = ("ا", "ه", "ات", "وا", "ها", "هم")
_FAMILY_OF = "ال"  # آل, folded
_SERVANT = "عبد"
_HYPHENS = {"-", "–", "ـ"}


def grow(tokens: Tokens, i: int, first: str, *, opened: bool) -> int | None:
    """The token behind the person's name that begins at `i`, or None when none does.

    `first` is the word at `i` without its clitics. `opened` says that a title or the like stands
    before it: then an unknown word, or one with the article, may begin a name.
    """
    kind = nature(first)
    if not _begins(tokens, i, first, kind, opened=opened):
        return None
    end, size, dangling = i + 1, 1, kind is Nature.CONNECTOR
    while end < len(tokens.words) and size < _LONGEST:
        word = tokens.words[end]
        step = nature(word)
        if _hyphen(tokens, end):
            end, dangling = end + 1, True
        elif _compound(tokens.words[end - 1], word) or (dangling and _joined(tokens, end, step)):
            end, size, dangling = end + 1, size + 1, step is Nature.CONNECTOR
        elif _connects(tokens, end, step):
            end, dangling = end + 1, True
        elif _goes_on_with(tokens, end, step, size) or (
            step in (Nature.LONE, Nature.KNOWN)
            and (
                _second(tokens, end, i, first, opened=opened)
                or (opened and _surname(tokens, end, i))
            )
        ):
            end, size = end + 1, size + 1
        elif end + 1 < len(tokens.words) and _compound(word, tokens.words[end + 1]):
            end, size = end + 2, size + 1
        else:
            end = _numbered(tokens, end, size, opened=opened)
            break
    while end > i + 1 and _is_joint(tokens.words[end - 1]):
        end -= 1
    if end == i + 1 and (
        (kind is Nature.CONNECTOR and first not in given_names())
        or (not opened and first in common_given_names())
    ):
        return None
    return end


def acts(tokens: Tokens, i: int) -> bool:
    """Whether a verb whose subject is somebody stands before token `i`: "وقال …"."""
    verb = tokens.words[i - 1] if i else ""
    verbs = vocabulary("persons", "verbs")
    return verb in verbs or (verb[:1] in _CONJUNCTIONS and verb[1:] in verbs)


_CONJUNCTIONS = frozenset("وف")


def _begins(tokens: Tokens, i: int, first: str, kind: Nature, *, opened: bool) -> bool:
    """Whether a person's name can begin at token `i` with the word `first`."""
    behind = tokens.words[i + 1] if i + 1 < len(tokens.words) else ""
    if kind is Nature.GIVEN or _compound(first, behind):
        return True
    if kind is Nature.CONNECTOR:
        return opened or first in vocabulary("inside", "first")
    if kind in (Nature.KNOWN, Nature.LONE) and behind in vocabulary("inside", "sons"):
        return opened
    if kind is Nature.FAMILY:
        return opened and _begins_with_article(first)
    return kind is Nature.UNKNOWN and opened


def _begins_with_article(word: str) -> bool:
    """Whether a family name may stand alone behind a title: "الجنرال السيسي"."""
    if not word.startswith("ال"):
        return True
    return word[2:] in given_names() or nature(word[2:]) is Nature.UNKNOWN


def _goes_on_with(tokens: Tokens, i: int, step: Nature, size: int) -> bool:
    """Whether the word at `i` is one more name."""
    if step not in (Nature.GIVEN, Nature.FAMILY, Nature.UNKNOWN):
        return False
    word, behind = tokens.words[i], tokens.words[i + 1] if i + 1 < len(tokens.words) else ""
    if behind in vocabulary("inside", "office") and word.endswith(_OFFICER):
        return False  # "كوفي عنان الأمين العام"
    trade = word in vocabulary("persons", "roles") or word in vocabulary("inside", "never_second")
    if trade and behind.startswith("ال"):
        return False  # "صاحب المركز"
    # "محمد الشيخ" is a name, "غسان بن جدو الصحفي" a name and a trade
    return size == 1 or word not in vocabulary("persons", "titles")


_OFFICER = "امين"


def _connects(tokens: Tokens, i: int, step: Nature) -> bool:
    """Whether the word at `i` is a connector with a name behind it: بن, آل, ولد."""
    word = tokens.words[i]
    if step is Nature.CONNECTOR or word == _FAMILY_OF:
        return _goes_on(tokens, i + 1)
    if word not in vocabulary("inside", "son_of") or i + 1 >= len(tokens.words):
        return False
    names = (Nature.GIVEN, Nature.CONNECTOR, Nature.FAMILY, Nature.UNKNOWN)
    return nature(tokens.words[i + 1]) in names


def _second(tokens: Tokens, i: int, begin: int, first: str, *, opened: bool) -> bool:
    """Whether the word of the dictionary at `i` can be the second of a name: "مايكل كوهين".

    Verbs stand before their subject, so what follows a first name is seldom a verb; a headline's
    begins with ي or ت.
    """
    word = tokens.words[i]
    alone = i == begin + 1 and nature(first) is Nature.GIVEN
    if not alone and not (opened and i == begin + 2 and _compound(first, tokens.words[i - 1])):
        return False
    if len(word) < 3 or (first in common_given_names() and not opened):
        return False
    if word[0] in _PREFIXES or word.endswith(_ENDINGS) or word not in known_words():
        return False
    if proclitics(word) or word in vocabulary("inside", "never_second"):
        return False
    if word in vocabulary("persons", "roles") or word in vocabulary("persons", "kin"):
        return False
    return not is_verb(word) or _ends(tokens, i + 1)


def _surname(tokens: Tokens, i: int, begin: int) -> bool:
    """Whether a word that has an article, or looks like a family's, ends a name behind a title."""
    word, before = tokens.words[i], tokens.words[i - 1]
    compound = i > begin + 1 and _compound(tokens.words[i - 2], before)
    if i > begin + _LONG or not (compound or nature(before) is Nature.GIVEN):
        return False
    if before in vocabulary("inside", "never_second") or word in vocabulary("inside", "regnal"):
        return False
    if i > begin + 1 and not compound and not _ends(tokens, i + 1):
        return False
    if not word.startswith("ال"):
        family = word[-1] == "ي" and len(word) > _SHORTEST
        return family and word[0] not in _PREFIXES and not is_verb(word)
    if word in vocabulary("persons", "titles") or word in vocabulary("persons", "after_role"):
        return False
    return word not in vocabulary("organisations", "adjectives_of_bodies")


_LONG = 3  # words of a name before its last
_SHORTEST = 4  # letters of a family's name


def _ends(tokens: Tokens, i: int) -> bool:
    """Whether a phrase ends before token `i`, so that the word there has no object."""
    if i >= len(tokens.words) or not tokens.words[i][0].isalnum():
        return True
    word = tokens.words[i]
    return word in vocabulary("inside", "stops") or word in vocabulary("persons", "titles")


def _numbered(tokens: Tokens, i: int, size: int, *, opened: bool) -> int:
    """The token behind the number of a king or pope at `i`: "الحسن الثاني", "لويس السادس عشر"."""
    if i >= len(tokens.words) or tokens.words[i] not in vocabulary("inside", "regnal"):
        return i
    if not opened and tokens.words[i] in vocabulary("inside", "first_of_name"):
        return i
    compound = size == _COMPOUND and _compound(tokens.words[i - 2], tokens.words[i - 1])
    kind = nature(tokens.words[i - 1])
    given = kind is Nature.GIVEN or (opened and kind is Nature.UNKNOWN)
    if not compound and (size > 1 or not given):
        return i
    teens = i + 1 < len(tokens.words) and tokens.words[i + 1] in vocabulary("inside", "teens")
    return i + 1 + teens


_COMPOUND = 2  # words of "عبد الله"


def _compound(first: str, second: str) -> bool:
    """ "صلاح الدين", "عبد الرحمن", "نصر الله"."""
    if first == _SERVANT:
        return second in vocabulary("inside", "servant_of")
    halves = vocabulary("inside", "second_halves")
    return second in halves and first in vocabulary("inside", "first_halves")


def _joined(tokens: Tokens, i: int, step: Nature) -> bool:
    if step is not Nature.END or tokens.words[i - 1] in _HYPHENS:
        return True
    # "أبي طالب": behind a father's name any word may be a name
    father = tokens.words[i - 1] in vocabulary("inside", "father_of")
    return father and tokens.words[i] in known_words() and len(tokens.words[i]) > 3


def _hyphen(tokens: Tokens, i: int) -> bool:
    if tokens.words[i] not in _HYPHENS or i + 1 >= len(tokens.words):
        return False
    joined = tokens.glued(i) and tokens.glued(i + 1)
    return joined and "\u0621" <= tokens.words[i + 1][0] <= "\u06ff"


def _goes_on(tokens: Tokens, i: int) -> bool:
    if i >= len(tokens.words):
        return False
    word = tokens.words[i]
    return (
        nature(word) is not Nature.END
        or word == "ال"
        or word in vocabulary("inside", "second_halves")
        or _joined(tokens, i, Nature.END)
    )


def _is_joint(word: str) -> bool:
    return (
        word in _HYPHENS
        or (word in vocabulary("inside", "connectors") and word not in given_names())
        or word == "ال"
    )
