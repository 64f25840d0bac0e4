"""The briefs of a page: what each of its stories gives to the chronicle."""

from collections.abc import Iterator

from waqai.chronicle.identity import story_id
from waqai.model.annotated import DatedPage
from waqai.model.chronicle import Brief
from waqai.resolve.copies import METHOD, signature
from waqai.resolve.neighbours.topics import topic
from waqai.resolve.reports import brief_of

#: How briefs are made; those that were made otherwise are made anew.
MAKER = f"2 {METHOD}"


def briefs_of(page: DatedPage, id: str) -> Iterator[Brief]:
    """The briefs of the stories of `page`, whose id is `id`, in page order."""
    for position, story in enumerate(page.stories):
        text = "\n".join(page.page.text[a:b] for a, b in story.annotated.story.blocks)
        yield brief_of(story_id(id, position), page.page, story, signature(text), topic(text))
