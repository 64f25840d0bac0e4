"""A dated page as rows of the chronicle's tables, and back: nothing is lost on the way."""

from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import Any

import orjson
from sqlalchemy import Table

from waqai.chronicle.identity import story_id
from waqai.chronicle.references import decode, decode_clock, encode, encode_clock
from waqai.model.annotated import AnnotatedStory, DatedPage, DatedStory, Timex
from waqai.model.page import Page, Span, Stamp, StampRole
from waqai.model.publication import Publication, Reason
from waqai.model.story import Residue, ResidueKind, Story
from waqai.model.times import DayPart, Period, Portion, TimeMention, TimexType
from waqai.store import schema

Row = dict[str, Any]  # a row as SQLAlchemy takes and gives it: column name to value
Rows = dict[Table, list[Row]]


def to_rows(page: DatedPage, id: str, generation: int, current: bool, reader: str) -> Rows:
    """All rows of `page` by table, owners before what they own."""
    stamps = _numbered(page)
    rows: Rows = {}
    about = {"id": id, "current": current, "generation": generation, "reader": reader}
    rows[schema.pages] = [{**about, **{name: getattr(page.page, name) for name in _PAGE}}]
    rows[schema.residue] = [
        {"page": id, "position": n, "start": r.start, "end": r.end, "kind": r.kind.value}
        for n, r in enumerate(page.residue)
    ]
    rows[schema.stamps] = [
        {"page": id, "position": n, **_stamp_row(stamp, given_by)}
        for n, (stamp, given_by) in enumerate(stamps)
    ]
    for position, story in enumerate(page.stories):
        owner = {"story": story_id(id, position)}
        first = {"id": owner["story"], "page": id, "position": position, **_story_row(story)}
        rows.setdefault(schema.stories, []).append(first)
        for table, parts in _story_parts(story, [stamp for stamp, _ in stamps]):
            rows.setdefault(table, []).extend(
                {**owner, "position": n, **part} for n, part in enumerate(parts)
            )
    return {table: some for table, some in rows.items() if some}


def from_rows(page: Row, stories: Sequence[Row], parts: dict[Table, list[Row]]) -> DatedPage:
    """The dated page that `to_rows` wrote. All rows are in the order of their positions."""
    stamps = [_stamp(row) for row in parts[schema.stamps]]
    by_giver = {
        giver: tuple(s for s, row in zip(stamps, parts[schema.stamps], strict=True)
                     if row["given_by"] == giver)
        for giver in ("source", "text")
    }  # fmt: skip
    of_story: dict[Table, dict[str, list[Row]]] = {}
    for table in _OF_STORY:
        owned = of_story.setdefault(table, {})
        for row in parts[table]:
            owned.setdefault(row["story"], []).append(row)
    return DatedPage(
        Page(
            **{name: page[name] for name in _PAGE},
            stamps=by_giver["source"],
        ),
        tuple(
            _story(row, {t: of_story[t].get(row["id"], []) for t in _OF_STORY}, stamps)
            for row in stories
        ),
        tuple(Residue(r["start"], r["end"], ResidueKind(r["kind"])) for r in parts[schema.residue]),
        by_giver["text"],
    )


_PAGE = ("name", "text", "source", "url", "title", "outlet", "author", "encoding")
_SAID = ("title", "outlet", "author", "agency", "dateline")
_OF_STORY = (schema.blocks, schema.story_stamps, schema.times, schema.periods, schema.reasons)


def _numbered(page: DatedPage) -> list[tuple[Stamp, str | None]]:
    """Every stamp of the page with who gave it; the last are those that only a story knows."""
    stamps: list[tuple[Stamp, str | None]] = [(stamp, "source") for stamp in page.page.stamps]
    stamps += [(stamp, "text") for stamp in page.stamps]
    known = [stamp for stamp, _ in stamps]
    for story in page.stories:
        for stamp in story.annotated.story.stamps:
            if stamp not in known:
                known.append(stamp)
                stamps.append((stamp, None))
    return stamps


def _stamp_row(stamp: Stamp, given_by: str | None) -> Row:
    return {
        "given_by": given_by,
        "day": stamp.day.isoformat(),
        "clock": stamp.clock and stamp.clock.isoformat(),
        "role": stamp.role.value,
        "text": stamp.text,
        "start": stamp.start,
        "end": stamp.end,
    }


def _stamp(row: Row) -> Stamp:
    clock = row["clock"] and time.fromisoformat(row["clock"])
    day, role = date.fromisoformat(row["day"]), StampRole(row["role"])
    return Stamp(day, role, row["text"], row["start"], row["end"], clock)


def _story_row(story: DatedStory) -> Row:
    told, published = story.annotated.story, story.published
    start, end = told.title_span or (None, None)
    return {
        **{name: getattr(told, name) for name in _SAID},
        "title_start": start,
        "title_end": end,
        "published": _iso(published.day),
        "earliest": _iso(published.earliest),
        "latest": _iso(published.latest),
    }


def _story_parts(story: DatedStory, stamps: list[Stamp]) -> Iterable[tuple[Table, list[Row]]]:
    told = story.annotated.story
    yield schema.blocks, [{"start": a, "end": b} for a, b in told.blocks]
    yield schema.story_stamps, [{"stamp": stamps.index(stamp)} for stamp in told.stamps]
    yield schema.times, [_time_row(timex) for timex in story.times]
    yield (
        schema.periods,
        [
            {"start": p.start, "end": p.end, "first": p.first, "last": p.last}
            for p in story.annotated.periods
        ],
    )
    yield (
        schema.reasons,
        [
            {"rule": r.rule, "en": r.en, "ar": r.ar, "start": r.start, "end": r.end, "kept": r.kept}
            for r in story.published.why
        ],
    )


def _story(row: Row, parts: dict[Table, list[Row]], stamps: list[Stamp]) -> DatedStory:
    title = row["title_start"]
    told = Story(
        tuple(Span(b["start"], b["end"]) for b in parts[schema.blocks]),
        title_span=None if title is None else Span(title, row["title_end"]),
        stamps=tuple(stamps[s["stamp"]] for s in parts[schema.story_stamps]),
        **{name: row[name] for name in _SAID},
    )
    times = tuple(_time(time_row) for time_row in parts[schema.times])
    periods = tuple(
        Period(p["start"], p["end"], p["first"], p["last"]) for p in parts[schema.periods]
    )
    why = tuple(
        Reason(r["rule"], r["en"], r["ar"], r["start"], r["end"], r["kept"])
        for r in parts[schema.reasons]
    )
    published = Publication(_day(row["earliest"]), _day(row["latest"]), why)
    annotated = AnnotatedStory(told, tuple(timex.mention for timex in times), periods)
    return DatedStory(annotated, published, times)


def _time_row(timex: Timex) -> Row:
    mention = timex.mention
    clock = encode_clock(mention.clock)
    return {
        "start": mention.start,
        "end": mention.end,
        "type": mention.type.value,
        "value": timex.value,
        "earliest": timex.earliest,
        "latest": timex.latest,
        "mod": mention.portion,
        "part": mention.part,
        "anchor": mention.anchor,
        "clock": clock and orjson.dumps(clock).decode(),
        "reference": orjson.dumps(encode(mention.reference)).decode(),
    }


def _time(row: Row) -> Timex:
    mention = TimeMention(
        row["start"],
        row["end"],
        TimexType(row["type"]),
        decode(orjson.loads(row["reference"])),
        row["part"] and DayPart(row["part"]),
        decode_clock(row["clock"] and orjson.loads(row["clock"])),
        row["mod"] and Portion(row["mod"]),
        row["anchor"],
    )
    return Timex(mention, row["value"], row["earliest"], row["latest"])


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(iso: str | None) -> date | None:
    return None if iso is None else date.fromisoformat(iso)
