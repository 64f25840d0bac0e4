"""The lists: the same as the screens show, with the same filters and limits."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from waqai.model.chronicle import Outcome, Slot, Stance
from waqai.model.events import EventType, Status
from waqai.model.names import EntityKind
from waqai.web.filters import Order
from waqai.web.screen import View, asked_of, json, list_of
from waqai.web.screens import (
    actors,
    announcements,
    conflicts,
    positions,
    review,
    search,
    stories,
    timeline,
    today,
)

router = APIRouter(tags=["lists"])


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a list; `values` are those it may have, None for any text."""

    name: str
    means: str
    values: tuple[str, ...] | None = None
    format: str | None = None

    def described(self) -> dict[str, Any]:
        """As OpenAPI describes it."""
        schema: dict[str, Any] = {"type": "integer" if self.format == "int" else "string"}
        if self.values is not None:
            schema["enum"] = list(self.values)
        if self.format == "date":
            schema["format"] = "date"
        return {"name": self.name, "in": "query", "description": self.means, "schema": schema}


def _one_of(name: str, means: str, kind: type[StrEnum]) -> Parameter:
    return Parameter(name, means, tuple(one.value for one in kind))


_ACTOR = Parameter("actor", "Who takes part: an id, or any name, Arabic or Latin.")
_FROM = Parameter("from", "The first day, such as 2025-08-11.", format="date")
_TO = Parameter("to", "The last day.", format="date")
_ORDER = _one_of("order", "By day, which first.", Order)
_PAGE = Parameter("page", "Which page of the list, from 1.", format="int")
_ROWS = Parameter("rows", "How many records a page has.", format="int")
_PAGED = (_PAGE, _ROWS)
_OUTLET = Parameter("outlet", "The outlet that tells it, as the list of outlets writes it.")

#: Path, key of the records, what it gives, view, parameters.
LISTS: tuple[tuple[str, str, str, View, tuple[Parameter, ...]], ...] = (
    (
        "/api/happenings",
        "happenings",
        "What happened, is to come, or was called off.",
        timeline.show,
        (
            _ACTOR,
            Parameter("place", "Where: an id or any name."),
            _one_of("type", "The PLOVER type.", EventType),
            _one_of("status", "How it stands to the world.", Status),
            _OUTLET,
            _FROM,
            _TO,
            _ORDER,
            *_PAGED,
        ),
    ),
    (
        "/api/changes",
        "changes",
        "What stories published in some days tell, for the first time or again.",
        today.show,
        (
            Parameter("since", "The first day of publication.", format="date"),
            Parameter("on", "The last day of publication.", format="date"),
            _ROWS,
        ),
    ),
    (
        "/api/announcements",
        "announcements",
        "What was told before its time, and what came of it.",
        announcements.show,
        (_ACTOR, _one_of("outcome", "What came of it.", Outcome), _FROM, _TO, _ORDER, *_PAGED),
    ),
    (
        "/api/positions",
        "positions",
        "What actors are on record as holding, with the sentences.",
        positions.show,
        (
            _ACTOR,
            Parameter("issue", "The key of an issue."),
            _one_of("stance", "For, against or conditional.", Stance),
            *_PAGED,
        ),
    ),
    (
        "/api/conflicts",
        "conflicts",
        "Where independent sources disagree.",
        conflicts.show,
        (_one_of("slot", "On what.", Slot), *_PAGED),
    ),
    (
        "/api/entities",
        "entities",
        "Who takes part in something, or whom a name means.",
        actors.show,
        (
            Parameter("q", "A name, in any spelling; then all whom it means, on one page."),
            _one_of("kind", "What it is.", EntityKind),
            *_PAGED,
        ),
    ),
    (
        "/api/stories",
        "stories",
        "What was published, the latest first.",
        stories.show,
        (
            _OUTLET,
            _FROM,
            _TO,
            Parameter("undated", "Those of an unknown day only.", ("1",)),
            *_PAGED,
        ),
    ),
    (
        "/api/search",
        "found",
        "Sentences with all of some words, the best first.",
        search.show,
        (Parameter("q", 'Words as people type them; "words in quotes" are a phrase.'), *_PAGED),
    ),
    (
        "/api/judgements",
        "judgements",
        "What people judged to be the same, or not.",
        review.show,
        (),
    ),
)


def _endpoint(view: View) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        with asked_of(request) as asked:
            return json(list_of(view(asked)))

    return answer


def _described(key: str, parameters: tuple[Parameter, ...]) -> dict[str, Any]:
    records = {"type": "array", "items": {"type": "object"}}
    schema = {
        "type": "object",
        "required": ["total", key],
        "properties": {"total": {"type": "integer"}, key: records},
    }
    return {
        "parameters": [one.described() for one in parameters],
        "responses": {
            "200": {
                "description": f"`total`: how many there are; `{key}`: those of the page.",
                "content": {"application/json": {"schema": schema}},
            },
            "default": {
                "description": "What went wrong.",
                "content": {"application/json": {"schema": ERROR}},
            },
        },
    }


#: The one shape of an error, as JSON Schema.
ERROR = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["code", "message"],
            "properties": {"code": {"type": "string"}, "message": {"type": "string"}},
        }
    },
}

for _path, _key, _summary, _view, _parameters in LISTS:
    router.add_api_route(
        _path,
        _endpoint(_view),
        methods=["GET"],
        summary=_summary,
        operation_id=_path.removeprefix("/api/"),
        openapi_extra=_described(_key, _parameters),
    )
