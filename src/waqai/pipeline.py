"""Stages 2 to 4 in their order: a page in, an annotated page out.

Pure: it knows this one page and nothing else, so it runs anywhere, in any order, in parallel.
"""

from waqai.mentions.times import find_times
from waqai.model.annotated import AnnotatedPage, AnnotatedStory
from waqai.model.page import Page
from waqai.model.story import Story
from waqai.pages import split


def annotate_page(page: Page) -> AnnotatedPage:
    """The stories of `page` with the times each one names, none of them dated yet."""
    parts = split(page)
    stories = tuple(_annotated(page.text, story) for story in parts.stories)
    return AnnotatedPage(page, stories, parts.residue, parts.stamps)


def _annotated(text: str, story: Story) -> AnnotatedStory:
    times, periods = find_times(text, story.blocks)
    return AnnotatedStory(story, times, periods)
