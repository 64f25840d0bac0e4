"""Scores other tools on the same gold: `python -m eval.baselines --shared DIR`.

HeidelTime and dateparser find times in text and know nothing of pages, stories or publication
days. So each is handed every story of the gold cut out for it, with the story's true publication
day: more than waqai is given on the pages.
"""

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from eval import dateparser_search, gold, heideltime
from eval.report import Table, say, show
from eval.shared import Shared

Json = dict[str, Any]
#: A tool: the times in a text published on a day, as the gold's JSON has them.
Tool = Callable[[str, date], list[Json]]


def heideltime_times(text: str, published: date) -> list[Json]:
    """What HeidelTime finds, one start of the program a text."""
    return [
        {"start": t.start, "end": t.end, "type": t.type, "value": t.value}
        for t in heideltime.annotate(text, published).times
    ]


def dateparser_times(text: str, published: date) -> list[Json]:
    """What dateparser's `search_dates` finds: days, each put where its words next stand."""
    rows, at = [], 0
    for words, moment in dateparser_search.search(text, published):
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            rows.append({"start": start, "end": at, "value": moment.date().isoformat()})
    return rows


TOOLS: tuple[tuple[str, Tool, Callable[[], str | None]], ...] = (
    ("HeidelTime", heideltime_times, heideltime.missing),
    ("dateparser", dateparser_times, dateparser_search.missing),
)


def page_stories(shared: Shared) -> Iterator[tuple[str, str, date, Json]]:
    """Every gold story: page, the page's text with all else blanked, its day, its gold row."""
    for path in sorted(shared.page_annotations.glob("*.json")):
        page = json.loads(path.read_text(encoding="utf-8"))
        text = (shared.pages / page["page"]).read_bytes().decode("utf-8")
        for story in page["stories"]:
            yield page["page"], blank_outside(text, story["blocks"]), _day(story), story


def articles(shared: Shared) -> Iterator[tuple[str, str, date, Json]]:
    """Every gold article in the same shape."""
    for line in shared.articles.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield row["id"], row["text"], _day(row), {"blocks": [[0, len(row["text"])]]}


def system_output(stories: Iterator[tuple[str, str, date, Json]], tool: Tool) -> dict[str, Json]:
    """The tool's times on every story, as the scorer wants them."""
    pages: dict[str, Json] = {}
    for name, text, day, story in stories:
        row = {"blocks": story["blocks"], "times": tool(text, day)}
        pages.setdefault(name, {"page": name, "stories": []})["stories"].append(row)
    return pages


def blank_outside(text: str, blocks: list[list[int]]) -> str:
    """`text` with every character outside the blocks a space: offsets stay."""
    kept = [" "] * len(text)
    for start, end in blocks:
        kept[start:end] = text[start:end]
    return "".join(kept)


def _day(row: Json) -> date:
    return date.fromisoformat(row["published"][:10])


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints a table of span and value F1 for each tool that is there; 0."""
    parser = argparse.ArgumentParser(prog="python -m eval.baselines", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--markdown", action="store_true")
    options = parser.parse_args(arguments)
    shared = Shared(options.shared)
    if not shared.has_gold():
        say(f"No gold at {shared.root}: nothing was scored.")
        return 0
    scorer = gold.load_scorer(shared.scorer)
    rows = []
    for name, tool, missing in TOOLS:
        if why := missing():
            say(f"{name} left out: {why}.")
            continue
        for label, stories, folder in (
            ("gold pages", page_stories(shared), shared.page_annotations),
            ("gold articles", articles(shared), shared.article_annotations),
        ):
            scores = scorer(folder, system_output(stories, tool), None)
            f1 = [f"{scores[layer]['f1']:.4f}" for layer in ("times_span", "times_value")]
            rows.append([f"{name}, {label}", *f1])
    head = ["tool and set", "span F1", "value F1"]
    show(Table("Other tools, every publication day given", head, rows), markdown=options.markdown)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
