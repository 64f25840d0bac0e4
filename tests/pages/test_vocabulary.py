"""The examples in `knowledge/pages.toml` hold: each group takes its own and leaves the others."""

from typing import Any

import pytest

from waqai.knowledge import load
from waqai.pages.bylines import byline
from waqai.pages.lines import words
from waqai.pages.vocabulary import vocabulary

GROUPS: list[dict[str, Any]] = load("pages")["group"]


def _taken_by(line: str) -> str | None:
    spoken = words(line, 0, len(line))
    label = vocabulary().label(line, spoken, len(line))
    bag = vocabulary().bag(spoken)
    return label.group.name if label else bag.name if bag else None


@pytest.mark.parametrize(
    ("group", "line"), [(row["name"], line) for row in GROUPS for line in row["yes"]]
)
def test_a_line_of_furniture_is_taken(group: str, line: str) -> None:
    kinds = {row["name"]: row["kind"] for row in GROUPS}
    taken = _taken_by(line)
    assert taken is not None
    assert kinds[taken] == kinds[group]


@pytest.mark.parametrize(
    ("group", "line"), [(row["name"], line) for row in GROUPS for line in row["no"]]
)
def test_a_line_of_a_story_is_left(group: str, line: str) -> None:
    assert _taken_by(line) is None


@pytest.mark.parametrize("line", load("pages")["byline"]["yes"])
def test_a_byline_names_its_author(line: str) -> None:
    origin = byline(line, 0, len(line), words(line, 0, len(line)))
    assert origin is not None
    assert origin.author is not None
    assert line.endswith(origin.author)


@pytest.mark.parametrize("line", load("pages")["byline"]["no"])
def test_a_line_that_only_begins_like_a_byline_is_left(line: str) -> None:
    origin = byline(line, 0, len(line), words(line, 0, len(line)))
    assert origin is None
