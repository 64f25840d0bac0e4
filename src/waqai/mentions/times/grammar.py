"""The grammar's one public function: a story's text in, its times and ranges out.

The text is read once, left to right. At a token that can begin a time every reader is asked, and
the longest answer stands. Then each time takes from its neighbours what its own words leave open.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from waqai.arabic.calendars import bare_weekdays, months, weekdays
from waqai.arabic.numbers import DEFINITE_WORDS, NUMBER_WORDS, ORDINAL_WORDS
from waqai.arabic.tokens import Tokens, tokenize_spans
from waqai.mentions.times.context import (
    anchors,
    from_the_body,
    from_the_saying,
    shared_words,
    with_direction,
)
from waqai.mentions.times.durations import read_duration
from waqai.mentions.times.match import Match, date
from waqai.mentions.times.moments import read_moment
from waqai.mentions.times.ranges import ordered_ranges, periods, read_short_range
from waqai.mentions.times.spans import read_span
from waqai.mentions.times.vocabulary import (
    day_parts,
    decades,
    feasts,
    frequencies,
    listed,
    portions,
    seasons,
    steps,
    units,
    vague,
)
from waqai.mentions.times.years import calendar_words
from waqai.model.page import Span
from waqai.model.times import Direction, Period, TimeMention, Vague

_READERS: tuple[Callable[[Tokens, int], Match | None], ...] = (
    read_short_range,
    read_moment,
    read_span,
    read_duration,
)


def find_times(
    text: str, spans: Sequence[Span]
) -> tuple[tuple[TimeMention, ...], tuple[Period, ...]]:
    """The times of `text` within `spans` (a story's blocks), in order, and the ranges they form.

    Offsets are code points of `text`. Nothing is raised on any text.
    """
    return times_of(tokenize_spans(text, spans))


def times_of(tokens: Tokens) -> tuple[tuple[TimeMention, ...], tuple[Period, ...]]:
    """The same, of a run of tokens."""
    matches = shared_words(tokens, [with_direction(tokens, m) for m in _matches(tokens)])
    matches = from_the_body(tokens, ordered_ranges(tokens, matches))
    matches = from_the_saying(tokens, matches)
    times = [
        _mention(tokens, match, anchor)
        for match, anchor in zip(matches, anchors(tokens, matches), strict=True)
    ]
    ranges = (
        Period(tokens.starts[begin], times[last].end, first, last)
        for begin, first, last in periods(tokens, matches)
    )
    return tuple(times), tuple(ranges)


def _matches(tokens: Tokens) -> Iterator[Match]:
    triggers = _triggers()
    words = tokens.words
    i, n = 0, len(words)
    while i < n:
        word = words[i]
        behind = triggers.get(word, _NEVER)
        begins = behind is None or (i + 1 < n and words[i + 1] in behind)
        if not begins and not ("0" <= word[0] <= "9"):
            i += 1
            continue
        found = longest(tokens, i)
        if found is None:
            i += 1
        else:
            if not found.silent:
                yield found
            i = found.end


def longest(tokens: Tokens, i: int) -> Match | None:
    """The longest time that begins at token `i`; of equals, that of the first reader."""
    silent = listed("silent", "phrases").at(tokens, i)
    if silent is not None:
        return replace(date(i, silent.end, silent.clitics, Vague(Direction.UNKNOWN)), silent=True)
    best: Match | None = None
    for read in _READERS:
        found = read(tokens, i)
        if found is not None and (best is None or found.end > best.end):
            best = found
    return best


def _mention(tokens: Tokens, match: Match, anchor: int | None) -> TimeMention:
    return TimeMention(
        start=tokens.cut(match.begin, match.clitics),
        end=tokens.ends[match.end - 1],
        type=match.type,
        reference=match.reference,
        part=match.part,
        clock=match.clock,
        portion=match.portion,
        anchor=anchor,
    )


_NEVER: frozenset[str] = frozenset()


@cache
def _triggers() -> dict[str, frozenset[str] | None]:
    """Every folded word with which a time can begin, with those that may stand behind it.

    None is for words behind which anything may stand.
    """
    lexicons = (
        months(), weekdays(), bare_weekdays(), units(), vague(), frequencies(), seasons(),
        decades(), feasts(), portions(), portions("edge_portions"), steps("deictic_days"),
        steps("previous_days"), day_parts("lead"), day_parts("alone"), day_parts("free"),
        listed("nights", "midday"), listed("hours_of"), listed("day_words", "lead"),
        listed("today_with_weekday"), listed("silent", "phrases"),
        listed("day_words", "plural"), listed("nights", "tonight"), listed("nights", "last_night"),
        listed("nights", "midnight"), listed("nights", "this"), listed("clock_words", "hour"),
        listed("ago"), listed("every"), listed("few", "before"), listed("last_n"),
        listed("quarters", "words"), listed("quarters", "halves"), listed("that"),
        listed("vague_units"), listed("weekend"), calendar_words("year_words"),
        calendar_words("year_pair_words"), calendar_words("month_words"),
    )  # fmt: skip
    behind: dict[str, set[str | None]] = defaultdict(set)
    for lexicon in lexicons:
        for word, second in lexicon.openings():
            behind[word].add(second)
    for word in NUMBER_WORDS | ORDINAL_WORDS | DEFINITE_WORDS:
        behind[word].add(None)
    return {
        word: None if None in seconds else frozenset(second for second in seconds if second)
        for word, seconds in behind.items()
    }
