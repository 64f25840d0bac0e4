"""The screens of the site: one module and one template each."""

from waqai.web.screens import (
    actor,
    actors,
    announcements,
    conflicts,
    happening,
    help,
    map,
    positions,
    review,
    search,
    stories,
    story,
    timeline,
    today,
    trying,
    wording,
)

#: In the order in which addresses are tried.
ROUTERS = (
    today.router,
    timeline.router,
    happening.router,
    actor.router,
    actors.router,
    announcements.router,
    conflicts.router,
    positions.router,
    map.router,
    wording.router,
    stories.router,
    story.router,
    search.router,
    review.router,
    trying.router,
    help.router,
)
