"""Times and periods as rows: what is asked for in columns, the reference whole in JSON."""

import orjson

from waqai.chronicle.references import decode, decode_clock, encode, encode_clock
from waqai.model.annotated import Timex
from waqai.model.times import DayPart, Period, Portion, TimeMention, TimexType
from waqai.store.rows.row import Row


def time_row(timex: Timex) -> Row:
    mention = timex.mention
    clock = encode_clock(mention.clock)
    return {
        "start": mention.start,
        "end": mention.end,
        "type": mention.type.value,
        "value": timex.value,
        "earliest": timex.earliest,
        "latest": timex.latest,
        "mod": mention.portion and mention.portion.value,
        "part": mention.part and mention.part.value,
        "anchor": mention.anchor,
        "clock": clock and orjson.dumps(clock).decode(),
        "reference": orjson.dumps(encode(mention.reference)).decode(),
    }


def time_of(row: Row) -> Timex:
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


def period_row(period: Period) -> Row:
    return {
        "start": period.start,
        "end": period.end,
        "first": period.first,
        "last": period.last,
    }


def period_of(row: Row) -> Period:
    return Period(row["start"], row["end"], row["first"], row["last"])
