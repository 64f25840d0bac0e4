"""How well publication days are found: `python -m eval.dating --shared DIR [--limit N]`.

The articles of the corpus bear the day they were published; it is hidden, and stamps that are
right, late or absent are put in its place. What comes back is right, wrong, or open (a window).
"""

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

from eval.report import Table, percent, say, show
from eval.shared import Shared
from waqai.mentions.times import find_times
from waqai.model.annotated import AnnotatedPage, AnnotatedStory
from waqai.model.page import Page, Span, Stamp, StampRole
from waqai.model.publication import Publication
from waqai.model.story import Story
from waqai.model.times import Anchor, Shift, Unit, Weekday
from waqai.resolve.publication import date_page

_LAGS = range(4)


@dataclass(frozen=True, slots=True)
class Article:
    """An article with its times, and the day its `published` field names."""

    page: Page
    story: AnnotatedStory
    day: date

    def dated(self, *stamps: Stamp) -> Publication:
        """Its publication day as waqai finds it from `stamps` and the text."""
        page = Page(self.page.name, self.page.text, stamps=stamps)
        return date_page(AnnotatedPage(page, (self.story,), (), ()))[0]

    def own_weekday(self) -> tuple[str, int] | None:
        """The first "اليوم الأربعاء" or "أمس الثلاثاء": which, and the weekday it gives today."""
        for mention in self.story.times:
            said = mention.reference
            if not isinstance(said, Shift) or said.weekday is None or said.unit is not Unit.DAY:
                continue
            if said.anchor is Anchor.PUBLICATION and said.by in {0, -1}:
                return ("today" if said.by == 0 else "yesterday"), said.weekday - said.by
        return None


def read_articles(path: Path, limit: int | None) -> Iterator[Article]:
    """The articles of the corpus; a page's text is title, blank line, text."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if limit is not None and number >= limit:
                return
            row = json.loads(line)
            title, text = row["title"], f"{row['title']}\n\n{row['text']}"
            blocks = (Span(0, len(text)),)
            story = Story(blocks, title, Span(0, len(title)))
            annotated = AnnotatedStory(story, *find_times(text, blocks))
            day = parsedate_to_datetime(row["published"]).date()
            yield Article(Page(row["id"], text), annotated, day)


def own_words(articles: Sequence[Article]) -> Table:
    """How far the text's own "اليوم X" lies from the day of the field."""
    counts: Counter[tuple[str, int]] = Counter()
    for article in articles:
        found = article.own_weekday()
        if found is not None:
            off = (found[1] - article.day.isoweekday() + 3) % 7 - 3
            counts[found[0], off] += 1
        opening = _opening(article)
        if opening is not None:
            counts["opening", -((article.day.isoweekday() - opening) % 7)] += 1
    offs = sorted({off for _, off in counts})
    rows = []
    for kind in ("today", "yesterday", "opening"):
        whole = sum(n for (k, _), n in counts.items() if k == kind)
        shares = [percent(counts[kind, off], whole) for off in offs]
        rows.append([kind, str(whole), *shares])
    head = ["the text's own day", "articles", *(f"{off:+d}" if off else "0" for off in offs)]
    return Table("Days from the field to the day that the text gives as its own", head, rows)


def _opening(article: Article) -> int | None:
    for mention in article.story.times:
        said = mention.reference
        if mention.start > len(article.story.story.title or "") + 250:
            return None
        if isinstance(said, Weekday) and not said.explicit and said.week_shift is None:
            return said.weekday
    return None


def hidden(articles: Sequence[Article]) -> Table:
    """What comes back when the day is hidden behind a stamp that is right or late, or absent."""
    own = [article for article in articles if article.own_weekday() is not None]
    rows = [_row("no stamp", articles, lambda article: ())]
    for role in (StampRole.HEADER, StampRole.CLOCK):
        for lag in _LAGS:
            stamps = _late(role, lag)
            rows.append(_row(_name(role, lag), articles, stamps))
            rows.append(_row("… where the text names its weekday", own, stamps))
    head = [
        "stamp",
        "articles",
        "right",
        "wrong",
        "open",
        "window holds it",
        "closed",
        "the day before",
    ]
    return Table("The day hidden behind a stamp", head, rows)


def _name(role: StampRole, lag: int) -> str:
    return f"{role.value}, " + ("right" if not lag else f"{lag} day{'s' * (lag > 1)} late")


def _late(role: StampRole, lag: int) -> Callable[[Article], tuple[Stamp, ...]]:
    return lambda article: (Stamp(article.day + timedelta(lag), role, ""),)


def _row(
    name: str, articles: Sequence[Article], stamps: Callable[[Article], tuple[Stamp, ...]]
) -> list[str]:
    counts: Counter[str] = Counter()
    for article in articles:
        found = article.dated(*stamps(article))
        if found.day is not None:
            counts["right" if found.day == article.day else "wrong"] += 1
            counts["eve"] += found.day == article.day - timedelta(1)
        else:
            counts["open"] += 1
        counts["held"] += _holds(found, article.day)
        counts["closed"] += found.earliest is not None and found.latest is not None
    keys = ("right", "wrong", "open", "held", "closed", "eve")
    return [name, str(len(articles)), *(percent(counts[key], len(articles)) for key in keys)]


def _holds(found: Publication, day: date) -> bool:
    return (found.earliest is None or found.earliest <= day) and (
        found.latest is None or day <= found.latest
    )


def speed(articles: Sequence[Article]) -> str:
    """Stories dated a second on one core, a right header given, times already found."""
    begun = time.perf_counter()
    for article in articles:
        article.dated(Stamp(article.day, StampRole.HEADER, ""))
    taken = time.perf_counter() - begun
    times = sum(len(article.story.times) for article in articles)
    return f"{len(articles) / taken:.0f} stories a second, {times / len(articles):.1f} times each"


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the tables; exit code 0, also where there is no corpus."""
    parser = argparse.ArgumentParser(prog="python -m eval.dating", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--limit", type=int, help="only the first N articles")
    parser.add_argument("--markdown", action="store_true", help="tables as Markdown")
    options = parser.parse_args(arguments)
    corpus = Shared(options.shared).corpus
    if not corpus.is_file():
        say(f"No corpus at {corpus}: nothing was measured.")
        return 0
    articles = list(read_articles(corpus, options.limit))
    for table in (own_words(articles), hidden(articles)):
        show(table, markdown=options.markdown)
    say(speed(articles))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
