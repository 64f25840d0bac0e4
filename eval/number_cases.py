"""Scores waqai's numbers on the number cases: written in digits and words, and ordinals.

A number found is right when it touches the expected one and has its value. Negative numbers,
powers and the exponents of programmers are no part of the language of news and are left out, as
are ordinals that count from an end ("the last but one").
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path

from eval.report import Table, percent

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ExpectedNumber:
    """A number that a case expects in its text; `kind` integer, decimal or ordinal."""

    text: str
    start: int
    end: int
    value: Fraction
    kind: str


def tables(folder: Path) -> list[Table]:
    """Cardinals and ordinals right in value and in extent; no table where there are no files."""
    rows = []
    for stem, find in (("NumberModel", _cardinals), ("OrdinalModel", _ordinals)):
        path = folder / f"Specs_Number_Arabic_{stem}.json"
        if path.is_file():
            rows += _rows(list(_read(path)), find)
    head = ["kind", "scored", "extent", "value", "value %"]
    return [Table("Number cases", head, rows)] if rows else []


def _rows(
    cases: list[ExpectedNumber], find: Callable[[str], list[tuple[Span, Fraction]]]
) -> list[list[str]]:
    total: Counter[str] = Counter()
    extent: Counter[str] = Counter()
    value: Counter[str] = Counter()
    for case in cases:
        near = [(s, v) for s, v in find(case.text) if s[0] < case.end and case.start < s[1]]
        total[case.kind] += 1
        extent[case.kind] += any(span == (case.start, case.end) for span, _ in near)
        value[case.kind] += any(_same(case.value, v) for _, v in near)
    return [
        [kind, str(n), str(extent[kind]), str(value[kind]), percent(value[kind], n)]
        for kind, n in total.most_common()
    ]


def _read(path: Path) -> Iterator[ExpectedNumber]:
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        for result in case["Results"]:
            value = _value(result["Resolution"].get("value", ""))
            start, end, text = result["Start"], result["End"] + 1, case["Input"]
            if value is None or start < 0 or text[start:end] != result["Text"]:
                continue
            if "^" in result["Text"] or "e" in result["Text"].lower() or value < 0:
                continue
            kind = "ordinal" if result["TypeName"] == "ordinal" else _kind(value)
            yield ExpectedNumber(text, start, end, value, kind)


def _value(written: str) -> Fraction | None:
    try:
        return Fraction(Decimal(written))
    except (InvalidOperation, ValueError):
        return None


def _kind(value: Fraction) -> str:
    return "whole number" if value.denominator == 1 else "decimal or fraction"


def _same(expected: Fraction, found: Fraction) -> bool:
    """Equal to the fifteen digits that the cases give."""
    return abs(expected - found) <= abs(expected) / 10**12


def _cardinals(text: str) -> list[tuple[Span, Fraction]]:
    from waqai.arabic.numbers import parse_number
    from waqai.arabic.tokens import tokenize

    tokens, found, i = tokenize(text), [], 0
    while i < len(tokens):
        number = parse_number(tokens, i)
        if number is None:
            i += 1
            continue
        span = tokens.starts[i] + number.clitics, tokens.ends[number.end - 1]
        found.append((span, number.value))
        i = number.end
    return found


def _ordinals(text: str) -> list[tuple[Span, Fraction]]:
    from waqai.arabic.numbers import parse_ordinal
    from waqai.arabic.tokens import tokenize

    tokens = tokenize(text)
    numbers = ((i, parse_ordinal(tokens, i)) for i in range(len(tokens)))
    return [
        ((tokens.starts[i] + n.clitics, tokens.ends[n.end - 1]), n.value) for i, n in numbers if n
    ]
