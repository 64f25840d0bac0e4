"""The day each story of a page was published: evidence in, a window of days and its reasons out.

Stamps are evidence, not truth: what the story says of its own day ("اليوم الأربعاء") and of past
days speaks for and against them. Firm evidence makes the window; slight evidence (the weekday the
news opens with) only picks one day of a window that is closed on both sides, never moves it.
"""

from collections.abc import Iterable, Sequence

from waqai.model.annotated import AnnotatedPage, AnnotatedStory
from waqai.model.page import Page, Stamp
from waqai.model.publication import Publication, Reason
from waqai.model.story import Story
from waqai.resolve.domains import ERA, Days, Horizon
from waqai.resolve.evidence import FIRM, Evidence
from waqai.resolve.slight import opening_weekday, soon_after
from waqai.resolve.solver import Solution, solve
from waqai.resolve.stamps import stamp_evidence
from waqai.resolve.told_days import text_evidence
from waqai.resolve.wording import reason

#: The unknown of a story that is dated by itself.
_DAY = "published"
#: A window wider than this (about two years) is too open for slight evidence to pick a day in it.
_WIDEST = 800


def date_page(page: AnnotatedPage, horizon: Horizon = ERA) -> tuple[Publication, ...]:
    """The publication day of each story of `page`, in their order."""
    stories = [annotated.story for annotated in page.stories]
    return tuple(
        date_story(annotated, page.page, stories, _spare_stamps(annotated.story, page), horizon)
        for annotated in page.stories
    )


def date_story(
    story: AnnotatedStory,
    page: Page,
    stories: Sequence[Story] = (),
    stamps: Sequence[Stamp] = (),
    horizon: Horizon = ERA,
) -> Publication:
    """The publication day of one story of `page`.

    `stories` are all stories of the page, `stamps` further stamps that may speak for this one.
    A side of the window on which nothing is known is None.
    """
    found = evidence_of(story, page, stories, stamps, horizon)
    slight = [one for one in found if one.weight < FIRM]
    firm = [one for one in found if one.weight >= FIRM]
    solution = weigh(firm, horizon)
    domain = domain_of(solution)
    if _may_be_picked_in(domain, horizon):
        slight += opening_weekday(story, page.text, horizon)
        slight += soon_after(story, page.text, domain, horizon)
        slight = [one for one in slight if not horizon.is_empty(one.days & domain)]
        closer = weigh([*firm, *slight], horizon)
        agreed = len(closer.conflicts) == len(solution.conflicts)
        if agreed and horizon.only(domain_of(closer)) is not None:
            return publication(closer, [*firm, *slight], horizon)
    return publication(solution, firm, horizon)


def evidence_of(
    story: AnnotatedStory,
    page: Page,
    stories: Sequence[Story] = (),
    stamps: Sequence[Stamp] = (),
    horizon: Horizon = ERA,
) -> list[Evidence]:
    """All that `page` says of the day on which `story` was published, firm and slight."""
    all_stamps = (*story.story.stamps, *page.stamps, *stamps)
    return [
        *stamp_evidence(all_stamps, story.story, stories, horizon),
        *text_evidence(story, page.text, horizon),
    ]


def weigh(evidence: Iterable[Evidence], horizon: Horizon) -> Solution:
    """What the evidence leaves of the day, without the lightest part of it that is at fault."""
    return solve((one.about(_DAY) for one in _by_label(evidence).values()), horizon)


def _by_label(evidence: Iterable[Evidence]) -> dict[str, Evidence]:
    return {one.label: one for one in evidence}


def _spare_stamps(story: Story, page: AnnotatedPage) -> tuple[Stamp, ...]:
    """The page's stamps for a story that has none: they tell the year at least."""
    return () if story.stamps or page.page.stamps else page.stamps


def _may_be_picked_in(domain: Days, horizon: Horizon) -> bool:
    """Whether a window is closed on both sides, not too wide, and has more than one day."""
    first, last = horizon.earliest(domain), horizon.latest(domain)
    return first is not None and last is not None and 0 < (last - first).days <= _WIDEST


def domain_of(solution: Solution) -> Days:
    """The days that a solution of `weigh` leaves."""
    return solution.domains.get(_DAY, solution.horizon.every)


def publication(solution: Solution, evidence: Iterable[Evidence], horizon: Horizon) -> Publication:
    """The window that a solution leaves, and the evidence in words."""
    domain = domain_of(solution)
    why = tuple(_why(solution, _by_label(evidence), horizon))
    return Publication(horizon.earliest(domain), horizon.latest(domain), why)


def _why(solution: Solution, evidence: dict[str, Evidence], horizon: Horizon) -> Iterable[Reason]:
    """Reasons in order of strength: those that make the window, those set aside."""
    kept = [evidence[one.label] for one in solution.kept]
    strongest: dict[str, int] = {}
    for one in kept:
        strongest.setdefault(one.family, one.weight)
    told = _makers(kept, horizon)
    for one in sorted(told, key=lambda one: (-strongest[one.family], one.label)):
        yield reason(one)
    aside: dict[str, tuple[Evidence, Evidence]] = {}
    for conflict in solution.conflicts:
        one = evidence[conflict.dropped.label]
        if one.quiet or not conflict.against:
            continue
        sharpest = aside.get(one.family, (one, one))[0]
        if horizon.count(one.days) <= horizon.count(sharpest.days):
            aside[one.family] = one, evidence[conflict.against[0].label]
    for one, by in aside.values():
        yield reason(one, by, kept=False)


def _makers(kept: Sequence[Evidence], horizon: Horizon) -> list[Evidence]:
    """The evidence that makes the window, and what names the same day: one of each family.

    Firm before slight, and the sharpest first, so that nothing is told that a sharper reason
    already says.
    """
    domain = horizon.every
    told: dict[str, Evidence] = {}
    for one in sorted(kept, key=lambda one: _sharpness(one, horizon)):
        narrower = domain & one.days
        if narrower != domain or (one.decides and one.family not in told):
            told[one.family] = one
        domain = narrower
    return list(told.values())


def _sharpness(evidence: Evidence, horizon: Horizon) -> tuple[bool, int, int, str]:
    slight = evidence.weight < FIRM
    return (slight, horizon.count(evidence.days), -evidence.weight, evidence.label)
