"""waqai as the evaluation runs it: in this process, through its public functions."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from eval.date_case_match import Found

#: Annotates the pages at a path, on a publication day given with them or None.
Annotate = Callable[[Path, date | None], Mapping[str, Mapping[str, Any]]]
#: Reads one text on a publication day (None: unknown) and gives its mentions and ranges.
Reader = Callable[[str, date | None], list[Found]]


def annotations(source: Path, published: date | None = None) -> dict[str, Mapping[str, Any]]:
    """Every page under `source`, by its name, as `waqai annotate --format jsonl` prints it."""
    import waqai
    from waqai.exports.annotations import lines

    printed = lines(waqai.annotate(source, published=published))
    return {page["page"]: page for page in map(json.loads, printed)}


def read_times(text: str, published: date | None) -> list[Found]:
    """The times of `text` taken as one story published on `published`, and its ranges."""
    from waqai.mentions.times import find_times
    from waqai.model.page import Span
    from waqai.model.publication import Publication
    from waqai.resolve.timex import solve

    mentions, periods = find_times(text, (Span(0, len(text)),))
    times = solve(mentions, Publication(published, published))
    found = []
    for time in times:
        first, _, last = time.value.partition("/")
        span = time.mention.start, time.mention.end
        found.append(Found(*span, first, last or first, time.earliest, time.latest))
    for period in periods:
        a, b = times[period.first], times[period.last]
        found.append(
            Found(period.start, period.end, a.value, b.value, a.earliest, b.latest),
        )
    return found
