"""Whether a table of the knowledge has the shape that `shapes.toml` declares for it.

A fault is a line of text: which entry, what is wrong with it, and what to do where it is not plain.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

TATWEEL = "\u0640"


def misfits(value: object, shape: object, at: str) -> Iterator[str]:
    """The faults of `value` against `shape`; `at` says where it stands ("times.toml: feast 2")."""
    if isinstance(shape, dict):
        yield from _table(value, shape, at)
    elif isinstance(shape, list):
        yield from _rows(value, shape[0], at)
    elif shape not in _LEAVES:
        yield f"{at}: shapes.toml asks for {shape!r}, which is no leaf it knows"
    else:
        yield from _LEAVES[str(shape)](value, at)


def uneven_rows(text: str, at: str) -> Iterator[str]:
    """The faults of a list of tab-separated values: its first line names the columns.

    Lines that begin with # are comments; "|" parts the forms within a cell.
    """
    head, *lines = text.split("\n")
    columns = head.lstrip("#").split("\t")
    for number, line in enumerate(lines, 2):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != len(columns):
            yield f"{at} line {number}: has {len(cells)} cells, not {len(columns)}"
            continue
        for column, cell in zip(columns, cells, strict=True):
            for form in cell.split("|") if cell else ():
                yield from _phrase(form, f"{at} line {number} {column}")


def _table(value: object, shape: dict[str, Any], at: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{at}: is no table"
        return
    if not value:
        yield f"{at}: is empty; fill it or take it away"
    named = {key.removesuffix("?"): wanted for key, wanted in shape.items() if key != "*"}
    for key, inner in value.items():
        wanted = named.get(key, shape.get("*"))
        if wanted is None:
            where = _inside(at, key)
            yield f"{where}: no such key is known; mend its name or declare it in shapes.toml"
        else:
            yield from misfits(inner, wanted, _inside(at, key))
    for key in shape:
        if key != "*" and not key.endswith("?") and key not in value:
            yield f"{_inside(at, key.removesuffix('?'))}: is missing"


def _inside(at: str, key: str) -> str:
    return f"{at} {key}" if at.endswith(":") else f"{at}.{key}"


def _rows(value: object, shape: object, at: str) -> Iterator[str]:
    if not isinstance(value, list) or not value:
        yield f"{at}: is no list of tables"
        return
    for number, row in enumerate(value, 1):
        yield from misfits(row, shape, f"{at} {number}")


def _phrase(value: object, at: str) -> Iterator[str]:
    if not isinstance(value, str) or not value.strip():
        yield f"{at}: is empty or no text: {value!r}"
        return
    if value != " ".join(value.split()):
        yield f"{at}: stray space in {value!r}"
    # "هـ" and "الـ" are written with it; inside a word it is decoration
    if TATWEEL in value.rstrip(TATWEEL) or value.endswith(2 * TATWEEL):
        yield f"{at}: tatweel in {value!r}"
    if any(not letter.isprintable() for letter in value):
        yield f"{at}: a sign that cannot be seen in {value!r}"


def _phrases(value: object, at: str) -> Iterator[str]:
    if not isinstance(value, list) or not value:
        yield f"{at}: is no list of phrases, or an empty one"
        return
    yield from _phrases_or_none(value, at)


def _phrases_or_none(value: object, at: str) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"{at}: is no list of phrases"
        return
    for phrase in value:
        yield from _phrase(phrase, at)


def _words(value: object, at: str) -> Iterator[str]:
    yield from _phrases(value, at)
    for word in value if isinstance(value, list) else ():
        if isinstance(word, str) and len(word.split()) > 1:
            yield f"{at}: {word!r} is compared with one word of a text, and so never matches"


def _text(value: object, at: str) -> Iterator[str]:
    if not isinstance(value, str) or not value.strip():
        yield f"{at}: is empty or no text: {value!r}"


def _texts(value: object, at: str) -> Iterator[str]:
    if not isinstance(value, list) or not value:
        yield f"{at}: is no list of texts, or an empty one"
        return
    for text in value:
        yield from _text(text, at)


def _found(value: object, at: str) -> Iterator[str]:
    if not isinstance(value, list) or not value:
        yield f"{at}: is no list of examples, or an empty one"
        return
    for example in value:
        if not isinstance(example, list) or len(example) != 3:
            yield f"{at}: {example!r} is not [text, extent, value]"
            continue
        text, extent, worth = example
        for part in example:
            yield from _text(part, at)
        if isinstance(extent, str) and extent != extent.strip():
            yield f"{at}: stray space in the extent {extent!r}"
        if isinstance(text, str) and isinstance(extent, str) and extent not in text:
            yield f"{at}: the extent {extent!r} ({worth}) does not occur in {text!r}"


def _any(value: object, at: str) -> Iterator[str]:
    """Phrases or texts, in a list or a table of lists, or a plain value: only its text is held."""
    if isinstance(value, str):
        yield from _text(value, at)
    elif isinstance(value, dict | list):
        if not value:
            yield f"{at}: is empty; fill it or take it away"
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _any(inner, at)


def _month_day(value: object, at: str) -> Iterator[str]:
    whole = isinstance(value, list) and len(value) == 2 and all(type(n) is int for n in value)
    if not whole:
        yield f"{at}: {value!r} is not [month, day]"


def _typed(kind: type) -> Callable[[object, str], Iterator[str]]:
    def fits(value: object, at: str) -> Iterator[str]:
        if type(value) is not kind:
            yield f"{at}: {value!r} is no {kind.__name__}"

    return fits


_LEAVES: dict[str, Callable[[object, str], Iterator[str]]] = {
    "phrase": _phrase,
    "phrases": _phrases,
    "phrases_or_none": _phrases_or_none,
    "words": _words,
    "text": _text,
    "texts": _texts,
    "found": _found,
    "any": _any,
    "month_day": _month_day,
    "int": _typed(int),
    "bool": _typed(bool),
    "date": _typed(date),
}
