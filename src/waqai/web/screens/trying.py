"""Try it: a text that somebody pastes, shown as a story is. Nothing of it is kept."""

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from waqai.model.annotated import DatedPage
from waqai.web.asked import Asked, day_of
from waqai.web.errors import Refused
from waqai.web.screen import Shown, add, reader_of
from waqai.web.screens.story import reading
from waqai.web.templating import page as page_of
from waqai.web.trying import try_text
from waqai.web.writing import check_origin, text_of

router = APIRouter(include_in_schema=False)


def show(asked: Asked) -> Shown:
    """The form."""
    return Shown({"most": asked.settings.try_characters})


async def read(request: Request) -> Response:
    """The text of the form as waqai reads it."""
    form = await request.form()
    check_origin(request)
    settings = request.app.state.settings
    text = text_of(form, "text").replace("\r\n", "\n")  # as forms end their lines
    said = form.get("published")
    published = day_of("published", said) if isinstance(said, str) and said else None
    if len(text) > settings.try_characters:
        raise Refused("too_large", f"{len(text):,} > {settings.try_characters:,}")
    found = await run_in_threadpool(try_text, text, published, settings.try_seconds)
    if not found.stories:
        raise Refused("unread")
    reader, index = reader_of(request), _fullest(found)
    names = reading(reader, found, index, {}, {})
    return page_of(reader, "story.html", "/try", "", {**names, "tried": True})


def _fullest(page: DatedPage) -> int:
    """The index of the story of which most is found."""
    told = [len(one.annotated.statements) + len(one.annotated.events) for one in page.stories]
    return told.index(max(told))


add(router, "/try", "try.html", show, twins=False)
router.add_api_route("/try", read, methods=["POST"])
