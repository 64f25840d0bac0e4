"""Pictures of actors: their network and their positions."""

import pytest

from tests.web.pictures.drawn import (
    ARABIC,
    ENGLISH,
    HOSTILE,
    SVG,
    classed,
    day,
    links,
    read,
    texts,
    titles,
)
from waqai.model.chronicle import Stance
from waqai.web.pictures import (
    Grid,
    Held,
    Holder,
    Issue,
    Manner,
    Network,
    Tie,
    fitted,
    grid_legend,
    lanes_legend,
    network,
    network_legend,
    positions_grid,
)

TIES = tuple(Tie(f"actor {n}", 30 - n, n % 4, f"/actor/{n}") for n in range(20))


@pytest.mark.parametrize("manner", [ARABIC, ENGLISH])
@pytest.mark.parametrize("width", [360, 640])
def test_every_tie_has_a_node_a_link_and_a_label_of_its_own(manner: Manner, width: int) -> None:
    root = read(network(Network("Somebody", TIES), manner, width))
    assert links(root) == [tie.href for tie in sorted(TIES, key=lambda t: (-t.count, t.name))]
    spots = [(t.get("y"), float(t.get("x", "")) < width / 2) for t in classed(root, "pic-name")]
    assert len(set(spots)) == len(TIES)


def test_the_strongest_tie_stands_where_reading_begins() -> None:
    for manner, first in ((ARABIC, True), (ENGLISH, False)):
        root = read(network(Network("Somebody", TIES), manner))
        assert (float(classed(root, "pic-node")[0].get("cx", "")) > 320) is first


def test_lines_grow_with_counts_and_are_parted_by_tone() -> None:
    root = read(network(Network("A", (Tie("B", 12, 4), Tie("C", 1, 0))), ENGLISH))
    strokes = [
        float(line.get("stroke-width", ""))
        for tone in ("pic-cooperation", "pic-conflict")
        for line in classed(root, tone)
    ]
    assert strokes[0] == pytest.approx(strokes[2] * 3, abs=0.2)
    assert strokes[1] < strokes[0]
    assert "B: 16 (cooperation 12, conflict 4)" in titles(root)


def test_only_the_strongest_ties_are_drawn_and_none_is_no_fault() -> None:
    many = tuple(Tie(f"actor {n}", n, 0) for n in range(60))
    assert len(classed(read(network(Network("A", many), ENGLISH)), "pic-node")) == 24
    assert texts(read(network(Network("A", ()), ENGLISH))) == ["A"]


def held(*stances: Stance) -> tuple[Held, ...]:
    return tuple(
        Held(stance, "words", f"/happening/{n}", day(n + 1), day(n + 1))
        for n, stance in enumerate(stances)
    )


GRID = Grid(
    tuple(Issue(f"issue number {n}", f"/positions?issue={n}") for n in range(14)),
    (
        Holder("First", (held(Stance.FOR, Stance.AGAINST), *[()] * 13), "/actor/1"),
        Holder("Second", (*[()] * 13, held(*[Stance.CONDITIONAL] * 7)), "/actor/2"),
    ),
)


@pytest.mark.parametrize("width", [360, 640, 960])
def test_every_stance_is_on_the_grid_by_shape_and_link(width: int) -> None:
    root = read(positions_grid(GRID, ARABIC, width))
    marks = classed(root, "pic-stance")
    shapes = [next(p.tag for p in m.iter() if p.get("class") == "pic-shape") for m in marks]
    assert sorted(shapes) == [f"{SVG}circle", *[f"{SVG}polygon"] * 7, f"{SVG}rect"]
    assert {"/actor/1", "/actor/2", "/positions?issue=13", "/happening/6"} <= set(links(root))
    assert "First — issue number 0: مؤيد، الجمعة 1 أغسطس 2025، words" in titles(root)


def test_stances_run_in_the_direction_of_time() -> None:
    for manner, later_is_right in ((ENGLISH, True), (ARABIC, False)):
        root = read(positions_grid(GRID, manner))
        marks = {m.get("href"): m for m in classed(root, "pic-stance")[:2]}
        xs = [float(classed(marks[f"/happening/{n}"], "pic-hit")[0].get("x", "")) for n in (0, 1)]
        assert (xs[0] < xs[1]) is later_is_right


def test_an_actor_without_an_entry_for_each_issue_is_refused() -> None:
    with pytest.raises(ValueError, match="one entry for each"):
        positions_grid(Grid((Issue("a"),), (Holder("b", ()),)), ENGLISH)


def test_hostile_names_stay_words() -> None:
    grid = Grid((Issue(HOSTILE),), (Holder(HOSTILE, (held(Stance.FOR),), "data:text/html,x"),))
    for picture in (
        positions_grid(grid, ENGLISH),
        positions_grid(grid, ENGLISH, 360),
        network(Network(HOSTILE, (Tie(HOSTILE, 1, 1, "vbscript:x"),)), ARABIC),
    ):
        root = read(picture)
        assert not list(root.iter(f"{SVG}script"))
        assert all(link.startswith("/") for link in links(root))


def test_pictures_are_the_same_each_time_and_bear_no_style_or_id() -> None:
    for draw in (
        lambda width: positions_grid(GRID, ARABIC, width),
        lambda width: network(Network("Somebody", TIES), ARABIC, width),
    ):
        assert fitted(draw) == fitted(draw)
        assert " style=" not in fitted(draw)
        assert " id=" not in fitted(draw)


@pytest.mark.parametrize("manner", [ARABIC, ENGLISH])
def test_keys_to_the_marks_are_well_formed_lists(manner: Manner) -> None:
    for key, rows in ((lanes_legend, 12), (grid_legend, 3), (network_legend, 2)):
        assert len(read(key(manner))) == rows
