"""The chronicle as one JSON object: so far its pages with their stories and days.

The keys are promised: docs/json.md tells them, schema/chronicle.schema.json defines them.
"""

from collections.abc import Iterable, Iterator

import orjson

from waqai.chronicle.references import Json
from waqai.exports.annotations import published
from waqai.model.annotated import DatedPage


def pieces(pages: Iterable[DatedPage]) -> Iterator[bytes]:
    """The object in UTF-8, piece by piece, one page a line, so that memory stays flat."""
    yield b'{"pages":['
    between = b"\n"
    for page in pages:
        yield between + orjson.dumps(_page(page))
        between = b",\n"
    yield b"\n]}\n"


def _page(page: DatedPage) -> Json:
    return {
        "page": page.page.name,
        "url": page.page.url,
        "stories": [
            {
                "title": story.annotated.story.title,
                "outlet": story.annotated.story.outlet,
                "published": published(story.published),
            }
            for story in page.stories
        ],
    }
