"""Pages that explain: how to read the site, and what it has for programs."""

from fastapi import APIRouter
from starlette.requests import Request

from waqai.model.chronicle import Outcome, Stance
from waqai.model.events import Status
from waqai.web.asked import Asked
from waqai.web.screen import Shown, add

router = APIRouter(include_in_schema=False)


def show(asked: Asked) -> Shown:
    """What the words, colours and keys mean."""
    return Shown(
        {
            "statuses": [one.value for one in Status],
            "outcomes": [one.value for one in Outcome],
            "stances": [one.value for one in Stance],
        }
    )


def show_api(asked: Asked) -> Shown:
    """The addresses for programs, as OpenAPI describes them."""
    described = asked.request.app.openapi()
    return Shown({"paths": described["paths"], "base": _base(asked.request)})


def _base(request: Request) -> str:
    return f"{request.url.scheme}://{request.url.netloc}"


add(router, "/help", "help.html", show, twins=False)
add(router, "/api", "api.html", show_api, twins=False)
