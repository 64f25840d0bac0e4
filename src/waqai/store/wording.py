"""The form in which words are looked up: hamza, taa marbuta, clitics and case do not matter."""

import re
from collections.abc import Collection, Iterable
from unicodedata import combining, normalize

from waqai.arabic.clitics import PROCLITICS, known_words, proclitics
from waqai.arabic.letters import bare
from waqai.arabic.tokens import tokenize
from waqai.chronicle.terms import stem
from waqai.model.page import Span

_ARTICLE = "ال"
_LATIN = re.compile(r"[^\W\d_]+|\d+")
_QUOTED = re.compile(r'"([^"]*)"|«([^«»]*)»|“([^“”]*)”')
_MARKS = '"«»“”'
_SHORTEST = 2  # letters of a word that a clitic or an article may leave


def name_form(name: str) -> str:
    """A name as it is looked up: its words folded, without articles.

    >>> name_form("الأمم المتّحدة"), name_form("Recep Tayyip Erdoğan")
    ('امم متحده', 'recep tayyip erdogan')
    """
    return " ".join(_plain(word) for word in _words(name))


def passage_form(sentence: str, names: Collection[int] = ()) -> str:
    """The words of a sentence as they are looked up: stems, one space between.

    Where a name begins inside a word ("لدراغانوف"; `names` are offsets into
    `sentence`) it is cut there.
    """
    found, tokens = [], tokenize(sentence)
    for i, word in enumerate(tokens.words):
        if not _LATIN.match(word):
            continue
        cut = next((n for n in range(1, 4) if tokens.starts[i] + n in names), 0)
        found.append(_without_article(word[cut:]) if 0 < cut < len(word) else _stem(word))
    return " ".join(found)


def cut_forms(sentence: str) -> list[str]:
    """What may stand behind a clitic in words that no dictionary holds ("لدراغانوف"), each once."""
    words = dict.fromkeys(tokenize(sentence).words)
    return [_without_article(word[1:]) for word in words if _may_be_cut(word)]


def match(words: str) -> str | None:
    """The FTS5 query for what a person types: every word, in any order; "a phrase" in quotes.

    Nothing of it is an operator. None when there is no word in it.
    """
    phrases = [next(filter(None, m.groups()), "") for m in _QUOTED.finditer(words)]
    single = _words(_QUOTED.sub(" ", words))
    terms = [f'"{" ".join(map(_stem, _words(phrase)))}"' for phrase in phrases if _words(phrase)]
    terms += [_any(_alternatives(word)) for word in single]
    return " AND ".join(terms) or None


def hits(sentence: str, words: str) -> list[Span]:
    """Where in `sentence` stand words that `words` ask for, in order."""
    phrases = _words(_QUOTED.sub(lambda found: f" {found[0].strip(_MARKS)} ", words))
    asked = {form for word in phrases for form in _alternatives(word)}
    tokens = tokenize(sentence)
    return [
        Span(start, end)
        for word, start, end in zip(tokens.words, tokens.starts, tokens.ends, strict=True)
        if _LATIN.match(word) and not asked.isdisjoint(_alternatives(word))
    ]


def _any(forms: Iterable[str]) -> str:
    quoted = " OR ".join(f'"{form}"' for form in forms)
    return f"({quoted})"


def _alternatives(word: str) -> list[str]:
    """The forms that a word may have in the index; a clitic on an unknown word may be one."""
    forms = [_stem(word), _plain(word)]
    if _may_be_cut(word):
        forms.append(_without_article(word[1:]))
    return list(dict.fromkeys(forms))


def _may_be_cut(word: str) -> bool:
    whole = word in known_words() or proclitics(word)
    return word[0] in PROCLITICS and not whole and len(word) > 1 + _SHORTEST


def _words(text: str) -> list[str]:
    """The words and numbers of `text`, folded; Latin letters without their marks."""
    latin = "".join(c for c in normalize("NFKD", text) if not combining(c) or ord(c) > 0x36F)
    return [word for word in tokenize(latin).words if _LATIN.match(word)]


def _stem(word: str) -> str:
    return stem(word) if proclitics(word) else _without_article(word)


def _plain(word: str) -> str:
    return _without_article(bare(word))


def _without_article(word: str) -> str:
    if word.startswith(_ARTICLE) and len(word) >= len(_ARTICLE) + _SHORTEST:
        return word[len(_ARTICLE) :]
    return word
