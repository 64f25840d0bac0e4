"""Review: pairs that may be one, judged the same or not, and undone."""

from enum import StrEnum

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from waqai.api import judge, unjudge
from waqai.exports import findings
from waqai.model.chronicle import Happening, Judgement, Verdict
from waqai.model.names import Entity
from waqai.store.queries import company, entities, happenings, pairs
from waqai.store.queries.mentions import first_mentions
from waqai.store.queries.tellings import told
from waqai.web.asked import Asked, address
from waqai.web.cast import cast_of
from waqai.web.errors import Refused
from waqai.web.screen import Listed, Shown, add
from waqai.web.writing import alone, check, text_of

router = APIRouter(include_in_schema=False)
_SHOWN = 3  # sentences on each side


class Of(StrEnum):
    """What is looked at."""

    HAPPENINGS = "happenings"
    PEOPLE = "people"


def show(asked: Asked) -> Shown:
    """The pair that the address is at, both sides with their sentences, and what was judged."""
    connection = asked.chronicle.connection
    of = asked.one_of("of", Of) or Of.HAPPENINGS
    judged = asked.chronicle.judgements()
    settled = {pairs.things_of(connection, one) for one in judged}
    found = pairs.happening_pairs if of is Of.HAPPENINGS else pairs.person_pairs
    waiting = [p for p in found(connection) if frozenset((p.first, p.second)) not in settled]
    at = asked.number("at", 1, max(len(waiting), 1)) if waiting else 1
    pair = waiting[at - 1] if waiting else None
    names = {
        "of": of.value,
        "pair": pair,
        "sides": () if pair is None else [_side(asked, of, id) for id in (pair.first, pair.second)],
        "at": at,
        "total": len(waiting),
        "judged": [(one, *_called(asked, one)) for one in judged],
        "last": _last(asked, judged),
        "token": asked.request.app.state.token,
    }

    def listed() -> Listed:
        rows = [findings.judgement(one) for one in judged]
        return Listed("judgements", len(judged), rows)

    return Shown(names, listed)


async def judge_pair(request: Request) -> Response:
    """Keep what a person says of a pair, and go on to the next."""
    form = await request.form()
    check(request, form)
    first, second = text_of(form, "first"), text_of(form, "second")
    verdict = text_of(form, "verdict")
    if verdict not in list(Verdict):
        raise Refused("bad_request", f"verdict={verdict}")

    def work() -> Judgement:
        with alone():
            return judge(request.app.state.chronicle, verdict, first, second)

    try:
        made = await run_in_threadpool(work)
    except ValueError as error:
        raise Refused("not_found", f"{first} {second}") from error
    except OSError as error:
        raise Refused("unavailable") from error
    done = {"first": made.first, "second": made.second}
    return _back(form.get("of"), form.get("at"), done)


async def undo(request: Request) -> Response:
    """Take back what was judged of a pair."""
    form = await request.form()
    check(request, form)
    first, second = text_of(form, "first"), text_of(form, "second")

    def work() -> bool:
        with alone():
            return unjudge(request.app.state.chronicle, first, second)

    try:
        found = await run_in_threadpool(work)
    except OSError as error:
        raise Refused("unavailable") from error
    if not found:
        raise Refused("not_found", f"{first} {second}")
    return _back(form.get("of"), None, {})


def _back(of: object, at: object, done: dict[str, str]) -> Response:
    """To the review, by a request of its own, so that to load it again judges nothing again."""
    where = {
        "of": of if isinstance(of, str) and of in list(Of) else None,
        "at": at if isinstance(at, str) and at.isdecimal() else None,
        **done,
    }
    return RedirectResponse(address("/review", where), 303)


def _last(asked: Asked, judged: tuple[Judgement, ...]) -> Judgement | None:
    """What was judged just before, while it stands."""
    named = (asked.word("first"), asked.word("second"))
    return next((one for one in judged if (one.first, one.second) == named), None)


def _called(asked: Asked, one: Judgement) -> tuple[str, str]:
    """What the two sides of a judgement are called."""
    return _name(asked, one.first), _name(asked, one.second)


def _name(asked: Asked, judged: str) -> str:
    connection, reader = asked.chronicle.connection, asked.reader
    if id := pairs.happening_of(connection, judged):
        return reader.headline(happenings.by_ids(connection, [id])[id])
    known = entities.by_ids(connection, [judged]).get(judged)
    return judged if known is None else reader.name(known)


def _side(asked: Asked, of: Of, id: str) -> dict[str, object]:
    """One side of a pair: the thing itself, and the first sentences that tell of it."""
    connection = asked.chronicle.connection
    if of is Of.HAPPENINGS:
        one: Happening = happenings.by_ids(connection, [id])[id]
        sentences = told(connection, id, _SHOWN)
        return {"happening": one, "told": sentences, "who": cast_of(connection, [one])}
    entity: Entity = entities.by_ids(connection, [id])[id]
    return {
        "entity": entity,
        "mentions": list(first_mentions(connection, id, _SHOWN)),
        "titles": entities.titles(connection, id),
        "with_whom": [
            asked.reader.name(other)
            for other in entities.by_ids(
                connection, [one.id for one in company.companions(connection, id, 6)]
            ).values()
        ],
    }


add(router, "/review", "review.html", show)
router.add_api_route("/review/judge", judge_pair, methods=["POST"])
router.add_api_route("/review/undo", undo, methods=["POST"])
