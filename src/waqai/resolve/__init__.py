"""Stage 5: references become days, roles the people who held them; days keep their reasons."""

from waqai.model.annotated import AnnotatedPage, AnnotatedStory, DatedPage, DatedStory
from waqai.model.publication import Publication
from waqai.resolve.bearers import name_bearers
from waqai.resolve.event_days import solve_events
from waqai.resolve.publication import date_page
from waqai.resolve.timex import solve


def date(page: AnnotatedPage) -> DatedPage:
    """`page` with the publication day of each story, and what it settles.

    That is its times, who held the roles named in it, and the days of its events.
    """
    stories = tuple(map(_dated, page.stories, date_page(page)))
    return DatedPage(page.page, stories, page.residue, page.stamps)


def _dated(story: AnnotatedStory, published: Publication) -> DatedStory:
    times = solve(story.times, published)
    entities = name_bearers(story.entities, published)
    return DatedStory(
        story, published, times, entities, solve_events(story.events, times, published)
    )
