"""Sentences from Casablanca to Muscat: every time in them, with its extent, type and value."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from waqai.mentions.times import find_times
from waqai.model.page import Span
from waqai.model.publication import Publication
from waqai.resolve.timex import solve

_TABLE: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("sentences.toml").read_text(encoding="utf-8")
)
_PUBLISHED = Publication(_TABLE["published"], _TABLE["published"])
_FAULTS: dict[str, str] = _TABLE.get("faults", {})
_ROWS = [
    (f"{group}-{number}", *row)
    for group, rows in _TABLE.items()
    if isinstance(rows, list)
    for number, row in enumerate(rows, 1)
]


def _cases() -> list[Any]:
    return [
        pytest.param(
            text,
            [tuple(rest[k : k + 3]) for k in range(0, len(rest), 3)],
            id=name,
            marks=[pytest.mark.xfail(strict=True, reason=_FAULTS[text])] if text in _FAULTS else [],
        )
        for name, text, *rest in _ROWS
    ]


@pytest.mark.parametrize(("text", "expected"), _cases())
def test_a_sentence_bears_these_times(text: str, expected: list[tuple[str, str, str]]) -> None:
    times, _ = find_times(text, [Span(0, len(text))])
    found = [
        (text[t.mention.start : t.mention.end], t.mention.type.value, t.value)
        for t in solve(times, _PUBLISHED)
    ]
    assert [(extent, kind) for extent, kind, _ in found] == [(e, k) for e, k, _ in expected]
    for (_, _, value), (_, _, right) in zip(found, expected, strict=True):
        assert value in right.split("|")


def test_the_table_is_in_order() -> None:
    texts = [text for _, text, *_ in _ROWS]
    assert len(set(texts)) == len(texts)
    assert set(_FAULTS) <= set(texts)
    for _, text, *rest in _ROWS:
        assert len(rest) % 3 == 0
        assert all(extent in text for extent in rest[::3])
