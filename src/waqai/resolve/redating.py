"""A story read for a day: its times, who held the roles it names, the days of its events."""

from waqai.model.annotated import AnnotatedStory, DatedStory
from waqai.model.publication import Publication
from waqai.resolve.bearers import name_bearers
from waqai.resolve.event_days import solve_events
from waqai.resolve.timex import solve


def dated(story: AnnotatedStory, published: Publication) -> DatedStory:
    """`story` as it reads when it was published on the day, or in the window, of `published`."""
    times = solve(story.times, published)
    entities = name_bearers(story.entities, published)
    return DatedStory(
        story, published, times, entities, solve_events(story.events, times, published)
    )


def redate(story: DatedStory, published: Publication) -> DatedStory:
    """`story` with another day of publication and all that follows from it."""
    return dated(story.annotated, published)
