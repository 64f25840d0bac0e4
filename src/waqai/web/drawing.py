"""What the pictures show, made of the records of the chronicle."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from waqai.model.chronicle import Happening, Position
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
_STRAY = 0.01  # the share of happenings on either side that a strip leaves out


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
    """The days in which nearly all of `counts` lie, and those `chosen`: one deed of long ago, or
    one plan for a far year, would leave no room for the rest."""
    days = sorted((one.day, one.count) for one in counts)
    stray = _STRAY * sum(many for _, many in days)
    first = _edge(days, stray)
    last = _edge(days[::-1], stray)
    first, last = min(first, chosen[0] or first), max(last, chosen[1] or last)
    return Stretch(
        first,
        last,
        sum(many for day, many in days if day < first),
        sum(many for day, many in days if day > last),
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
    """A lane for each of `actors`, with those of `found` in which it takes part."""
    reader, manner = asked.reader, manner_of(asked.reader)
    drawn = tuple(
        pictures.Lane(
            visible(reader.name(actor)),
            tuple(
                _mark(reader, one, announced=one.id in announced)
                for one in found
                if actor.id in one.actors or actor.id in one.recipients
            ),
            asked.here(actor=actor.id, page=None),
        )
        for actor in actors
    )
    data = pictures.Lanes(first, last, drawn)
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
    return _picture(pictures.fitted(lambda width: pictures.network(data, manner, width), 640))


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


def _edge(days: Sequence[tuple[date, int]], stray: float) -> date:
    """The first of `days` with which more than `stray` happenings are passed."""
    passed = 0
    for day, many in days:
        passed += many
        if passed > stray:
            return day
    return days[-1][0]


def _picture(svg: str) -> Markup:
    return Markup(svg)
