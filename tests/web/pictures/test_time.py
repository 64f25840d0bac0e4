"""Pictures in which time runs: the volume strip, the lanes, the window of a day, the sparkline."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from tests.web.pictures.drawn import (
    ARABIC,
    ENGLISH,
    FIRST,
    HOSTILE,
    SVG,
    classed,
    day,
    lanes_of,
    links,
    mark,
    middle,
    read,
    texts,
    titles,
)
from waqai.model.events import Status
from waqai.web.pictures import Lane, Manner, Volume, day_window, lanes, sparkline, volume


def strip(first: date = FIRST, last: date = date(2025, 8, 31), **more: object) -> Volume:
    counts = {day(3): 4, day(10): 2, day(30): 3}
    whole = Volume(first, last, counts, lambda low, high: f"/timeline?from={low}&to={high}")
    return replace(whole, **more)  # type: ignore[arg-type]  # whatever the test changes


def test_each_day_of_a_month_is_a_link_to_itself() -> None:
    found = links(read(volume(strip(), ENGLISH)))
    assert found == [f"/timeline?from={day(n)}&to={day(n)}" for n in range(1, 32)]


def test_a_year_is_drawn_by_weeks_that_cover_it_without_a_gap() -> None:
    found = links(read(volume(strip(date(2025, 1, 1), date(2025, 12, 31)), ENGLISH)))
    stretches = [link.removeprefix("/timeline?from=").split("&to=") for link in found]
    days = [(date.fromisoformat(low), date.fromisoformat(high)) for low, high in stretches]
    assert len(days) == 53
    assert (days[0][0], days[-1][1]) == (date(2025, 1, 1), date(2025, 12, 31))
    assert all((after[0] - before[1]).days == 1 for before, after in pairwise(days))
    assert all(low.weekday() == 0 for low, _ in days[1:])


@pytest.mark.parametrize(("years", "bars"), [(6, 72), (60, 60)])
def test_longer_spans_are_drawn_by_months_then_by_years(years: int, bars: int) -> None:
    data = strip(date(2000, 1, 1), date(1999 + years, 12, 31))
    assert len(links(read(volume(data, ENGLISH)))) == bars


def test_bars_are_as_tall_as_their_counts() -> None:
    held = classed(read(volume(strip(), ENGLISH)), "pic-held")
    tall = [float(bar.get("height", "")) for bar in held]
    assert tall[0] == pytest.approx(tall[1] * 2, abs=0.2)


def test_what_is_announced_is_drawn_hollow_and_told() -> None:
    root = read(volume(strip(due={day(30): 2}), ENGLISH))
    assert len(classed(root, "pic-due")) == 1
    assert any("announced and not yet come: 2" in title for title in titles(root))


def test_the_chosen_stretch_is_marked_and_the_rest_steps_back() -> None:
    root = read(volume(strip(chosen=(day(10), day(12))), ENGLISH))
    assert len(classed(root, "pic-chosen")) == 1
    assert len(classed(root, "pic-aside")) == 28


def test_arabic_time_runs_from_right_to_left() -> None:
    data = lanes_of(mark(3), mark(25))
    for manner, sign in ((ENGLISH, 1), (ARABIC, -1)):
        marks = classed(read(lanes(data, manner)), "pic-mark")
        at = {one.get("href"): middle(one) for one in marks}
        assert at["/happening/3"] * sign < at["/happening/25"] * sign


def test_every_mark_of_a_lane_is_drawn_and_leads_to_its_happening() -> None:
    marks = [mark(n) for n in range(1, 32)] + [mark(5, until=9, status=Status.PLANNED)]
    root = read(lanes(lanes_of(*marks), ARABIC, 360))
    drawn = [one.get("href") for one in classed(root, "pic-mark")]
    assert sorted(map(str, drawn)) == sorted(one.href for one in marks)
    assert "/actor/x" in links(root)


def test_marks_that_would_overlap_are_stacked() -> None:
    marks = [mark(5, until=9), *(mark(n) for n in (7, 7, 8)), mark(20)]
    boxes = []
    for one in classed(read(lanes(lanes_of(*marks), ENGLISH, 360)), "pic-mark"):
        hit = classed(one, "pic-hit")[0]
        x, y, w, h = (float(hit.get(key, "")) for key in ("x", "y", "width", "height"))
        boxes.append((x, y, x + w, y + h))
    for number, (left, top, right, bottom) in enumerate(boxes):
        for x, y, u, v in boxes[:number]:
            assert left >= u or x >= right or top >= v or y >= bottom


@pytest.mark.parametrize(
    ("status", "look"),
    [
        (Status.HAPPENED, "pic-held"),
        (Status.PLANNED, "pic-hollow"),
        (Status.PROPOSED, "pic-dashed"),
        (Status.CANCELLED, "pic-struck"),
        (Status.DENIED, "pic-denied"),
        (Status.POSTPONED, "pic-moved"),
    ],
)
def test_a_mark_looks_as_it_stands_to_the_world(status: Status, look: str) -> None:
    root = read(lanes(lanes_of(mark(5, status=status)), ENGLISH))
    assert len(classed(root, look)) == 1
    assert len(classed(root, "pic-strike")) == (status in (Status.CANCELLED, Status.DENIED))


@pytest.mark.parametrize(("manner", "way"), [(ENGLISH, 1), (ARABIC, -1)])
def test_a_postponed_mark_points_to_its_new_day(manner: Manner, way: int) -> None:
    moved = replace(mark(5, status=Status.POSTPONED), moved_to=day(15))
    root = read(lanes(lanes_of(moved, mark(15)), manner))
    line = classed(root, "pic-arrow")[0].get("d", "")
    tip = float(line.split("H")[1].split("M")[0])
    (there,) = (middle(one) for one in classed(root, "pic-held"))
    assert tip == pytest.approx(there - way, abs=0.2)
    assert any("15" in title for title in titles(root) if title.startswith("postponed"))


def test_what_has_no_day_or_lies_elsewhere_is_not_drawn() -> None:
    nowhere = replace(mark(5), earliest=None, latest=None)
    later = replace(mark(5), earliest=date(2026, 1, 1), latest=date(2026, 1, 1))
    assert classed(read(lanes(lanes_of(nowhere, later), ENGLISH)), "pic-mark") == []


def test_a_day_known_is_one_solid_box_and_a_window_a_box_a_day() -> None:
    known, window = (read(day_window(day(5), day(n), ENGLISH)) for n in (5, 9))
    assert len([b for b in classed(known, "pic-known") if b.tag == f"{SVG}rect"]) == 1
    assert len(classed(window, "pic-open")) == 5
    assert titles(window) == ["between 5 August 2025 and 9 August 2025"]


def test_a_window_runs_from_the_right_in_arabic_and_fades_where_it_is_open() -> None:
    root = read(day_window(day(5), None, ARABIC))
    numbers = [text for text in texts(root) if text.isdigit()]
    xs = [float(box.get("x", "")) for box in root.iter(f"{SVG}rect")]
    assert numbers[0] == "3"
    assert xs == sorted(xs, reverse=True)
    assert classed(root, "pic-faded")


@pytest.mark.parametrize(
    ("low", "high"), [(None, None), (day(1), date(2027, 1, 1)), (None, day(3))]
)
def test_any_window_can_be_drawn(low: date | None, high: date | None) -> None:
    assert read(day_window(low, high, ARABIC)).get("role") == "img"


@pytest.mark.parametrize("end", [date.min, date.max])
def test_the_ends_of_the_calendar_break_nothing(end: date) -> None:
    read(day_window(end, end, ARABIC))
    read(volume(strip(end, end), ARABIC))


def test_a_picture_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        volume(strip(day(5), day(4)), ENGLISH)
    with pytest.raises(ValueError, match="before they begin"):
        lanes(replace(lanes_of(), first=day(31), last=day(1)), ENGLISH)


def test_a_sparkline_ends_where_reading_ends() -> None:
    ends = {}
    for manner in (ARABIC, ENGLISH):
        root = read(sparkline([1, 5, 2], "weeks", manner))
        ends[manner.lang] = float(classed(root, "pic-spark-end")[0].get("cx", ""))
    assert ends["ar"] < 10 < 80 < ends["en"]


def test_hostile_words_stay_words() -> None:
    hostile = replace(mark(5), label=HOSTILE, href="javascript:alert(1)")
    data = replace(lanes_of(), lanes=(Lane(HOSTILE, (hostile,), "/actor/x"),))
    picture = lanes(data, ENGLISH)
    root = read(picture)
    assert not list(root.iter(f"{SVG}script"))
    assert links(root) == ["/actor/x"]
    assert "\u202e" not in picture
    assert any("<script>" in title for title in titles(root))


def test_no_two_labels_of_an_axis_touch() -> None:
    for days in (10, 31, 75, 200, 900, 5000):
        data = strip(date(2015, 1, 7), date.fromordinal(date(2015, 1, 7).toordinal() + days))
        for width in (360, 960):
            root = read(volume(data, ENGLISH, width))
            row = [t for t in classed(root, "pic-tick") if float(t.get("y", "")) > 115]
            ends = sorted((float(t.get("x", "")), len(t.text or "") * 5.0) for t in row)
            assert ends
            for (x, wide), (after, _) in pairwise(ends):
                assert x + wide <= after
