"""`knowledge/dating.toml` holds together: every rule has words in both languages."""

from collections.abc import Iterator
from datetime import date
from string import Formatter
from typing import Any

import pytest

from waqai.knowledge import load
from waqai.model.page import StampRole
from waqai.resolve.wording import day_in_words

FIELDS = {"pages", "last", "source", "text", "date", "weekday"}


def wordings(table: dict[str, Any], path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from wordings(value, f"{path}.{key}")
    if "ar" in table or "en" in table:
        yield path, table


WORDINGS = [*wordings(load("dating")["text"], "text"), *wordings(load("dating")["step"], "step")]


@pytest.mark.parametrize(("path", "row"), WORDINGS, ids=[path for path, _ in WORDINGS])
def test_a_wording_names_the_same_things_in_both_languages(path: str, row: dict[str, Any]) -> None:
    named = {
        language: {field for _, field, _, _ in Formatter().parse(row[language]) if field}
        for language in ("ar", "en")
    }
    assert named["ar"] == named["en"]
    assert named["ar"] <= FIELDS
    assert named["ar"]


@pytest.mark.parametrize("role", list(StampRole))
def test_every_role_has_steps_and_a_name(role: StampRole) -> None:
    row = load("dating")["stamp"][role.value]
    assert row["ar"]
    assert row["en"]
    for place in ("own", "other"):
        for step in row[place]:
            assert step["step"] in load("dating")["step"]
            assert step["weight"] > 0
            assert step.get("from", step["to"]) <= step["to"]


def test_the_user_outweighs_all_else_together() -> None:
    table = load("dating")
    (given,) = table["stamp"]["given"]["own"]
    others = [
        step["weight"]
        for role, row in table["stamp"].items()
        if role != "given"
        for step in row.get("own", ())
    ]
    assert given["weight"] > sum(others)


def test_days_are_written_as_newspapers_write_them() -> None:
    assert day_in_words(date(2025, 12, 4), "ar") == "الخميس 4 ديسمبر 2025"
    assert day_in_words(date(2025, 12, 4), "en") == "Thursday 4 December 2025"
