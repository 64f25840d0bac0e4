"""Single findings, each with its sentences and reasons."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from waqai.exports import answers
from waqai.web.errors import Refused
from waqai.web.screen import asked_of, json

router = APIRouter(tags=["findings"])


@router.get("/api/explain/{id:path}", operation_id="explain")
def explain(request: Request, id: str) -> Response:
    """The way from a finding to its sentences.

    `id` is a happening's, an announcement's, a position's, a conflict's, an entity's, a story's
    or a page's, or a page's name.
    """
    with asked_of(request) as asked:
        found = asked.chronicle.explain(id)
        if not found:
            raise Refused("not_found", id)
        return json(answers.explained(asked.chronicle, found))


@router.get("/api/who/{name:path}", operation_id="who")
def who(request: Request, name: str) -> Response:
    """Whom a name may mean, with what they did and said; the first ten."""
    with asked_of(request) as asked:
        found = asked.chronicle.who(name)[:_MEANT]
        return json(answers.who(asked.chronicle, map(asked.chronicle.profile, found)))


_MEANT = 10
