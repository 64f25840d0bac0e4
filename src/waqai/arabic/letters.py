"""Folding of Arabic letters: many spellings, one form; offsets unmoved.

`fold` replaces one code point by one code point, so a position in the folded text is the same
position in the page. `bare` also takes away the marks (vowel signs, tatweel, invisible format
characters), and so is for comparing words, never for counting.
"""

import re
from unicodedata import normalize

_SAME = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا",
    "ى": "ي", "ی": "ي", "ئ": "ي", "ې": "ي",
    "ؤ": "و", "ة": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه",
    "ک": "ك", "ڪ": "ك",
}  # fmt: skip
_DIGITS = {chr(base + n): str(n) for base in (0x0660, 0x06F0) for n in range(10)}
# a crawler may leave letters in the shapes that they take in print: "ﻫ" for "ه"
_SHAPES = {
    chr(c): _SAME.get(letter, letter)
    for c in range(0xFE80, 0xFEF5)
    if len(letter := normalize("NFKC", chr(c))) == 1
}
_LATIN = {chr(c): chr(c + 32) for c in range(ord("A"), ord("Z") + 1)}
_FOLD = str.maketrans(
    {**_SAME, **_SHAPES, **_DIGITS, **_LATIN, "\u00a0": " ", "\u202f": " ", "\u2009": " "}
)

#: Vowel signs, Quranic marks, tatweel, zero-width and direction marks: written, not spelled.
MARKS = (
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad"
)
_MARKS = re.compile(f"[{MARKS}]")

#: The letters of Arabic script that spell words.
LETTERS = (
    "\u0620-\u063f\u0641-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06ee-\u06ef\u06fa-\u06ff"
    "\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc"
)
_ARABIC = re.compile(f"[{LETTERS}]")


def fold(text: str) -> str:
    """`text` with one form for each letter and ASCII digits; its length and offsets unchanged.

    >>> fold("الأربعاء ٤ كانون الأوّل")
    'الاربعاء 4 كانون الاوّل'
    """
    return text.translate(_FOLD)


def bare(text: str) -> str:
    """`fold(text)` without marks: the form in which words are compared. Offsets are lost.

    >>> bare("مســـاءً")
    'مساء'
    """
    return _MARKS.sub("", text.translate(_FOLD))


def strip_marks(folded: str) -> str:
    """`folded` without its marks."""
    return _MARKS.sub("", folded)


def arabic_share(text: str) -> float:
    """The share of Arabic letters among the letters of `text`, 0.0 to 1.0."""
    letters = sum(map(str.isalpha, text))
    return len(_ARABIC.findall(text)) / letters if letters else 0.0
