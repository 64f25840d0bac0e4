"""Who held a role on the story's day, and what part of society then acts in somebody known."""

from datetime import date

import pytest

from waqai.model.names import Entity, EntityKind
from waqai.model.publication import Publication
from waqai.resolve.bearers import name_bearers


def _published(day: str) -> Publication:
    found = date.fromisoformat(day)
    return Publication(found, found)


@pytest.mark.parametrize(
    ("id", "day", "sector"),
    [
        ("donald_trump", "2018-04-24", "GOV"),
        ("donald_trump", "2016-06-01", "OPP"),
        ("emmanuel_macron", "2018-04-24", "GOV"),
        ("mike_pompeo", "2018-02-01", "SPY"),
        ("mike_pompeo", "2018-06-01", "GOV"),
    ],
)
def test_a_person_acts_for_the_office_held_on_the_day(id: str, day: str, sector: str) -> None:
    known = Entity(id, EntityKind.PERSON, id, sector="CVL")
    (found,) = name_bearers((known,), _published(day))
    assert found.sector == sector


def test_who_holds_no_office_keeps_his_sector() -> None:
    known = Entity("donald_trump", EntityKind.PERSON, "دونالد ترامب", sector="GOV")
    (found,) = name_bearers((known,), _published("2013-01-01"))
    assert found.sector == "GOV"
