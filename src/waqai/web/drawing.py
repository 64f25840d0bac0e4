"""What the pictures show, made of the records of the chronicle."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from waqai.model.chronicle import Happening, Position, Window
from waqai.model.events import Status
from waqai.model.names import Entity
from waqai.store.queries.company import Companion
from waqai.store.queries.happenings import Volume as Count
from waqai.web import pictures
from waqai.web.asked import Asked
from waqai.web.foreign import visible
from waqai.web.reader import Digits, Language, Reader
from waqai.web.templating import href

_AHEAD = frozenset({Status.PLANNED, Status.PROPOSED, Status.CONDITIONAL})
_DAY = timedelta(days=1)
_MOST = 0.92  # the share of the happenings for which a strip has room
_MARKS = 18  # happenings of a lane: those that most accounts tell
_WIDEST = timedelta(days=8)  # a window wider than that says too little to be drawn


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days of a strip, and how many happenings lie before and after them."""

    first: date
    last: date
    before: int
    after: int

    @property
    def day_before(self) -> date:
        """The day before the first."""
        return self.first - _DAY

    @property
    def day_after(self) -> date:
        """The day after the last."""
        return self.last + _DAY


def manner_of(reader: Reader) -> pictures.Manner:
    """How pictures speak to a reader."""
    arab = reader.lang is Language.AR and reader.digits is Digits.ARAB
    months = tuple(reader.month(month) for month in range(1, 13))
    return pictures.Manner(reader.lang.value, months, "٠١٢٣٤٥٦٧٨٩" if arab else "0123456789")


def stretch_of(counts: Sequence[Count], chosen: tuple[date | None, date | None]) -> Stretch:
    """The shortest stretch of days that holds most of `counts`, and the days `chosen`.

    One deed of long ago, or one plan for a far year, would leave no room for the rest.
    """
    by_day: Counter[date] = Counter()
    for one in counts:
        by_day[one.day] += one.count
    first, last = _densest(sorted(by_day.items()), round(_MOST * by_day.total()))
    first = chosen[0] or min(first, chosen[1] or first)
    last = chosen[1] or max(last, first)
    margin = timedelta(days=0 if chosen[0] and chosen[1] else 1 + (last - first).days // 10)
    first, last = first - margin, last + margin
    return Stretch(
        first,
        last,
        sum(many for day, many in by_day.items() if day < first),
        sum(many for day, many in by_day.items() if day > last),
    )


def strip(asked: Asked, counts: Sequence[Count], stretch: Stretch) -> Markup:
    """The volume strip; each bar leads to the days that it stands for."""
    every: Counter[date] = Counter()
    due: Counter[date] = Counter()
    for one in counts:
        every[one.day] += one.count
        due[one.day] += one.count if one.status in _AHEAD else 0
    first, last = asked.day("from"), asked.day("to")
    data = pictures.Volume(
        stretch.first,
        stretch.last,
        every,
        lambda a, b: asked.here(**{"from": a, "to": b, "page": None}),
        due,
        (first or stretch.first, last or stretch.last) if first or last else None,
    )
    manner = manner_of(asked.reader)
    return _picture(pictures.fitted(lambda width: pictures.volume(data, manner, width)))


def lanes(
    asked: Asked,
    first: date,
    last: date,
    actors: Sequence[Entity],
    found: Sequence[Happening],
    announced: frozenset[str],
) -> Markup:
    """A lane for each of `actors`, with those of `found` in which it takes part, the first ones;
    "" where there is nothing to draw.

    `announced` has the ids of those that were announced.
    """
    reader, manner = asked.reader, manner_of(asked.reader)
    drawn = tuple(
        pictures.Lane(
            visible(reader.name(actor)),
            tuple(
                _mark(reader, one, announced=one.id in announced) for one in _drawn(actor.id, found)
            ),
            asked.here(actor=actor.id, page=None),
        )
        for actor in actors
    )
    data = pictures.Lanes(first, last, tuple(lane for lane in drawn if lane.marks))
    if not data.lanes:
        return Markup("")
    return _picture(
        pictures.fitted(lambda width: pictures.lanes(data, manner, width))
        + pictures.lanes_legend(manner)
    )


def place_map(reader: Reader, place: Entity | None) -> Markup:
    """The small map round a place; "" where it is not known where it lies."""
    if place is None or place.latitude is None or place.longitude is None:
        return Markup("")
    name = visible(reader.name(place))
    spot = pictures.Spot(name, place.latitude, place.longitude, 1, href("/actor", place.id))
    return _picture(pictures.locator([spot], manner_of(reader)))


def day_picture(reader: Reader, one: Happening) -> Markup:
    """The window of days of a happening; "" where nothing is known of it."""
    if one.day.earliest is None and one.day.latest is None:
        return Markup("")
    return _picture(pictures.day_window(one.day.earliest, one.day.latest, manner_of(reader)))


def network(
    reader: Reader, actor: Entity, ties: Iterable[Companion], who: Mapping[str, Entity]
) -> Markup:
    """With whom `actor` takes part in something, and how often."""
    drawn = []
    for tie in ties:
        friendly = sum(n for t, n in tie.by_type.items() if pictures.tone_of(t) == "cooperation")
        name, address = visible(reader.name(who[tie.id])), href("/actor", tie.id)
        drawn.append(pictures.Tie(name, friendly, tie.happenings - friendly, address))
    data = pictures.Network(visible(reader.name(actor)), tuple(drawn))
    manner = manner_of(reader)
    return _picture(
        pictures.fitted(lambda width: pictures.network(data, manner, width), 520)
        + pictures.network_legend(manner)
    )


def positions_grid(
    asked: Asked,
    holders: Sequence[Entity],
    issues: Sequence[str],
    cells: Mapping[tuple[str, str], Sequence[Position]],
) -> Markup:
    """The stances of `holders` on `issues`."""
    reader, manner = asked.reader, manner_of(asked.reader)
    columns = tuple(
        pictures.Issue(reader.issue(issue), asked.here(issue=issue, page=None)) for issue in issues
    )
    rows = tuple(
        pictures.Holder(
            visible(reader.name(holder)),
            tuple(
                tuple(_held(asked, one) for one in cells.get((holder.id, issue), ()))
                for issue in issues
            ),
            asked.here(actor=holder.id, page=None),
        )
        for holder in holders
    )
    data = pictures.Grid(columns, rows)
    return _picture(
        pictures.fitted(lambda width: pictures.positions_grid(data, manner, width))
        + pictures.grid_legend(manner)
    )


def _mark(reader: Reader, one: Happening, *, announced: bool) -> pictures.Mark:
    said = (
        reader.headline(one),
        reader.window(one.day),
        reader.label("statuses", one.status.value),
    )
    return pictures.Mark(
        " · ".join(map(visible, said)),
        href("/happening", one.id),
        one.type,
        one.status,
        one.day.earliest,
        one.day.latest,
        announced=announced and one.status is Status.HAPPENED,
    )


def _drawn(actor: str, found: Sequence[Happening]) -> list[Happening]:
    """Those of `found` that stand in the lane of `actor`."""
    return [
        one
        for one in found
        if (actor in one.actors or actor in one.recipients) and _is_narrow(one.day)
    ][:_MARKS]


def _is_narrow(day: Window) -> bool:
    first, last = day.earliest, day.latest
    return first is not None and last is not None and last - first <= _WIDEST


def _held(asked: Asked, one: Position) -> pictures.Held:
    reader = asked.reader
    said = (reader.issue(one.issue), reader.label("stances", one.stance.value))
    return pictures.Held(
        one.stance,
        " · ".join((*said, reader.window(one.day, weekday=False))),
        asked.here(actor=one.actor, issue=one.issue, page=None),
        one.day.earliest,
        one.day.latest,
    )


def _densest(days: Sequence[tuple[date, int]], enough: int) -> tuple[date, date]:
    """The shortest stretch of `days`, which are in order, with `enough` happenings in it."""
    best, held, low = (days[0][0], days[-1][0]), 0, 0
    for day, many in days:
        held += many
        while held - days[low][1] >= enough:
            held -= days[low][1]
            low += 1
        if held >= enough and day - days[low][0] < best[1] - best[0]:
            best = (days[low][0], day)
    return best


def _picture(svg: str) -> Markup:
    return Markup(svg)
