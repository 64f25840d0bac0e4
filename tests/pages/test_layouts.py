"""Untidy pages of many kinds of sites come apart as a reader would take them apart."""

from datetime import time
from pathlib import Path

import pytest

from waqai.model.page import Page, StampRole
from waqai.model.story import SplitPage
from waqai.pages import split

from .marked import iou, read_marked

LAYOUTS = sorted((Path(__file__).parent / "layouts").glob("*.txt"))


def _split(name: str) -> SplitPage:
    marked = (Path(__file__).parent / "layouts" / f"{name}.txt").read_text(encoding="utf-8")
    return split(Page(name, read_marked(marked)[0]))


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda path: path.stem)
def test_the_stories_of_a_page_are_found_and_no_others(layout: Path) -> None:
    text, gold = read_marked(layout.read_text(encoding="utf-8"))
    stories = split(Page(layout.name, text)).stories
    assert len(stories) == len(gold)
    for story, blocks in zip(stories, gold, strict=True):
        assert iou(story.blocks, blocks) >= 0.97


def test_a_date_beside_the_title_is_a_header() -> None:
    (stamp,) = _split("section_stamp_captions").stories[0].stamps
    assert (stamp.role, stamp.text) == (StampRole.HEADER, "09-08-2025 | 03:35")


def test_the_sites_clock_stands_behind_the_storys_own_stamps() -> None:
    roles = [stamp.role for stamp in _split("date_prefix_site_title_clock").stories[0].stamps]
    assert roles == [
        StampRole.PUBLISHED, StampRole.HEADER, StampRole.MODIFIED, StampRole.CLOCK,
    ]  # fmt: skip


def test_a_labelled_last_update_above_the_sites_lines_is_its_clock() -> None:
    stamps = _split("site_clock_labelled").stories[0].stamps
    assert [(stamp.role, str(stamp.day)) for stamp in stamps] == [
        (StampRole.HEADER, "2024-07-10"),
        (StampRole.CLOCK, "2026-01-05"),
    ]


def test_a_first_storys_stamps_go_last_to_the_second() -> None:
    first, second = _split("two_stories_in_a_row").stories
    assert [str(stamp.day) for stamp in first.stamps] == ["2025-09-04"]
    assert second.stamps == first.stamps


def test_an_editors_crawl_time_does_not_come_before_the_day_of_publication() -> None:
    first = _split("crawl_site_two_stories").stories[0]
    assert [stamp.role for stamp in first.stamps] == [StampRole.PUBLISHED, StampRole.CLOCK]


def test_every_story_of_a_feed_has_its_own_stamp_first() -> None:
    first, second = _split("radio_items_ago").stories
    assert first.stamps[0].clock == time(10, 44)
    assert second.stamps[0].clock == time(9, 12)


def test_the_dates_of_links_below_a_story_are_none_of_its_own() -> None:
    for name in ("sahafa_dateline_name", "lb_time_first", "english_furniture", "hespress_signed"):
        (stamp,) = _split(name).stories[0].stamps
        assert str(stamp.day) == "2025-09-21"


def test_a_date_between_the_papers_name_and_its_sections_is_the_storys() -> None:
    stamps = _split("agency_numbers_header").stories[0].stamps
    assert [stamp.role for stamp in stamps] == [StampRole.HEADER]


@pytest.mark.parametrize(
    ("name", "outlet", "author", "agency", "dateline"),
    [
        ("crawl_site_two_stories", "الاتحاد", None, None, None),
        ("date_prefix_site_title_clock", "الشروق", None, "وكالة الأنباء الألمانية", "مدينة الشاطئ"),
        ("label_without_links", None, "بسام رمضان", None, None),
        ("two_stories_in_a_row", None, "سلمى حسن", None, None),
        ("xinhua_dateline", None, None, "شينخوا", "موسكو"),
        ("agency_slashes", None, None, "وكالة الأنباء الأردنية", "عمان"),
        ("inline_dateline_ago", "كوردستان 24", None, None, "أربيل"),
        ("iraq_agency_slash", "المدينة نيوز", None, None, None),
        ("views_title_caption_author", "المدينة برس", None, None, None),
        ("kech_signature_place", None, None, "وكالة المغرب العربي للأنباء", None),
        ("nna_code", None, None, "الوكالة الوطنية للإعلام", "الشمال"),
        ("okaz_brackets_mail", None, "سلمى حسن", None, "جدة"),
        ("stamp_and_byline_one_line", None, "بوابة المدينة", None, None),
        ("bracket_wire_dates", None, None, None, "جدة"),
        ("english_furniture", None, "Salma Hassan", None, None),
    ],
)
def test_a_page_says_who_signs_a_story(
    name: str, outlet: str | None, author: str | None, agency: str | None, dateline: str | None
) -> None:
    story = _split(name).stories[0]
    said = (story.outlet, story.author, story.agency, story.dateline)
    assert said == (outlet, author, agency, dateline)
