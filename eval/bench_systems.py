"""What `python -m eval.bench` measures in its own process: the floor, waqai whole, dateparser.

The stages of waqai are timed within one pass, each on what the stages before it have found.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from eval import dateparser_search
from eval.report import say
from waqai.arabic.tokens import tokenize, tokenize_spans
from waqai.extract.events import find_events
from waqai.extract.statements import find_statements
from waqai.mentions.names import find_names
from waqai.mentions.quantities import find_quantities
from waqai.mentions.times import times_of
from waqai.model.page import Page, Stamp, StampRole
from waqai.pages import split
from waqai.pipeline import annotate_page
from waqai.resolve import date as date_page


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it is read from a file: its bytes, and the day it was published."""

    name: str
    raw: bytes
    published: date


@dataclass(slots=True)
class Measured:
    """How many articles a system has read, and in how many seconds of processor time."""

    articles: int = 0
    seconds: float = 0.0

    @property
    def speed(self) -> float:
        """Articles a second."""
        return self.articles / self.seconds if self.seconds else 0.0


Work = Callable[[Article], object]
Clock = Callable[[], float]

FLOOR = "floor: decode and tokenise"
PIPELINE = "waqai: whole pipeline"
WHOLE = "waqai: whole, with days"


def systems() -> dict[str, Work]:
    """What is measured in this process, by name; dateparser when it is there."""
    found: dict[str, Work] = {
        FLOOR: lambda article: tokenize(article.raw.decode("utf-8")),
        PIPELINE: lambda article: annotate_page(_page(article)),
        WHOLE: lambda article: date_page(annotate_page(_page(article))),
    }
    if (why := dateparser_search.missing()) is None:
        found["dateparser: search_dates"] = lambda article: dateparser_search.search(
            article.raw.decode("utf-8"), article.published
        )
    else:
        say(f"dateparser left out: {why}.")
    return found


def measure_stages(
    articles: Sequence[Article], clock: Clock = time.process_time
) -> dict[str, Measured]:
    """The stages of the pipeline, in their order, over the same articles."""
    seconds: defaultdict[str, float] = defaultdict(float)
    for article in articles:
        page = _page(article)
        before = clock()
        stories = split(page).stories
        seconds["stories"] += clock() - before
        for story in stories:
            marks = [clock()]
            tokens = tokenize_spans(page.text, story.blocks)
            marks.append(clock())
            times, _ = times_of(tokens)
            marks.append(clock())
            entities, names = find_names(tokens, story)
            quantities = find_quantities(tokens, times)
            marks.append(clock())
            entities, statements = find_statements(tokens, entities, names, times)
            marks.append(clock())
            find_events(tokens, entities, names, times, quantities, statements)
            marks.append(clock())
            for stage, first, last in zip(_IN_A_STORY, marks, marks[1:], strict=False):
                seconds[stage] += last - first
    return {f"waqai: {name}": Measured(len(articles), spent) for name, spent in seconds.items()}


_IN_A_STORY = ("tokens of the stories", "times", "names and quantities", "statements", "events")


def _page(article: Article) -> Page:
    stamp = Stamp(article.published, StampRole.GIVEN, article.published.isoformat())
    return Page(article.name, article.raw.decode("utf-8"), stamps=(stamp,))
