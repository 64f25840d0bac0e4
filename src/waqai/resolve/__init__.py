"""Stage 5: references become days, roles the people who held them; days keep their reasons."""

from waqai.model.annotated import AnnotatedPage, DatedPage
from waqai.resolve.publication import date_page
from waqai.resolve.redating import dated


def date(page: AnnotatedPage) -> DatedPage:
    """`page` with the publication day of each story, and what it settles.

    That is its times, who held the roles named in it, and the days of its events.
    """
    stories = tuple(map(dated, page.stories, date_page(page)))
    return DatedPage(page.page, stories, page.residue, page.stamps)
