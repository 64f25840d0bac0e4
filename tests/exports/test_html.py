"""The page to look at: whole, self-contained, right to left, every span true to the text."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from waqai.exports.html import pieces
from waqai.knowledge import load
from waqai.model.annotated import DatedPage
from waqai.model.page import Page
from waqai.model.story import ResidueKind
from waqai.model.times import DayPart, Portion, TimexType


def _html(*pages: DatedPage) -> str:
    return b"".join(pieces(pages)).decode("utf-8")


class _Outline(HTMLParser):
    """The tags, the attributes and the words of a page; whether every tag is closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.marks: list[tuple[int, int, str]] = []
        self._open: list[str] = []
        self._silent = 0
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        if tag not in ("meta", "link", "br"):
            self._open.append(tag)
        if tag in ("style", "nav", "header") or found.get("class") in ("v", "kind"):
            self._silent = self._silent or len(self._open)
        if tag == "mark" and "data-start" in found:
            self.marks.append((int(found["data-start"] or 0), int(found["data-end"] or 0), ""))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag
        if len(self._open) < self._silent:
            self._silent = 0

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        self.words.append(data)
        if "mark" in self._open and self.marks:
            start, end, words = self.marks[-1]
            self.marks[-1] = (start, end, words + data)


def test_the_whole_text_of_the_page_stands_in_it(page: DatedPage) -> None:
    outline = _Outline(_html(page))
    assert "".join("".join(outline.words).split()).endswith("".join(page.page.text.split()))


def test_every_time_and_stamp_is_marked_at_its_span(page: DatedPage) -> None:
    outline = _Outline(_html(page))
    assert len(outline.marks) == 6
    for start, end, words in outline.marks:
        assert words == page.page.text[start:end]


def test_values_follow_their_words_and_tooltips_tell_them_in_arabic(page: DatedPage) -> None:
    html = _html(page)
    assert '>مساء الجمعة<bdi class="v" dir="ltr">2025-08-15TEV</bdi></mark>' in html
    assert 'title="وقت، الجمعة 15 أغسطس 2025، مساء"' in html
    assert ">2025-08 START</bdi>" in html


def test_stories_stand_in_boxes_with_their_day_and_reasons(page: DatedPage) -> None:
    html = _html(page)
    assert html.count('<article class="story"') == 2
    assert '<time datetime="2025-08-16">السبت 16 أغسطس 2025</time>' in html
    assert "سطر التاريخ يقول 16 آب" in html
    assert '<li class="dropped"><b>استُبعد:</b> <span>العنوان يقول 17 آب</span></li>' in html
    assert "غير معروف، ليس قبل السبت 5 فبراير 2022" in html


def test_residue_inside_a_story_stays_in_its_box_and_bears_its_kind(page: DatedPage) -> None:
    first, outside = _html(page).split("<article")[1].split("</article>")
    assert '<p class="r"><span class="kind">روابط</span>إقرأ أيضا' in first
    assert '<p class="r" dir="ltr"><span class="kind">مشاركة</span>Share' in outside


def test_what_a_page_holds_cannot_break_out_of_its_text(page: DatedPage) -> None:
    text = "<script>alert(1)</script> & \"'>\n" * 3
    hostile = DatedPage(Page(text, text, text, 'javascript:"<b>', encoding=text), (), (), ())
    outline = _Outline(_html(page, hostile))
    assert "script" not in {tag for tag, _ in outline.tags}
    links = [attrs.get("href") or "" for _, attrs in outline.tags]
    assert not [link for link in links if link.startswith("javascript")]


def test_it_is_self_contained(page: DatedPage) -> None:
    html = _html(page)
    outline = _Outline(html)
    assert not {"script", "img", "iframe", "link", "object"} & {tag for tag, _ in outline.tags}
    assert not re.search(r"@import|url\(", html)
    assert "default-src 'none'" in html


def test_it_reads_right_to_left_in_light_and_dark(page: DatedPage) -> None:
    html = _html(page)
    assert '<html lang="ar" dir="rtl">' in html
    assert "prefers-color-scheme: dark" in html
    assert "@media print" in html


def test_its_contents_lead_to_every_page(page: DatedPage) -> None:
    other = replace(page, page=replace(page.page, name="ثان"))
    outline = _Outline(_html(page, other))
    ids = {attrs["id"] for _, attrs in outline.tags if attrs.get("id")}
    links = {attrs["href"] for tag, attrs in outline.tags if tag == "a"}
    assert {"#page-1", "#page-2", "#contents"} <= links
    assert {str(link)[1:] for link in links if str(link).startswith("#")} <= ids


def test_half_a_character_in_a_page_does_not_break_it(page: DatedPage) -> None:
    odd = DatedPage(Page("a", "نص \ud800 نص"), (), (), ())
    assert "نص ? نص" in _html(odd)


@pytest.mark.parametrize(
    ("labels", "values"),
    [("types", TimexType), ("portions", Portion), ("parts", DayPart), ("residue", ResidueKind)],
)
def test_every_value_has_an_arabic_label(labels: str, values: type) -> None:
    assert set(load("labels")[labels]) == {value.value for value in values}  # type: ignore[attr-defined]
