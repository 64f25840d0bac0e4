"""Every trigger of the frames finds its example, with its parties, and leaves its twin alone."""

from typing import Any

import pytest

from tests.extract.events.reading import Told, read
from waqai.knowledge import load, tables
from waqai.model.events import Event, Status


def _triggers() -> list[Any]:
    return [
        pytest.param(row, id=f"{name.removeprefix('frames_')}-{row['kind']}-{_lemma(row)}")
        for name in tables("frames_")
        for row in load(name)["trigger"]
    ]


def _lemma(row: dict[str, Any]) -> str:
    words = (row.get(key) for key in ("noun", "plural", "phrase", "participle", "present"))
    return str(row.get("past") or next(filter(None, words))[0])


@pytest.mark.parametrize("row", _triggers())
def test_the_example_is_found_with_its_parties(row: dict[str, Any]) -> None:
    match = row["match"]
    told = read(match["text"])
    of_kind = [event for event in told.events if event.kind == row["kind"]]
    assert of_kind, f"{match['text']}: {[(e.kind, e.status.value) for e in told.events]}"
    seen = [
        (told.names(*e.actors), told.names(*e.recipients), told.names(e.place), e.status.value)
        for e in of_kind
    ]
    assert any(_fits(told, event, match) for event in of_kind), f"{match['text']}: {seen}"


def _fits(told: Told, event: Event, match: dict[str, Any]) -> bool:
    sides = (*event.actors, *event.recipients)
    actors = sides if event.mutual else event.actors
    recipients = sides if event.mutual else event.recipients
    return (
        all(told.has(name, actors) for name in match.get("actors", ()))
        and all(told.has(name, recipients) for name in match.get("recipients", ()))
        and (
            "place" not in match
            or (event.place is not None and told.has(match["place"], (event.place,)))
        )
        and event.status is Status(match.get("status", "happened"))
    )


@pytest.mark.parametrize("row", _triggers())
def test_its_twin_tells_no_such_event(row: dict[str, Any]) -> None:
    told = read(row["no_match"])
    assert not [event for event in told.events if event.kind == row["kind"]], row["no_match"]


@pytest.mark.parametrize("row", load("events")["operator"], ids=lambda row: row["status"])
def test_an_operator_turns_the_event_in_its_content(row: dict[str, Any]) -> None:
    status = Status(row["status"])
    assert [e for e in read(row["match"]).events if e.status is status], row["match"]
    assert not [e for e in read(row["no_match"]).events if e.status is status], row["no_match"]
