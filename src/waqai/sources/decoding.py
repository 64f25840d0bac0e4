"""Bytes → text by evidence: what the bytes themselves say outweighs what was declared.

Text that is valid UTF-8 and free of control characters is UTF-8. Anything else is read under each
encoding that Arabic pages use, and the reading that looks most like Arabic news wins: each
character costs what its rarity there says (`knowledge/sources.toml`), so a byte order mark or a
declaration tips the balance only where the letters leave it even. UTF-8 read as windows-1256
turns half of all letters into ط and ظ, which is dear, and so never wins.
"""

import codecs
import math
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache

from waqai.arabic.letters import arabic_share
from waqai.knowledge import load

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: it begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CODECS = {
    "utf-8": "utf-8",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    "utf-32-le": "utf-32-le",
    "utf-32-be": "utf-32-be",
    "windows-1256": "cp1256",
    "iso-8859-6": "iso8859-6",
    "windows-1252": "cp1252",
}
_NAMES = {codec: name for name, codec in _CODECS.items()} | {"iso8859-1": "windows-1252"}

# Costs are in nats, the negative logarithm of how likely something is.
_PRIOR = {"iso-8859-6": 3.0, "windows-1252": 3.0}  # rarer on the Arabic web than the others
_DECLARED = 3.0
_MARKED = 40.0  # a byte order mark hardly ever stands there by chance
_ASCII, _LATIN, _PRINTABLE, _IMPLAUSIBLE = 3.9, 9.9, 13.8, 20.7
_MIXED_WORD = 12.0
# Arabic news costs about 3.2 a letter, mojibake of it over 6, Chinese out of nowhere 13.8.
_ARABIC_MEAN, _PLAUSIBLE_MEAN = 5.2, 8.0

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_CONTROL_BYTE = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_MIXED = re.compile("[A-Za-z][\u0621-\u0652]|[\u0621-\u0652][A-Za-z]")
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]{3,20})""", re.I
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding it was read under; a byte order mark is no part of the text."""

    text: str
    encoding: str


def decode(data: bytes, declared: str | None = None) -> Decoded | None:
    """`data` as text, or None when no reading of it looks like writing.

    `declared` is the name the page gives its encoding, if it gives one. Bytes that the winning
    encoding does not know become U+FFFD, one each or one for each broken sequence.
    """
    marked = next(((bom, name) for bom, name in _BOMS if data.startswith(bom)), None)
    body = data[len(marked[0]) :] if marked else data
    if marked is None or marked[1] == "utf-8":
        try:
            text = body.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            if not _CONTROL.search(text):
                return Decoded(text, "utf-8")
    names = ["utf-8", "windows-1256", "iso-8859-6", "windows-1252"]
    if marked or _CONTROL_BYTE.search(body):
        names += ["utf-16-le", "utf-16-be"]
    if marked and marked[1] not in names:
        names.append(marked[1])
    bonus = {_known(declared): _DECLARED} if declared else {}
    if marked:
        bonus[marked[1]] = _MARKED
    readings = [Decoded(body.decode(_CODECS[name], "replace"), name) for name in names]
    best = min(readings, key=lambda r: _cost(r) - bonus.get(r.encoding, 0.0))
    return best if _plausible(best, marked=marked is not None) else None


def declared_encoding(data: bytes) -> str | None:
    """The encoding that an HTML page's own head names, as it names it."""
    head = data[:8192].replace(b"\x00", b"")  # UTF-16 with its ASCII laid bare
    match = _CHARSET.search(head)
    return match[1].decode("ascii", "replace") if match else None


def _known(declared: str) -> str | None:
    try:
        return _NAMES.get(codecs.lookup(declared).name)
    except (LookupError, ValueError):  # a name nobody knows, or no name at all
        return None


def _cost(reading: Decoded) -> float:
    """How unlikely it is that Arabic news reads like this, in nats."""
    total = sum(_cost_of(char) * n for char, n in Counter(reading.text).items())
    if not reading.encoding.startswith("utf"):
        total += _MIXED_WORD * len(_MIXED.findall(reading.text))
    return total + _PRIOR.get(reading.encoding, 0.0)


@cache
def _costs() -> dict[str, float]:
    letters: dict[str, int] = load("sources")["letters"]
    return {c: -math.log(count / 1e5) for group, count in letters.items() for c in group}


@cache
def _cost_of(char: str) -> float:
    if (known := _costs().get(char)) is not None:
        return known
    if _implausible(char):
        return _IMPLAUSIBLE
    if char < "\x7f":
        return _ASCII
    return _LATIN if char < "\u0180" else _PRINTABLE


def _implausible(char: str) -> bool:
    if char in "\t\n\v\f\r":
        return False
    return char == "\ufffd" or unicodedata.category(char) in ("Cc", "Cn", "Co", "Cs")


def _plausible(reading: Decoded, *, marked: bool) -> bool:
    """Whether the best reading is writing at all: few signs that nobody writes, and letters.

    A single-byte encoding gives any bytes some reading, and UTF-16 nearly any, so these have to
    look like Arabic, or like Latin text with a few accents.
    """
    counts = Counter(reading.text)
    odd = sum(n for char, n in counts.items() if _implausible(char))
    if odd > 1 + 0.05 * len(reading.text):
        return False
    if reading.encoding == "utf-8" or marked:
        return True
    if reading.encoding.startswith("utf"):
        return _cost(reading) < _PLAUSIBLE_MEAN * len(reading.text)
    foreign = "".join(char * n for char, n in counts.items() if char > "\x7f")
    if len(foreign) < 0.15 * len(reading.text):
        return True
    mean = sum(map(_cost_of, foreign)) / len(foreign)
    return arabic_share(foreign) > 0.8 and mean < _ARABIC_MEAN
