"""A happening: what, when and why then, where, who, who tells it, what is disputed of it."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain

from fastapi import APIRouter

from waqai.exports import findings
from waqai.model.chronicle import Conflict, Happening, TellingKey
from waqai.store.queries import contested, disputes, entities, happenings, ledger
from waqai.store.queries.tellings import Told, told
from waqai.web.asked import Asked
from waqai.web.cast import disputed, parties_of
from waqai.web.drawing import day_picture, place_map
from waqai.web.errors import Refused
from waqai.web.record import at_telling
from waqai.web.screen import Listed, Shown, add
from waqai.web.source_link import source_link
from waqai.web.values import value_words

router = APIRouter(include_in_schema=False)
_TELLINGS = 300  # of a happening that are shown
_AROUND = 4  # happenings before, and after


def show(asked: Asked) -> Shown:
    """The happening with the id of the path. Raises Refused when there is none."""
    connection, id = asked.chronicle.connection, asked.request.path_params["id"]
    try:
        one = asked.chronicle.happening(id)
    except KeyError:
        raise Refused("not_found") from None
    tellings = told(connection, id, _TELLINGS)
    announcement = ledger.of_happening(connection, id)
    conflicts = disputes.of_happening(connection, id)
    before, after = happenings.around(connection, one, _AROUND)
    steps = () if announcement is None else announcement.steps
    by = None if announcement is None else announcement.announced_by
    who = {
        **entities.by_ids(
            connection,
            (by, *parties_of([one]), *(step.by for step in steps), *(t.by for t in tellings)),
        ),
        **disputed(connection, conflicts),
    }
    names = {
        "one": one,
        "who": who,
        "accounts": _by_account(tellings),
        "tellings": len(one.tellings),
        "shown": len(tellings),
        "by_key": {telling.key: telling for telling in tellings},
        "announcement": announcement,
        "conflicts": [_sides(asked, conflict, tellings) for conflict in conflicts],
        "map": place_map(asked.reader, None if one.place is None else who[one.place]),
        "days": day_picture(asked.reader, one),
        "before": before,
        "after": after,
        "contested": contested.slots_of(connection, [each.id for each in (one, *before, *after)]),
        "value_words": value_words,
        "source_link": source_link,
        "at_telling": at_telling,
        "first": _first(tellings),
    }
    return Shown(names, lambda: Listed("evidence", len(one.tellings), _rows(asked, one)))


def _by_account(tellings: Sequence[Told]) -> list[list[Told]]:
    """The tellings by the text that they go back to, in their order; of a story that tells it
    twice in one paragraph the first."""
    accounts: dict[str, dict[tuple[str, str], Told]] = {}
    for one in tellings:
        texts = accounts.setdefault(one.account, {})
        texts.setdefault((one.key.story, str(one.paragraph)), one)
    return [list(texts.values()) for texts in accounts.values()]


def _first(tellings: Sequence[Told]) -> tuple[date, tuple[str, ...]] | None:
    """The first day on which a story that tells it is known to be published, and the outlets of
    that day; None when no day is known, or when another may have come earlier."""
    days = [one.place.published for one in tellings]
    first = min((day.day for day in days if day.day is not None), default=None)
    if first is None or any(day.day is None and (day.earliest or first) <= first for day in days):
        return None
    outlets = (one.place.outlet for one in tellings if one.place.published.day == first)
    return first, tuple(dict.fromkeys(filter(None, outlets)))


def _sides(
    asked: Asked, conflict: Conflict, tellings: Sequence[Told]
) -> tuple[Conflict, list[tuple[str, list[Told]]]]:
    """A conflict with each value and the tellings that give it."""
    shown = {telling.key: telling for telling in tellings}
    return conflict, [(value.value, _those(shown, value.tellings)) for value in conflict.values]


def _those(shown: dict[TellingKey, Told], keys: Iterable[TellingKey]) -> list[Told]:
    """Those that are shown, of several in one paragraph the first."""
    found: dict[tuple[str, str], Told] = {}
    for key in keys:
        if key in shown:
            one = shown[key]
            whole = one.paragraph.before + one.paragraph.words + one.paragraph.after
            found.setdefault((key.story, whole[:200]), one)
    return list(found.values())


def _rows(asked: Asked, one: Happening) -> list[dict[str, object]]:
    """The sentences, for programs."""
    explained = asked.chronicle.explain(one.id)
    shown = chain.from_iterable(each.evidence for each in explained)
    return [findings.evidence(each, asked.chronicle.entity) for each in shown]


add(router, "/happening/{id:path}", "happening.html", show)
