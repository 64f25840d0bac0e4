"""Reports made from text as the chronicle makes them, for tests of what it reads out of them."""

from waqai.model.chronicle import Report
from waqai.model.page import Page
from waqai.pipeline import annotate_page
from waqai.resolve import date
from waqai.resolve.reports import brief_of, named


def report_of(text: str) -> Report:
    """The report "story" of a page with one story; entities are called by their Arabic names."""
    page = date(annotate_page(Page("story", text)))
    brief = brief_of("story", page.page, page.stories[0], b"")
    return named(brief.report, [entity.name for entity in brief.entities], "story")
