"""A timeline as JSON (one object) and as CSV (a row for each happening, story and sentence).

The keys are promised: docs/json.md tells them, schema/timeline.schema.json defines them.
"""

import csv
import io

import orjson

from waqai.chronicle.references import Json
from waqai.exports.annotations import iso
from waqai.exports.findings import Who, happening
from waqai.model.chronicle import Happening
from waqai.store.timeline import StoryLine, Timeline, Told

COLUMNS = (
    "day", "entry", "page", "story", "outlet", "title", "opening", "earliest", "latest", "times",
    "value", "text", "sentence", "id", "type", "kind", "status", "actors", "recipients", "place",
    "headline_ar", "headline_en", "stories",
)  # fmt: skip


def as_json(timeline: Timeline, who: Who) -> bytes:
    """The timeline as one JSON object in UTF-8, with its line end."""
    days = [
        {
            "day": day.day.isoformat(),
            "happenings": [happening(one, who) for one in day.happenings],
            "stories": [_line(story) for story in day.stories],
            "told": [_told(told) for told in day.told],
        }
        for day in timeline.days
    ]
    whole = {
        "days": days,
        "sometime": [happening(one, who) for one in timeline.sometime],
        "undated": [_line(story) for story in timeline.undated],
    }
    return orjson.dumps(whole, option=orjson.OPT_APPEND_NEWLINE)


def as_csv(timeline: Timeline, who: Who) -> str:
    """The timeline as a table: `entry` is "happening", "published", "told" or "undated"."""
    out = io.StringIO()
    table = csv.DictWriter(out, COLUMNS, extrasaction="ignore", lineterminator="\n")
    table.writeheader()
    for day in timeline.days:
        shared = {"day": day.day.isoformat()}
        table.writerows({**_happening(one, who), **shared} for one in day.happenings)
        table.writerows({**_line(s), **shared, "entry": "published"} for s in day.stories)
        table.writerows({**_told(t), **shared, "entry": "told"} for t in day.told)
    table.writerows(_happening(one, who) for one in timeline.sometime)
    table.writerows({**_line(s), "entry": "undated"} for s in timeline.undated)
    return out.getvalue()


def _happening(one: Happening, who: Who) -> Json:
    """A row of the table; several actors are divided by semicolons."""
    return {
        "entry": "happening",
        "id": one.id,
        "type": one.type.value,
        "kind": one.kind,
        "status": one.status.value,
        "actors": "; ".join(who(id).name for id in one.actors),
        "recipients": "; ".join(who(id).name for id in one.recipients),
        "place": one.place and who(one.place).name,
        "headline_ar": one.headline_ar,
        "headline_en": one.headline_en,
        "stories": one.stories,
        "earliest": iso(one.day.earliest),
        "latest": iso(one.day.latest),
    }


def _line(story: StoryLine) -> Json:
    return {
        "page": story.page,
        "story": story.position,
        "title": story.title,
        "opening": None if story.title else story.opening,
        "outlet": story.outlet,
        "earliest": iso(story.earliest),
        "latest": iso(story.latest),
        "times": story.times,
    }


def _told(told: Told) -> Json:
    return {
        "page": told.story.page,
        "story": told.story.position,
        "title": told.story.title,
        "outlet": told.story.outlet,
        "value": told.value,
        "start": told.excerpt.mention.start,
        "end": told.excerpt.mention.end,
        "text": told.excerpt.words,
        "sentence": str(told.excerpt),
    }
