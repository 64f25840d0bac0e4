"""Names of persons that nobody listed: how far they go, and what opens them."""

from waqai.arabic.clitics import known_words
from waqai.arabic.tokens import Tokens
from waqai.mentions.names.words import Nature, common_given_names, given_names, nature, vocabulary

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
        elif (step is Nature.CONNECTOR or word == _FAMILY_OF) and _goes_on(tokens, end + 1):
            end, dangling = end + 1, True
        elif step in (Nature.GIVEN, Nature.FAMILY, Nature.UNKNOWN) or (
            step in (Nature.LONE, Nature.KNOWN) and size == 1 and _second(first, kind, word)
        ):
            end, size = end + 1, size + 1
        elif end + 1 < len(tokens.words) and _compound(word, tokens.words[end + 1]):
            end, size = end + 2, size + 1
        else:
            break
    while end > i + 1 and _is_joint(tokens.words[end - 1]):
        end -= 1
    if end == i + 1 and (
        (kind is Nature.CONNECTOR and first not in given_names())
        or (not opened and first in common_given_names())
    ):
        return None
    return end


def _second(first: str, kind: Nature, word: str) -> bool:
    """Whether a word of the dictionary can be the second of a name: "مايكل كوهين".

    Verbs stand before their subject, so what follows a first name is seldom a verb; a headline's
    begins with ي or ت.
    """
    if kind is not Nature.GIVEN or first in common_given_names() or len(word) < 3:
        return False
    return word[0] not in _PREFIXES and not word.endswith(_ENDINGS) and word in known_words()


def _begins(tokens: Tokens, i: int, first: str, kind: Nature, *, opened: bool) -> bool:
    """Whether a person's name can begin at token `i` with the word `first`."""
    behind = tokens.words[i + 1] if i + 1 < len(tokens.words) else ""
    if kind is Nature.GIVEN or _compound(first, behind):
        return True
    if kind is Nature.CONNECTOR:
        return opened or first in vocabulary("inside", "first")
    if kind is Nature.FAMILY:
        return opened and _begins_with_article(first)
    return kind is Nature.UNKNOWN and opened


def _compound(first: str, second: str) -> bool:
    """ "صلاح الدين", "عبد الرحمن", "نصر الله"."""
    if first == _SERVANT:
        return second in vocabulary("inside", "servant_of")
    halves = vocabulary("inside", "second_halves")
    return second in halves and first in vocabulary("inside", "first_halves")


def _joined(tokens: Tokens, i: int, step: Nature) -> bool:
    return step is not Nature.END or tokens.words[i - 1] in _HYPHENS


def _hyphen(tokens: Tokens, i: int) -> bool:
    if tokens.words[i] not in _HYPHENS or i + 1 >= len(tokens.words):
        return False
    joined = tokens.glued(i) and tokens.glued(i + 1)
    return joined and "\u0621" <= tokens.words[i + 1][0] <= "\u06ff"


def _begins_with_article(word: str) -> bool:
    """Whether a family name may stand alone behind a title: "الجنرال السيسي"."""
    if not word.startswith("ال"):
        return True
    return word[2:] in given_names() or nature(word[2:]) is Nature.UNKNOWN


def _goes_on(tokens: Tokens, i: int) -> bool:
    if i >= len(tokens.words):
        return False
    word = tokens.words[i]
    return (
        nature(word) is not Nature.END
        or word == "ال"
        or word in vocabulary("inside", "second_halves")
    )


def _is_joint(word: str) -> bool:
    return (
        word in _HYPHENS
        or (word in vocabulary("inside", "connectors") and word not in given_names())
        or word == "ال"
    )
