"""Statements as rows, and those through whom they are known."""

from collections.abc import Iterator, Sequence

from waqai.model.statements import Mode, SpeechAct, Statement
from waqai.store.rows.row import Row, span_at, span_if_any, span_row


def statement_row(statement: Statement) -> Row:
    return {
        "start": statement.start,
        "end": statement.end,
        "speaker": statement.speaker,
        "mode": statement.mode.value,
        "act": statement.act.value,
        "verb": statement.verb,
        **span_row("cue", statement.cue),
        "addressee": statement.addressee,
        **span_row("occasion", statement.occasion),
        "said": statement.said,
        "within": statement.within,
    }


def via_rows(statements: Sequence[Statement]) -> Iterator[Row]:
    for index, statement in enumerate(statements):
        for position, entity in enumerate(statement.via):
            yield {"statement": index, "position": position, "entity": entity}


def statements_of(rows: Sequence[Row], via: Sequence[Row]) -> Iterator[Statement]:
    """The statements that `statement_row` and `via_rows` wrote, `via` in the order of positions."""
    through: dict[int, list[int]] = {}
    for row in via:
        through.setdefault(row["statement"], []).append(row["entity"])
    for index, row in enumerate(rows):
        yield Statement(
            row["start"],
            row["end"],
            row["speaker"],
            Mode(row["mode"]),
            SpeechAct(row["act"]),
            row["verb"],
            span_at("cue", row),
            tuple(through.get(index, ())),
            row["addressee"],
            span_if_any("occasion", row),
            row["said"],
            row["within"],
        )
