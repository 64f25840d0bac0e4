"""Every example in knowledge/times.toml holds: extent, value, and silence where none may be."""

import pytest

from waqai.knowledge import load
from waqai.mentions.times import find_times
from waqai.model.page import Span
from waqai.model.publication import Publication
from waqai.resolve.timex import solve

_TABLE = load("times")
_PUBLISHED = Publication(_TABLE["examples_published"], _TABLE["examples_published"])
_YES = [(row["part"], *case) for row in _TABLE["example"] for case in row.get("yes", [])]
_NO = [(row["part"], text) for row in _TABLE["example"] for text in row.get("no", [])]


def _found(text: str) -> list[tuple[str, str]]:
    times, _ = find_times(text, [Span(0, len(text))])
    return [(text[t.mention.start : t.mention.end], t.value) for t in solve(times, _PUBLISHED)]


@pytest.mark.parametrize(("part", "text", "extent", "value"), _YES)
def test_a_time_is_found_with_its_extent_and_value(
    part: str, text: str, extent: str, value: str
) -> None:
    assert (extent, value) in _found(text)


@pytest.mark.parametrize(("part", "text"), _NO)
def test_no_time_is_found(part: str, text: str) -> None:
    assert _found(text) == []
