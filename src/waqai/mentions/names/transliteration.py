"""English names letter by letter, for those that the knowledge does not give."""

from functools import cache

from waqai.arabic.letters import bare
from waqai.knowledge import load
from waqai.mentions.names.words import given_names


def transliterate(name: str) -> str:
    """An English form of the Arabic `name`, word by word.

    >>> transliterate("أحمد الجبوري")
    'Ahmed al-Jaburi'
    """
    return " ".join(filter(None, map(_word, name.split())))


def _word(written: str) -> str:
    word = bare(written)
    given = given_names().get(word)
    if given:
        return given
    whole = _letters("words").get(word)
    if whole:
        return whole
    if written.startswith("ال") and len(word) > 3:  # "ألكسندرا" has no article
        return "al-" + _spell(word[2:]).capitalize()
    return _spell(word).capitalize()


@cache
def _letters(table: str) -> dict[str, str]:
    return {bare(letter): sound for letter, sound in load("names")["english"][table].items()}


def _spell(word: str) -> str:
    """Long vowels as they stand; between the first two consonants an a."""
    sounds = _letters("letters")
    spelled = ""
    for at, letter in enumerate(word):
        sound = sounds.get(letter, letter)
        vowel_near = at > 0 and (spelled[-1:] in "aeiou" or letter in "اوي")
        if at == 0 and letter == "و":
            sound = "w"
        elif at == 0 and letter == "ي":
            sound = "y"
        elif at == 1 and not vowel_near and len(word) > 2:
            sound = "a" + sound
        if letter == "ه" and at == len(word) - 1:
            sound = "a" if spelled[-1:] not in "a" else "h"
        spelled += sound
    return spelled.replace("'", "")
