"""Tenures: what the check tells of, and who the tables say held an office on a day."""

from collections.abc import Mapping
from datetime import date
from importlib import resources
from pathlib import Path

import pytest

from waqai.knowledge import load
from waqai.knowledge.integrity import check
from waqai.knowledge.tenures import tenure_faults
from waqai.model.names import Entity, EntityKind
from waqai.model.publication import Publication
from waqai.resolve.bearers import name_bearers

_HEAD = "#id\tname_ar\tvariants\tname_en\tcountry\tsex\troles"
_RULES = {
    "overlap_days": 45,
    "one_holder": {
        "country": ["president"],
        "organisation": ["secretary_general"],
        "world": ["pope"],
    },
}


def _told(*people: str, rules: Mapping[str, object] | None = None) -> list[str]:
    lists = {
        "people_all.tsv": "\n".join((_HEAD, *people)),
        "roles.tsv": "#role_id\nminister\nmayor\npope\npresident\nsecretary_general",
        "organisations.tsv": "#id\tkind\nleague\tigo\nunion\tigo",
        "places.tsv": "#id\tkind\nrivertown\tcity",
        "countries.tsv": "#iso2\nAA\nBB",
    }
    return list(tenure_faults(lists, {**_RULES, **(rules or {})}))


def _person(key: str, tenures: str, country: str = "AA", sex: str = "f") -> str:
    return f"{key}\tاسم\t\tName\t{country}\t{sex}\t{tenures}"


@pytest.mark.parametrize(
    "tenures",
    [
        "",
        "president@2011-02-03..2012",
        "president@..",
        "president:BB@2011..2011",
        "secretary_general:league@2011-05..|mayor:rivertown@..2010-01-31",
    ],
)
def test_a_sound_row_is_passed(tenures: str) -> None:
    assert _told(_person("a", tenures)) == []


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (_person("a", "king@2011.."), "role 'king' does not stand in roles.tsv"),
        (
            _person("a", "mayor:laketown@2011.."),
            "'laketown' is no id of an organisation or a place",
        ),
        (_person("a", "president:CC@2011.."), "'CC' does not stand in countries.tsv"),
        (_person("a", "president@2011"), "is not role@from..to"),
        (_person("a", "@2011.."), "is not role@from..to"),
        (_person("a", "president@2011-13.."), "'2011-13' is no year, month or day"),
        (_person("a", "president@2011-02-30.."), "'2011-02-30' is no year, month or day"),
        (_person("a", "president@soon.."), "'soon' is no year, month or day"),
        (_person("a", "president@2012-03..2012-02-28"), "begins 2012-03 and ends 2012-02-28"),
        (_person("a", "", country="CC"), "country 'CC' does not stand in countries.tsv"),
        (_person("a", "", sex=""), "sex '' is neither m nor f"),
        (_person("union", ""), "the id 'union' stands in people_all.tsv: line 2 too"),
        (_person("rivertown", ""), "the id 'rivertown' stands in people_all.tsv: line 2 too"),
    ],
)
def test_a_broken_row_is_told_of(row: str, told: str) -> None:
    [fault] = _told(row)
    assert told in fault


def test_an_end_within_the_month_or_year_of_the_start_is_passed() -> None:
    assert _told(_person("a", "president@2012-03..2012|mayor@2012..2012-01")) == []


def test_an_id_that_stands_twice_is_told_of() -> None:
    [fault] = _told(_person("a", ""), _person("a", ""))
    assert fault == "people_all.tsv: line 3: the id 'a' stands in people_all.tsv: line 2 too"


@pytest.mark.parametrize(
    ("one", "other", "crowded"),
    [
        ("president@2010..2012-06-30", "president@2012-07-01..", False),
        ("president@2010..2012-06-30", "president@2012-06-01..", False),
        ("president@2010..2012-06-30", "president@2012-05-01..", True),
        ("president@2010..2012", "president@2012..", False),  # sometime in that year
        ("president@2010..", "president@2012..2014", True),
        ("president@..", "president@2012..2014", True),
        ("president:BB@2010..", "president@2012..", False),
        ("secretary_general:league@2010..", "secretary_general:league@2012..", True),
        ("secretary_general:league@2010..", "secretary_general:union@2012..", False),
        ("secretary_general@2010..", "secretary_general@2012..", False),
        ("pope:AA@2010..", "pope:BB@2012..", True),
        ("minister@2010..", "minister@2012..", False),
    ],
)
def test_two_holders_of_a_role_of_one_are_told_of(one: str, other: str, crowded: bool) -> None:
    faults = _told(_person("a", one), _person("b", other))
    assert len(faults) == crowded
    assert all("b and a" in fault or "a and b" in fault for fault in faults)


def test_one_person_may_hold_a_role_twice() -> None:
    assert _told(_person("a", "president@2010..2015|president@2012..")) == []


def test_rivals_are_passed_when_they_are_marked() -> None:
    rivals = _person("a", "president@2010.."), _person("b", "president@2012..")
    mark = {"role": "president", "whose": "AA", "people": ["a", "b"], "why": "two courts"}
    assert _told(*rivals, rules={"at_once": [mark]}) == []
    assert len(_told(*rivals, rules={"at_once": [{**mark, "whose": "BB"}]})) == 2


def test_a_mark_that_marks_nobody_is_told_of() -> None:
    mark = {"role": "president", "whose": "AA", "people": ["a", "c"], "why": "two courts"}
    faults = _told(_person("a", "president@2010.."), rules={"at_once": [mark]})
    assert "tenures.toml: at_once 1: 'c' stands in no table of people" in faults
    assert "tenures.toml: at_once 1: lets nothing pass; take it away" in faults


def test_a_role_of_one_holder_stands_in_the_table_of_roles() -> None:
    rules = {"one_holder": {"country": ["emir"], "organisation": [], "world": []}}
    [fault] = _told(_person("a", ""), rules=rules)
    assert fault == "tenures.toml: one_holder.country: 'emir' does not stand in roles.tsv"


def test_the_check_reads_the_tables_of_people(tmp_path: Path) -> None:
    home = Path(str(resources.files("waqai.knowledge")))
    for path in home.iterdir():
        if path.suffix in {".toml", ".tsv"}:
            (tmp_path / path.name).write_bytes(path.read_bytes())
    table = tmp_path / "people_west.tsv"
    table.write_text(
        table.read_text(encoding="utf-8") + _person("a", "president@2010..", "FR") + "\n",
        encoding="utf-8",
    )
    assert any("president FR: a and" in fault for fault in check(tmp_path).faults)


_HELD = [  # role, country, body, day, who
    ("president", "US", None, "2014-05-01", "barack_obama"),
    ("president", "EG", None, "2012-12-01", "mohamed_morsi"),
    ("president", "FR", None, "2011-06-01", "nicolas_sarkozy"),
    ("president", "IR", None, "2022-01-10", "ebrahim_raisi"),
    ("president", "SY", None, "2025-06-01", "ahmed_al_sharaa"),
    ("president", "BR", None, "2016-10-01", "michel_temer"),
    ("president", "IQ", None, "2026-05-20", "nizar_amedi"),
    ("prime_minister", "GB", None, "2022-09-20", "liz_truss"),
    ("prime_minister", "JP", None, "2010-01-10", "yukio_hatoyama"),
    ("prime_minister", "HU", None, "2026-06-01", "peter_magyar"),
    ("prime_minister", "YE", None, "2026-03-01", "shaya_al_zindani"),
    ("prime_minister", "ES", None, "2010-05-01", "jose_luis_rodriguez_zapatero"),
    ("chancellor", "DE", None, "2023-03-01", "olaf_scholz"),
    ("foreign_minister", "EG", None, "2025-02-01", "badr_abdelatty"),
    ("foreign_minister", "IL", None, "2016-05-01", "benjamin_netanyahu"),
    ("foreign_minister", "UA", None, "2012-01-15", "kostyantyn_hryshchenko"),
    ("foreign_minister", "KW", None, "2026-04-01", "jarrah_jaber_al_ahmad_al_sabah"),
    ("foreign_minister", "ML", None, "2019-10-01", "tiebile_drame"),
    ("foreign_minister", "IT", None, "2019-01-15", "enzo_moavero_milanesi"),
    ("defence_minister", "US", None, "2020-12-01", "christopher_miller"),
    ("defence_minister", "RU", None, "2011-01-15", "anatoly_serdyukov"),
    ("defence_minister", "EG", None, "2026-03-01", "ashraf_salem_zaher"),
    ("defence_minister", "IN", None, "2018-04-01", "nirmala_sitharaman"),
    ("defence_minister", "VE", None, "2026-05-01", "gustavo_gonzalez_lopez"),
    ("un_envoy", "SD", None, "2026-05-01", "pekka_haavisto"),
    ("un_envoy", "LB", None, "2016-03-01", "sigrid_kaag"),
    ("un_envoy", "LY", None, "2018-03-01", "ghassan_salame"),
    ("secretary_general", None, "arab_league", "2026-08-01", "nabil_fahmy"),
    ("secretary_general", None, "opec", "2019-03-01", "mohammed_barkindo"),
    ("secretary_general", None, "organisation_of_islamic_cooperation", "2023-01-01",
     "hissein_brahim_taha"),
    ("commission_chair", None, "african_union", "2020-01-15", "moussa_faki"),
    ("director_general", None, "iaea", "2016-01-15", "yukiya_amano"),
]  # fmt: skip


@pytest.mark.parametrize(("role", "country", "body", "day", "who"), _HELD)
def test_a_role_alone_names_who_held_it_that_day(
    role: str, country: str | None, body: str | None, day: str, who: str
) -> None:
    alone = Entity("role", EntityKind.PERSON, "دور", country=country, role=role, body=body)
    on = date.fromisoformat(day)
    [found] = name_bearers([alone], Publication(on, on))
    assert found.id == who


@pytest.mark.parametrize(
    ("role", "country", "day"),
    [
        ("president", "LB", "2015-06-01"),  # nobody was elected
        ("prime_minister_unrecognised", "LY", "2016-06-01"),  # two claimed it
        ("president", "AQ", "2015-06-01"),
    ],
)
def test_a_role_that_nobody_or_two_held_stays_a_role(role: str, country: str, day: str) -> None:
    alone = Entity("role", EntityKind.PERSON, "دور", country=country, role=role)
    on = date.fromisoformat(day)
    assert name_bearers([alone], Publication(on, on)) == (alone,)


def _months() -> list[date]:
    return [date(year, month, 15) for year in range(2010, 2026) for month in range(1, 13)]


@pytest.mark.parametrize(
    ("role", "countries"),
    [
        ("president", "US RU CN FR TR"),
        ("prime_minister", "GB IT ES IN CA AU IL"),
        ("foreign_minister", "US RU CN FR DE IT ES GB TR IL IR EG SA AE QA JO IN CA AU ZA IQ"),
        ("defence_minister", "RU FR DE IT ES GB EG SA IN CA IL"),
    ],
)
def test_the_posts_most_asked_for_have_no_hole_of_two_months(role: str, countries: str) -> None:
    holes = []
    for country in countries.split():
        alone = Entity("role", EntityKind.PERSON, "دور", country=country, role=role)
        known = [name_bearers([alone], Publication(day, day)) != (alone,) for day in _months()]
        pairs = zip(_months(), known, known[1:], strict=False)
        holes += [(country, day) for day, now, then in pairs if not (now or then)]
    assert holes == []


def test_every_pair_of_rivals_says_why() -> None:
    rivals = load("tenures")["at_once"]
    assert all(len(row["people"]) > 1 and row["why"] for row in rivals)
