"""What the knowledge names: one entity for one thing, made when it is asked for."""

import pytest

from waqai.arabic.letters import bare
from waqai.arabic.tokens import tokenize
from waqai.mentions.names import find_names
from waqai.mentions.names.forms import variants
from waqai.mentions.names.gazetteer import country_entity, gazetteer
from waqai.mentions.names.index import COMMON
from waqai.mentions.names.known import Known
from waqai.mentions.names.tables import countries, items, lines
from waqai.model.names import EntityKind


def _named(phrase: str) -> list[Known]:
    """What the whole phrase may name."""
    tokens, table = tokenize(phrase), gazetteer()
    hit = table.longest(tokens, 0, variants(tokens.words[0]))
    assert hit is not None
    assert hit.end == len(tokens)
    return [table.known[what] for what, _ in hit.senses]


def test_a_capital_is_one_place_under_all_its_names() -> None:
    for cells, _ in countries():
        its_own = (cells["name_ar"], *items(cells["names_ar"]))  # "لوكسمبورغ" is the country
        for name in items(cells["capital_ar"]):
            if name in its_own:
                continue
            here = [
                known.entity.id
                for known in _named(name)
                if known.entity.kind is EntityKind.PLACE and known.entity.country == cells["iso2"]
            ]
            assert len(here) == 1, name


@pytest.mark.parametrize("name", ["أستانا", "أستانة", "سيول", "سيؤول"])
def test_another_spelling_of_a_capital_is_the_same_city(name: str) -> None:
    assert {known.entity.id for known in _named(name)} <= {"astana", "seoul"}


def test_places_and_seats_of_power_have_their_position() -> None:
    [beijing] = _named("بكين")
    assert beijing.entity.latitude == pytest.approx(39.9, abs=0.2)
    assert beijing.entity.longitude == pytest.approx(116.4, abs=0.2)
    [kremlin] = _named("الكرملين")
    [moscow] = _named("موسكو")
    assert kremlin.entity.kind is EntityKind.ORGANISATION
    assert (kremlin.entity.latitude, kremlin.entity.longitude) == (
        moscow.entity.latitude,
        moscow.entity.longitude,
    )


def test_a_city_that_stands_for_a_government_is_one_place() -> None:
    [ramallah] = _named("رام الله")
    assert (ramallah.entity.id, ramallah.entity.kind) == ("ramallah", EntityKind.PLACE)


def test_a_palace_of_the_tables_of_places_is_the_seat() -> None:
    [palace] = _named("قصر الشعب")
    assert (palace.sort, palace.entity.kind) == ("seat", EntityKind.ORGANISATION)
    assert palace.entity.latitude is not None


def test_numbers_and_ids_lead_to_the_same_entity() -> None:
    table = gazetteer()
    for key in ("RU", "sergey_lavrov", "united_nations", "damascus"):
        assert table.known[table.by_id[key]].entity.id == key
    with pytest.raises(LookupError):
        table.known[table.known.size]


def test_a_tenure_leads_to_its_bearer() -> None:
    table = gazetteer()
    held = {table.known[who].entity.id for tenure, who in table.tenures() if tenure.role == "pope"}
    assert "pope_francis" in held


def test_a_starred_form_alone_names_nothing_for_sure() -> None:
    senses = gazetteer().alone(bare("الشباب"))
    assert senses
    assert all(mark in COMMON for _, mark in senses)


def test_the_lines_of_a_table_are_folded_letter_for_letter() -> None:
    for written, folded in lines("roles"):
        assert folded == bare(written)


def test_a_country_without_a_row_is_no_country() -> None:
    assert country_entity("MA").name_en == "Morocco"
    with pytest.raises(KeyError):
        country_entity("ZZ")


def test_a_place_in_a_text_has_its_position() -> None:
    entities, mentions = find_names(tokenize("وصل الوفد إلى بكين."))
    [entity] = [entities[mention.entity] for mention in mentions]
    assert entity.latitude is not None
    assert entity.longitude is not None
