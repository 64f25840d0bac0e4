"""The times of each story marked in its text, as TimeML has it (TIMEX3): a document a story.

docs/exports_linked.md tells what stands for what.
"""

from collections import deque
from collections.abc import Iterator
from xml.sax.saxutils import escape

from waqai.chronicle.identity import page_id, story_id
from waqai.exports.clean_text import xml_text
from waqai.exports.timex3.tags import Tags, creation, tag
from waqai.exports.zipping import zipped
from waqai.model.annotated import DatedStory
from waqai.model.page import Page
from waqai.store.reading import Chronicle


def pieces(chronicle: Chronicle) -> Iterator[bytes]:
    """A zip of documents, STORY.tml for each story, by the names of their pages."""
    return zipped(
        (f"{id}.tml", document(page.page, story, id))
        for page in chronicle.pages(settled=True)
        for number, story in enumerate(page.stories)
        for id in (story_id(page_id(page.page), number),)
    )


def document(page: Page, story: DatedStory, id: str) -> bytes:
    """The TimeML document of the story with the id `id`, in UTF-8.

    Without its tags, TEXT is the story's text as `story_text` gives it.
    """
    about = " ".join(filter(None, (page.name, page.url)))
    day = creation(story.published)
    return "".join(
        (
            '<?xml version="1.0" encoding="utf-8"?>\n<TimeML>\n',
            f"<DOCID>{_text(id)}</DOCID>\n",
            f"<EXTRAINFO>{_text(about)}</EXTRAINFO>\n",
            f"<DCT>{tag(day)}{day['value']}</TIMEX3></DCT>\n",
            f"<TEXT>{''.join(_marked(page.text, story))}</TEXT>\n</TimeML>\n",
        )
    ).encode("utf-8", "replace")


def story_text(text: str, story: DatedStory) -> str:
    """The text of a story: its blocks, a line end between two; U+FFFD where XML has no letter."""
    blocks = story.annotated.story.blocks
    return xml_text("\n".join(text[start:end] for start, end in blocks))


def _marked(text: str, story: DatedStory) -> Iterator[str]:
    """The blocks of a story with the tags of its times; behind them tags without text."""
    tags = Tags(story)
    waiting = deque(sorted(enumerate(story.times), key=lambda one: one[1].mention.start))
    for number, (at, end) in enumerate(story.annotated.story.blocks):
        if number:
            yield "\n"
        while waiting and waiting[0][1].mention.start < end:
            index, timex = waiting.popleft()
            start, behind = timex.mention.start, timex.mention.end
            if at <= start < behind <= end:
                yield _text(text[at:start])
                yield f"{tag(tags.of(index))}{_text(text[start:behind])}</TIMEX3>"
                at = behind
            else:  # it crosses another, or an edge: its tag must not take letters of both
                tags.leave_out(index)
        yield _text(text[at:end])
    for index, _ in waiting:
        tags.leave_out(index)
    yield from (f"{tag(attributes)}</TIMEX3>" for attributes in tags.without_text())


def _text(text: str) -> str:
    """A carriage return by its number: a reader of XML takes it for a line end otherwise."""
    return escape(xml_text(text), {"\r": "&#13;"})
