"""Stages 2 to 4 in their order: a page in, an annotated page out.

Pure: it knows this one page and nothing else, so it runs anywhere, in any order, in parallel.
"""

from waqai.arabic.tokens import tokenize_spans
from waqai.extract.events import find_events
from waqai.extract.statements import find_statements
from waqai.mentions.names import find_names
from waqai.mentions.quantities import find_quantities
from waqai.mentions.times import times_of
from waqai.model.annotated import AnnotatedPage, AnnotatedStory
from waqai.model.page import Page
from waqai.model.story import Story
from waqai.pages import split


def annotate_page(page: Page) -> AnnotatedPage:
    """The stories of `page` with all that each one names and tells, none of them dated yet."""
    parts = split(page)
    stories = tuple(_annotated(page.text, story) for story in parts.stories)
    return AnnotatedPage(page, stories, parts.residue, parts.stamps)


def _annotated(text: str, story: Story) -> AnnotatedStory:
    tokens = tokenize_spans(text, story.blocks)
    times, periods = times_of(tokens)
    entities, names = find_names(tokens, story)
    quantities = find_quantities(tokens, times)
    entities, statements = find_statements(tokens, entities, names, times)
    entities, events = find_events(tokens, entities, names, times, quantities, statements)
    return AnnotatedStory(story, times, periods, entities, names, quantities, statements, events)
