"""Stories: single articles that must stay one, pages put together that must come apart again.

    python -m eval.stories [--shared DIR] [--pages N] [--show]

Articles of the corpus stand alone (text = title, blank line, text), and two or three of them at a
time are put on one untidy page: a menu, a clock, bylines, links in the middle, tags, buttons and
comments, made from the groups of `knowledge/pages.toml`. A story counts as recovered at an IoU of
0.9 of its characters. Nothing of the corpus is kept.
"""

import argparse
import gzip
import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from eval.report import Table, percent, say, show
from waqai.knowledge import load
from waqai.model.page import Page
from waqai.pages import split

CORPUS = Path("corpora") / "ant_2018_feb_apr.jsonl.gz"
IOU = 0.9
_LEAST = 250  # code points of an article that is put on a page


@dataclass(frozen=True, slots=True)
class Article:
    """An article of the corpus: its title, its text, and how many came before it."""

    name: str
    title: str
    text: str

    @property
    def page(self) -> str:
        return f"{self.title}\n\n{self.text}"


@dataclass(slots=True)
class Untidy:
    """A page being put together: its text so far, and the blocks of each story on it."""

    text: str = ""
    stories: list[list[tuple[int, int]]] = field(default_factory=list)

    def furniture(self, *lines: str) -> None:
        """Lines that belong to no story."""
        for line in lines:
            self.text += line + "\n"

    def block(self, story: int, text: str, end: str = "\n") -> None:
        """A block of the story `story`."""
        start = len(self.text)
        self.text += text
        self.stories[story].append((start, len(self.text)))
        self.text += end


def articles(shared: Path) -> Iterator[Article]:
    """The articles of the corpus in their order."""
    with gzip.open(shared / CORPUS, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield Article(row["id"], row["title"].strip(), row["text"].strip())


def _says(*groups: str) -> list[str]:
    return [says for row in load("pages")["group"] if row["name"] in groups for says in row["says"]]


class Builder:
    """Puts articles on untidy pages; the same seed gives the same pages."""

    def __init__(self, pool: Sequence[Article], seed: int) -> None:
        self.pool, self.chance = pool, random.Random(seed)
        self.related = _says("read_also")
        self.tags, self.share = _says("tags"), _says("share_open")
        self.sections = [says for says in _says("menu") if len(says) > 3]
        self.agencies = [ways[0] for ways in load("pages")["agencies"].values()]
        self.places = load("pages")["places"]["says"]

    def page(self) -> Untidy:
        """Two or three articles, furniture above, between, inside and below them."""
        page = Untidy()
        self._head(page)
        for n in range(self.chance.choice((1, 2, 2, 3))):
            if n:
                self._between(page)
            self._story(page, self.chance.choice(self.pool))
        self._foot(page)
        return page

    def _some(self, chance: float) -> bool:
        return self.chance.random() < chance

    def _day(self) -> str:
        day = f"{self.chance.randint(1, 28)} أبريل {self.chance.randint(2018, 2026)}"
        return self.chance.choice(
            (day, f"الخميس {day} - 04:25 ص", "2025-08-07", "07/08/2025 10:35")
        )

    def _head(self, page: Untidy) -> None:
        if self._some(0.3):
            page.text += f" date {self.chance.randint(2018, 2026)}-04-09 "
            return
        if self._some(0.3):
            page.furniture(
                f"الخميس {self.chance.randint(1, 28)} أبريل 2025", "رئيس التحرير", "كمال أحمد"
            )
        if self._some(0.5):
            page.furniture(*self.chance.sample(self.sections, self.chance.randint(1, 8)))
        page.furniture("")

    def _story(self, page: Untidy, article: Article) -> None:
        chance, story = self.chance, len(page.stories)
        page.stories.append([])
        gap = chance.choice(("", "", "\n"))
        page.block(story, article.title, "\n" + gap)
        if self._some(0.5):
            page.furniture(chance.choice(("", "تاريخ النشر: ", "نشر في: ")) + self._day())
        if self._some(0.3):
            page.furniture(f"كتب- كمال {chance.choice(('أحمد', 'حسن', 'علي'))}")
        if self._some(0.3):
            page.furniture(f"{chance.choice(self.places)} ({chance.choice(self.agencies)})")
        paragraphs = article.text.split("\n")
        for n, paragraph in enumerate(paragraphs):
            page.block(story, paragraph, "\n" + gap)
            inside = 0 < n < len(paragraphs) - 1
            if inside and self._some(0.12):
                page.furniture(f"{chance.choice(self.related)}: {chance.choice(self.pool).title}")
            elif inside and self._some(0.05):
                links = [other.title for other in chance.sample(self.pool, chance.randint(1, 3))]
                page.furniture(chance.choice(self.related), *links)

    def _between(self, page: Untidy) -> None:
        if self._some(0.35):
            page.furniture("", "\u00a0", "")
            return
        if self._some(0.5):
            page.furniture(f"المصدر: {self.chance.choice(self.agencies)}")
        if self._some(0.5):
            page.furniture(f"{self.chance.choice(self.tags)}: مصر الأردن السودان")
        page.furniture(self.chance.choice(self.related) + self.chance.choice((":", "")))
        if self._some(0.3):
            page.furniture(*(other.title for other in self.chance.sample(self.pool, 2)))

    def _foot(self, page: Untidy) -> None:
        if self._some(0.4):
            page.furniture(f"المصدر: {self.chance.choice(self.agencies)}")
        if self._some(0.6):
            page.furniture(self.chance.choice(self.share))
        if self._some(0.4):
            others = self.chance.sample(self.pool, self.chance.randint(1, 5))
            page.furniture(self.chance.choice(self.related), *(other.title for other in others))
        if self._some(0.4):
            page.furniture(
                "التعليقات", "أتمنى أن يصل هذا الكلام إلى من يهمه الأمر قبل فوات الأوان."
            )
        if self._some(0.4):
            page.furniture("جميع الحقوق محفوظة 2025")


def iou(ours: Sequence[tuple[int, int]], gold: Sequence[tuple[int, int]]) -> float:
    """Shared characters over all characters of two lists of spans."""
    one = {i for start, end in ours for i in range(start, end)}
    two = {i for start, end in gold for i in range(start, end)}
    return len(one & two) / len(one | two) if one or two else 1.0


def singles(pool: Sequence[Article], *, shown: bool) -> Table:
    """Articles alone: how many stay one story, how much of their text is kept, how fast."""
    pages = [Page(article.name, article.page) for article in pool]
    begin = time.perf_counter()
    found = [split(page) for page in pages]
    seconds = time.perf_counter() - begin
    one = [len(page.stories) == 1 for page in found]
    kept = sum(b.end - b.start for page in found for story in page.stories for b in story.blocks)
    whole = sum(len(page.text.strip()) for page in pages)
    if shown:
        for page in found:
            if len(page.stories) != 1:
                say(f"{page.page.name}: " + " || ".join(str(s.title) for s in page.stories))
    rows = [
        ("articles", str(len(pool))),
        ("one story", percent(sum(one), len(one))),
        ("characters kept", percent(kept, whole)),
        ("articles a second", f"{len(pool) / seconds:.0f}"),
    ]
    return Table("Single articles", ("measure", "value"), rows)


def untidy(pool: Sequence[Article], count: int, *, shown: bool) -> Table:
    """Untidy pages: stories recovered at `IOU`, and how many stories found are none."""
    builder = Builder([article for article in pool if len(article.text) >= _LEAST], seed=7)
    hit = gold = ours = 0
    shares: list[float] = []
    for _ in range(count):
        page = builder.page()
        found = split(Page("untidy", page.text)).stories
        ours += len(found)
        for blocks in page.stories:
            best = max((iou(story.blocks, blocks) for story in found), default=0.0)
            shares.append(best)
            gold += 1
            hit += best >= IOU
            if shown and best < IOU:
                say(f"--- {best:.2f}", page.text[: blocks[0][1]][-300:])
    rows = [
        ("stories on the pages", str(gold)),
        ("recall at 0.9", percent(hit, gold)),
        ("precision at 0.9", percent(hit, ours)),
        ("mean IoU", f"{sum(shares) / max(len(shares), 1):.3f}"),
    ]
    return Table(f"{count} untidy pages", ("measure", "value"), rows)


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints both tables; gives 0, also when there is no corpus to measure on."""
    parser = argparse.ArgumentParser(prog="python -m eval.stories", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--pages", type=int, default=500, help="how many untidy pages")
    parser.add_argument("--show", action="store_true", help="print what went wrong")
    parser.add_argument("--markdown", action="store_true", help="tables as Markdown")
    options = parser.parse_args(arguments)
    if not (options.shared / CORPUS).is_file():
        say(f"No corpus at {options.shared / CORPUS}: nothing was measured.")
        return 0
    pool = list(articles(options.shared))
    show(singles(pool, shown=options.show), markdown=options.markdown)
    show(untidy(pool, options.pages, shown=options.show), markdown=options.markdown)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
