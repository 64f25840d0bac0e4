"""Stage 5: references become days, and each narrowed day keeps its reasons."""

from waqai.model.annotated import AnnotatedPage, DatedPage, DatedStory
from waqai.resolve.publication import date_page
from waqai.resolve.timex import solve


def date(page: AnnotatedPage) -> DatedPage:
    """`page` with the publication day of each story and its times solved as far as they can be."""
    stories = tuple(
        DatedStory(story, published, solve(story.times, published))
        for story, published in zip(page.stories, date_page(page), strict=True)
    )
    return DatedPage(page.page, stories, page.residue, page.stamps)
