"""HTML → the article, title first; measured on the pages that eval/extractors.py compares on."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waqai.model.settings import Limits
from waqai.sources.codes import Code, Refused
from waqai.sources.html import extract

PAGES = sorted((Path(__file__).parents[2] / "eval" / "extractor_pages").glob("*.html"))
MARKS = re.compile(r' data-(?:title|story|not)(?:="[^"]*")?')
STORY = (
    "<p>وصل إلى مسقط مساء الأحد وفد من عشرة خبراء للمشاركة في الجولة الثالثة من المحادثات.</p>"
    "<p>وقال مصدر مطلع إن الجولة ستستمر يومين، وإن بياناً مشتركاً سيصدر في ختامها.</p>"
)


def story(path: Path) -> str:
    return MARKS.sub("", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_title_comes_first_and_once(path: Path) -> None:
    page = extract(story(path))
    assert page.title
    assert page.text.startswith(page.title + "\n\n")
    assert page.title not in page.text[len(page.title) :].splitlines()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_furniture_and_comments_are_left_out(path: Path) -> None:
    text = extract(story(path)).text
    for furniture in ("جميع الحقوق", "الأكثر قراءة", "تعليق", "اشترك", "آخر الأخبار", "فيسبوك"):
        assert furniture not in text


def test_the_tables_of_old_sites_keep_their_paragraphs() -> None:
    text = extract(story(next(p for p in PAGES if "nested_tables" in p.name))).text
    assert "|" not in text
    assert [line[:5] for line in text.splitlines()] == [
        "مجلس ", "", "بغداد", "أجّل ", "وقال ", "وأضاف", "من جه",
    ]  # fmt: skip


def test_a_table_of_figures_stays_a_table() -> None:
    text = extract(story(next(p for p in PAGES if "table_list" in p.name))).text
    assert "| قائمة العمران | 214530 | 11 |" in text


def test_a_title_that_stands_in_the_text_moves_to_the_top() -> None:
    html = f"<title>الوفد يصل</title><article><p>محليات</p><h1>الوفد يصل</h1>{STORY}</article>"
    lines = extract(html).text.splitlines()
    assert lines[:2] == ["الوفد يصل", ""]
    assert lines.count("الوفد يصل") == 1


def test_a_date_that_only_readers_see_stands_below_the_title() -> None:
    html = f'<h1>الوفد يصل</h1><div class="date">الأحد 4 أيار 2025</div><article>{STORY}</article>'
    lines = extract(html).text.splitlines()
    assert lines[0] == "الوفد يصل"
    assert lines.count("الأحد 4 أيار 2025") == 1
    assert "الأحد 4 أيار 2025" in lines[1:4]


def test_the_text_of_a_page_that_scripts_build_comes_from_its_json_ld() -> None:
    body = "أعلن المجلس موعد الجلسة المقبلة.\\n\\nوقال الرئيس إنها ستكون علنية."
    html = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "موعد الجلسة",'
        f'"articleBody": "{body}"}}</script><div id="app"></div>'
    )
    assert extract(html).text == (
        "موعد الجلسة\n\nأعلن المجلس موعد الجلسة المقبلة.\nوقال الرئيس إنها ستكون علنية."
    )


@pytest.mark.parametrize(
    ("html", "limits", "code"),
    [
        ("", Limits(), Code.NO_MAIN_TEXT),
        ("<!-- -->", Limits(), Code.NO_MAIN_TEXT),
        ("<html><body><img src='x'></body></html>", Limits(), Code.NO_MAIN_TEXT),
        ("<p>نص</p>" * 200, Limits(html_nodes=100), Code.TOO_MANY_NODES),
        ("<p>نص</p>" * 2000, Limits(html_nodes=100), Code.TOO_MANY_NODES),
        (f"<article>{STORY}</article>", Limits(text_bytes=100), Code.TOO_LARGE),
    ],
)
def test_what_is_no_article_or_breaks_a_limit_is_refused(
    html: str, limits: Limits, code: Code
) -> None:
    with pytest.raises(Refused) as refused:
        extract(html, limits)
    assert refused.value.code is code


def text_or_none(html: str) -> str | None:
    try:
        return extract(html).text
    except Refused:
        return None


@given(st.sampled_from(PAGES), st.floats(0, 1))
@settings(max_examples=30, deadline=None)
def test_a_page_cut_anywhere_is_read_or_refused(path: Path, share: float) -> None:
    whole = story(path)
    text = text_or_none(whole[: int(share * len(whole))])
    assert text is None or text.strip()


BROKEN = [
    "<div>", "</p>", "<table>", "<td>", "<script>", "<!--", "&#0;", "&#xd800;", "\x00", "\x0b",
    "\ufffe", "<![CDATA[", "<time datetime='x'>", "نص ", "<h1>", "]]>", "<svg><p>",
    "<?xml version='1.0' encoding='utf-16'?>", "<p lang='\x01'>",
]  # fmt: skip


@given(st.lists(st.sampled_from(BROKEN), max_size=30))
@settings(max_examples=60, deadline=None)
def test_broken_markup_is_read_or_refused(parts: list[str]) -> None:
    text = text_or_none("".join(parts) + STORY)
    assert text is None or text.encode()
