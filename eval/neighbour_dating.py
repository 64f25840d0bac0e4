"""Days of stories whose publication day is hidden: told by their neighbours, and by simpler means.

    python -m eval.neighbour_dating --shared DIR [--misses]

Of the articles of the fortnight in the middle of the corpus, sorted by id, every fifth loses its
name, address and publication day; the rest of the corpus stands around them as it is. Each hidden
article is dated by its own words alone, by the day of the most like of the others (cosine of their
words, rare ones weighing more), and by the chronicle of all. What is certain is a window of one
day; where it is wider, the day that it gives as the likeliest counts as its word. Beside these
stand how many of the windows hold the day, and how wide they are. Two further fortnights are
measured the same way; on none of the three were the weights fitted (docs/chronicle.md).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from statistics import median

from eval.findings import annotated, stories_of
from eval.likeness import Likest
from eval.on_corpus import command
from eval.report import Report, Table, percent
from eval.shared import Shared
from waqai.chronicle.identity import page_id, story_id
from waqai.chronicle.single import date_single
from waqai.model.annotated import DatedPage
from waqai.model.publication import Publication
from waqai.model.quarantine import Quarantined

SET = "neighbour_dating"

_FORTNIGHT = timedelta(days=13)
_EVERY = 5
#: Where the further fortnights begin, in days from the beginning of the one in the middle.
_FURTHER = (-14, 22)
#: Windows of so many days at most are told of together.
_WIDTHS = (1, 3, 7, 14, 31, 10**6)
_CHRONICLE = "the chronicle"


@dataclass(frozen=True, slots=True)
class Hidden:
    """An article whose day is hidden: its page without it, and the day."""

    page: DatedPage
    day: date

    @property
    def story(self) -> str:
        """The id of its first story, which is the article."""
        return story_id(page_id(self.page.page), 0)


def middle(pages: Sequence[DatedPage]) -> date:
    """The first day of the fortnight in the middle of the days of `pages`."""
    days = sorted(day for page in pages if (day := day_of(page)) is not None)
    return days[0] + (days[-1] - days[0] - _FORTNIGHT) // 2


def hide(
    pages: Sequence[DatedPage], first: date | None = None
) -> tuple[list[Hidden], list[DatedPage]]:
    """Every fifth page of a fortnight without its day, and all the others.

    `first` is its first day; without it, it is the one in the middle.
    """
    begins = middle(pages) if first is None else first
    within = sorted(
        (page for page in pages if _lies(day_of(page), begins)), key=lambda page: page.page.name
    )
    chosen = {page.page.name for page in within[::_EVERY]}
    hidden = [
        Hidden(without_day(page), day)
        for page in within[::_EVERY]
        if (day := day_of(page)) is not None
    ]
    return hidden, [page for page in pages if page.page.name not in chosen]


def _lies(day: date | None, first: date) -> bool:
    return day is not None and first <= day <= first + _FORTNIGHT


def day_of(page: DatedPage) -> date | None:
    """The publication day of a page's first story, where it has one."""
    return page.stories[0].published.day if page.stories else None


def without_day(page: DatedPage) -> DatedPage:
    """`page` read again with nothing around its text that could tell its day.

    Raises RuntimeError where it cannot be read: then something is broken.
    """
    name = f"hidden {page_id(page.page)}"
    bare = replace(page.page, name=name, source=name, url=None, stamps=())
    read = date_single(bare, seconds=60)
    if isinstance(read, Quarantined):
        raise RuntimeError(f"{page.page.name}: {read.reason}")
    return read


@dataclass(frozen=True, slots=True)
class Dated:
    """What one way of dating says of one article."""

    hidden: Hidden
    said: Publication

    @property
    def is_certain(self) -> bool:
        """Whether it gives one day and no other."""
        return self.said.day is not None

    @property
    def off(self) -> int | None:
        """How many days the likeliest day is from the true one, None where it gives none."""
        day = self.said.day or self.said.likely
        return None if day is None else abs((day - self.hidden.day).days)

    @property
    def holds(self) -> bool:
        """Whether both ends are told, and the day lies between them."""
        first, last = self.said.earliest, self.said.latest
        return first is not None and last is not None and first <= self.hidden.day <= last

    @property
    def width(self) -> int | None:
        """How many days the window has, None where a side is open."""
        first, last = self.said.earliest, self.said.latest
        return None if first is None or last is None else (last - first).days + 1


def score(ways: Mapping[str, Sequence[Dated]]) -> Report:
    """How often each way is right to the day and within a day, and how often it is certain."""
    report = Report()
    rows = []
    for way, dated in ways.items():
        certain = [one for one in dated if one.is_certain]
        right = sum(one.off == 0 for one in dated)
        near = sum(one.off is not None and one.off <= 1 for one in dated)
        sure = sum(one.off == 0 for one in certain)
        bounded = [width for one in dated if (width := one.width) is not None]
        held = sum(one.holds for one in dated)
        rows.append(
            [
                way,
                percent(right, len(dated)),
                percent(near, len(dated)),
                str(len(certain)),
                percent(sure, len(certain)),
                f"{held}/{len(bounded)}",
                f"{median(bounded):g}" if bounded else "",
            ]
        )
        figures = {
            "right": right / len(dated) if dated else 0.0,
            "near": near / len(dated) if dated else 0.0,
            "certain": len(certain) / len(dated) if dated else 0.0,
            "certain_right": sure / len(certain) if certain else 0.0,
            "held": held / len(bounded) if bounded else 0.0,
        }
        report.figures |= {(SET, way.replace(" ", "_"), m): value for m, value in figures.items()}
    count = len(next(iter(ways.values()), ()))
    head = ["by", "to the day", "within a day", "certain", "of these right", "windows that hold it"]
    title = f"{count} articles whose day was hidden"
    report.tables.append(Table(title, [*head, "days wide (median)"], rows))
    return report


def windows(dated: Sequence[Dated]) -> Table:
    """How many of the windows hold the day, and how often the likeliest is right, by width."""
    rows = []
    fewer = 0
    for most in _WIDTHS:
        these = [one for one in dated if (width := one.width) is not None and fewer < width <= most]
        held = sum(one.holds for one in these)
        right = sum(one.off == 0 for one in these)
        near = sum(one.off is not None and one.off <= 1 for one in these)
        name = "1" if most == 1 else f"{fewer + 1} or more"
        if 1 < most < _WIDTHS[-1]:
            name = f"{fewer + 1}–{most}"
        shares = [percent(count, len(these)) for count in (held, right, near)]
        rows.append([name, str(len(these)), *shares])
        fewer = most
    head = ["days wide", "windows", "hold the day", "likeliest right", "within a day"]
    return Table("The chronicle's windows, all three fortnights", head, rows)


def date_all(pages: Sequence[DatedPage], first: date | None = None) -> dict[str, list[Dated]]:
    """What each way of dating says of the hidden articles, in the order of their names.

    `first` is the first day of their fortnight, as in `hide`.
    """
    hidden, others = hide(pages, first)
    likest = Likest({at: _text(page) for at, page in enumerate(others)})
    days = {at: day_of(page) for at, page in enumerate(others)}

    def nearest(one: Hidden) -> Publication:
        at = likest.of(_text(one.page))
        return Publication(None, None) if at is None else Publication(days[at], days[at])

    settled = stories_of([*others, *(one.page for one in hidden)]).findings().settled

    def together(one: Hidden) -> Publication:
        return settled.get(one.story, _alone(one))

    ways: dict[str, Callable[[Hidden], Publication]] = {
        "its own words": _alone,
        "the likest text": nearest,
        _CHRONICLE: together,
    }
    return {name: [Dated(one, way(one)) for one in hidden] for name, way in ways.items()}


def _alone(one: Hidden) -> Publication:
    return one.page.stories[0].published


def _text(page: DatedPage) -> str:
    return page.page.text


def report(shared: Shared) -> Report:
    """The hidden articles of the corpus, dated by each way; scored are those of the middle."""
    pages = annotated(shared.corpus)
    begins = middle(pages)
    ways = date_all(pages)
    found = score(ways)
    pooled = {way: list(dated) for way, dated in ways.items()}
    for by in _FURTHER:
        first = begins + timedelta(by)
        further = date_all(pages, first)
        found.tables.append(_titled(further, f"{first} to {first + _FORTNIGHT}"))
        for way, dated in further.items():
            pooled[way] += dated
    found.tables += [_titled(pooled, "all three fortnights"), windows(pooled[_CHRONICLE])]
    found.misses = [
        f"{one.hidden.page.page.name}: published {one.hidden.day}, "
        f"{one.said.earliest or ''}..{one.said.latest or ''} {one.said.likely or ''}: "
        f"{one.hidden.page.stories[0].annotated.story.title}"
        for one in ways[_CHRONICLE]
        if one.off or not one.holds
    ]
    return found


def _titled(ways: Mapping[str, Sequence[Dated]], days: str) -> Table:
    [table] = score(ways).tables
    return replace(table, title=f"{table.title}, {days}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints how well each way dates, and what was dated wrongly on demand; 0."""
    return command(
        "eval.neighbour_dating", __doc__, report, "print what was dated wrongly", arguments
    )


if __name__ == "__main__":
    raise SystemExit(main())
