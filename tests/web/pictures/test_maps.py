"""Maps: where dots lie, what they lead to, and that no label lies on another."""

import pytest

from tests.web.pictures.drawn import (
    ARABIC,
    ENGLISH,
    HOSTILE,
    SVG,
    classed,
    links,
    read,
    texts,
    titles,
)
from waqai.web.pictures import Manner, Spot, locator, middle_of, near, world
from waqai.web.pictures.outlines import countries, mercator, natural_earth
from waqai.web.pictures.placing import Box, Placement, placed

TOWNS = (
    Spot("دمشق", 33.51, 36.29, 30, "/timeline?place=damascus"),
    Spot("بيروت", 33.89, 35.5, 18, "/timeline?place=beirut"),
    Spot("القدس", 31.78, 35.22, 15, "/timeline?place=jerusalem"),
    Spot("غزة", 31.5, 34.45, 40, "/timeline?place=gaza"),
    Spot("واشنطن", 38.9, -77.04, 25, "/timeline?place=washington"),
    Spot("موسكو", 55.75, 37.62, 1, "/timeline?place=moscow"),
)


@pytest.mark.parametrize("manner", [ARABIC, ENGLISH])
@pytest.mark.parametrize("width", [360, 960])
def test_every_place_is_on_the_map_and_leads_to_its_page(manner: Manner, width: int) -> None:
    root = read(world(TOWNS, manner, width))
    assert sorted(links(root)) == sorted(str(town.href) for town in TOWNS)
    assert len(classed(root, "pic-dot")) == len(TOWNS)
    for dot in classed(root, "pic-dot"):
        assert 0 < float(dot.get("cx", "")) < width


def test_dots_grow_with_their_counts_and_the_small_lie_above() -> None:
    radii = [float(dot.get("r", "")) for dot in classed(read(world(TOWNS, ARABIC)), "pic-dot")]
    assert radii == sorted(radii, reverse=True)
    assert radii[0] > 3 * radii[-1]


def test_a_map_is_not_mirrored() -> None:
    arabic, english = (
        [dot.get("cx") for dot in classed(read(world(TOWNS, m)), "pic-dot")]
        for m in (ARABIC, ENGLISH)
    )
    assert arabic == english


def test_a_small_map_has_its_place_in_the_middle_and_names_countries() -> None:
    root = read(locator(TOWNS[:1], ARABIC))
    (dot,) = classed(root, "pic-dot")
    assert (dot.get("cx"), dot.get("cy")) == ("160", "110")
    assert {"دمشق", "سوريا", "العراق", "الأردن"} <= set(texts(root))


def test_a_small_map_is_small() -> None:
    assert len(locator(TOWNS[:1], ARABIC)) < 12_000


def test_without_links_a_map_is_an_image_and_says_where_borders_are_from() -> None:
    root = read(locator([Spot("Doha", 25.29, 51.53)], ENGLISH))
    assert root.get("role") == "img"
    described = root.find(f"{SVG}desc")
    assert described is not None
    assert "Natural Earth" in (described.text or "")
    assert titles(root)[-1] == "Doha, happenings: 1"


def test_no_places_give_the_empty_earth() -> None:
    root = read(locator([], ENGLISH))
    assert classed(root, "pic-land")
    assert not classed(root, "pic-dot")


def test_hostile_names_stay_words() -> None:
    root = read(world([Spot(HOSTILE, 0, 0, 1, "javascript:x")], ENGLISH))
    assert not list(root.iter(f"{SVG}script"))
    assert links(root) == []


def test_labels_do_not_collide_with_each_other_or_with_dots() -> None:
    wanted = [Placement(f"place {n}", 50 + n * 7 % 40, 50 + n * 11 % 60, 5) for n in range(12)]
    dots = [Box(one.x - 3, one.y - 3, one.x + 3, one.y + 3) for one in wanted]
    view = Box(0, 0, 200, 160)
    found = [one for one in placed(wanted, dots, view, 12) if one is not None]
    assert 1 <= len(found) < len(wanted)
    for number, one in enumerate(found):
        assert one.box.within(view)
        assert not any(one.box.meets(other.box) for other in found[:number])
        assert not any(one.box.meets(dot) for dot in dots)


def test_the_projections_keep_what_is_known_of_them() -> None:
    assert natural_earth(0, 0) == (0.0, 0.0)
    assert natural_earth(180, 0)[0] == pytest.approx(0.8707 * 3.14159265)
    assert mercator(0, 66.51326)[1] == pytest.approx(-1.5707, abs=0.002)
    assert mercator(0, 90) == mercator(0, 84)


def test_no_outline_jumps_across_the_earth() -> None:
    for country in countries():
        for ring in country.rings:
            assert ring.west >= -180
            assert ring.east <= 180
            steps = zip(ring.points, ring.points[1:], strict=False)
            assert max(abs(x - u) for (x, _), (u, _) in steps) < 90


def test_countries_are_known_by_their_codes_and_disputed_ones_by_none() -> None:
    codes = {country.code for country in countries()}
    assert {"SY", "EG", "US", "RU", "CD", "QA", "BH"} <= codes
    assert not {"EH", "XK", "XS", "XN", "TW"} & codes


def test_a_country_is_drawn_hollow_in_its_middle() -> None:
    middle = middle_of("SY")
    assert middle is not None
    assert middle == pytest.approx((35.0, 38.5), abs=0.5)
    root = read(locator([Spot("سوريا", *middle, vague=True)], ARABIC))
    assert len(classed(root, "pic-vague")) == 1
    assert texts(root).count("سوريا") == 1


@pytest.mark.parametrize("code", ["", "XK", "nothing"])
def test_what_has_no_outline_of_its_own_has_no_middle(code: str) -> None:
    assert middle_of(code) is None


def test_what_is_near_lies_about_the_busiest_place() -> None:
    found = {spot.name for spot in near(TOWNS, 600, 600)}
    assert found == {"دمشق", "بيروت", "القدس", "غزة"}
    assert near((), 600, 600) == ()


def test_the_busiest_places_are_named_in_a_crowd() -> None:
    crowd = [Spot(f"town {n}", 33 + n % 9 / 4, 36 + n // 9 / 4) for n in range(81)]
    root = read(locator([Spot("the city", 34, 37, 50), *crowd], ENGLISH))
    assert "the city" in texts(root)
