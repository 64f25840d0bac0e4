"""What pages say about themselves, in the many ways they say it."""

import json
from datetime import date, time

import lxml.html  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waqai.model.page import StampRole
from waqai.sources.jsonld import linked_article
from waqai.sources.metadata import Metadata, metadata, without_outlet


def of(head: str = "", body: str = "<p>نص</p>") -> Metadata:
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    return metadata(lxml.html.document_fromstring(page))


def linked(*blocks: object) -> Metadata:
    return of(
        "".join(f'<script type="application/ld+json">{json.dumps(b)}</script>' for b in blocks)
    )


def days(found: Metadata) -> list[tuple[str, str]]:
    return [(stamp.role.value, stamp.day.isoformat()) for stamp in found.stamps]


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "القمة تبدأ غداً",
    "datePublished": "2025-08-07T23:50:00+03:00",
    "dateModified": "2025-08-08T01:00:00+03:00",
    "author": {"@type": "Person", "name": "هدى سالم"},
    "publisher": {"@type": "Organization", "name": "صحيفة المدى"},
    "url": "https://x.example/a/1",
}


@pytest.mark.parametrize(
    "data",
    [
        ARTICLE,
        [{"@type": "BreadcrumbList"}, ARTICLE],
        {"@graph": [{"@type": "WebSite", "name": "موقع"}, ARTICLE]},
        {"@type": "WebPage", "datePublished": "2020-01-01", "mainEntity": ARTICLE},
        {**ARTICLE, "@type": ["Article", "NewsArticle"]},
        {**ARTICLE, "@type": "https://schema.org/NewsArticle"},
        {**ARTICLE, "author": ["هدى سالم"], "publisher": "صحيفة المدى"},
    ],
    ids=["plain", "list", "graph", "main entity", "two types", "full type", "bare names"],
)
def test_the_article_of_json_ld_is_found(data: object) -> None:
    found = linked(data)
    assert (found.title, found.author, found.outlet) == (
        "القمة تبدأ غداً",
        "هدى سالم",
        "صحيفة المدى",
    )
    assert found.url == "https://x.example/a/1"
    assert days(found) == [("published", "2025-08-07"), ("modified", "2025-08-08")]
    assert found.stamps[0].clock == time(23, 50)


def test_authors_are_found_by_their_id_and_joined() -> None:
    people = [{"@id": "#1", "name": "سعد"}, {"@id": "#2", "name": "منى"}]
    found = linked({"@graph": [{**ARTICLE, "author": [{"@id": "#1"}, {"@id": "#2"}]}, *people]})
    assert found.author == "سعد، منى"


def test_articles_that_a_list_holds_are_not_the_page() -> None:
    found = linked({"@type": "ItemList", "itemListElement": [ARTICLE]})
    assert (found.title, found.stamps) == (None, ())


@pytest.mark.parametrize(
    "block",
    [
        '<!-- {"@type": "NewsArticle", "datePublished": "2025-08-07"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "datePublished": "2025-08-07"}\n//]]>',
        '{"@type": "NewsArticle", "datePublished": "2025-08-07",}',
        '{"@type": "NewsArticle", "headline": "سطر\nثان", "datePublished": "2025-08-07"}',
        '{"@type": "NewsArticle", "headline": "قال "نعم"", "datePublished": "2025-08-07"}',
    ],
    ids=["comment", "cdata", "trailing comma", "line end", "bare quotes"],
)
def test_json_ld_with_common_faults_still_gives_its_day(block: str) -> None:
    assert linked_article([block]).published == "2025-08-07"


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ('<meta property="article:published_time" content="2025-08-07T10:00:00Z">', "published"),
        ('<meta name="pubdate" content="2025-08-07">', "published"),
        ('<meta name="DC.date.issued" content="2025-08-07">', "published"),
        ('<meta itemprop="datePublished" content="2025-08-07">', "published"),
        ('<meta property="og:updated_time" content="2025-08-07">', "modified"),
        ('<link rel="canonical" href="https://x.example/2025/08/07/a">', "url"),
        ('<meta property="og:url" content="https://x.example/2025/08/07/a">', "url"),
    ],
)
def test_a_day_in_the_head_has_its_role(head: str, role: str) -> None:
    assert days(of(head)) == [(role, "2025-08-07")]


def test_days_that_contradict_each_other_are_both_told() -> None:
    head = '<meta property="article:published_time" content="2025-08-07">'
    found = of(head + '<meta name="date" content="2025-08-09">')
    assert days(found) == [("published", "2025-08-07"), ("published", "2025-08-09")]


@pytest.mark.parametrize(
    ("body", "want"),
    [
        ('<h1>ع</h1><time datetime="2025-08-07T10:00">7 آب</time>', [("time_tag", "2025-08-07")]),
        (
            '<div class="top"><time datetime="2025-09-01"></time></div><h1>ع</h1>'
            '<time datetime="2025-08-07"></time><time datetime="2025-08-05"></time>',
            [("time_tag", "2025-08-07")],
        ),
        (
            '<h1>ع</h1><time datetime="2025-08-05"></time>'
            '<time class="entry-date published" datetime="2025-08-07"></time>',
            [("time_tag", "2025-08-07")],
        ),
        ('<aside><time datetime="2025-08-07"></time></aside>', []),
        ('<ul><li><a>خبر آخر عن القمة</a><time datetime="2025-08-07"></time></li></ul>', []),
        ('<div class="related-posts"><time datetime="2025-08-07"></time></div>', []),
        ('<time class="updated" datetime="2025-08-07"></time>', [("modified", "2025-08-07")]),
        ("<time>7 آب 2025</time>", []),
    ],
    ids=["one", "nearest", "marked", "aside", "list", "related", "updated", "words"],
)  # fmt: skip
def test_the_time_of_the_article_is_not_that_of_its_neighbours(
    body: str, want: list[tuple[str, str]]
) -> None:
    assert days(of(body=body)) == want


def test_a_date_that_only_readers_see_is_kept_as_a_line() -> None:
    body = '<h1>ع</h1><span class="newsDate">الخميس 7 آب 2025 - 10:30</span><p>نص</p>'
    assert of(body=body).date_line == "الخميس 7 آب 2025 - 10:30"
    dated = '<meta name="pubdate" content="2025-08-07">'
    assert of(dated, body).date_line is None
    other = '<ul><li><a>خبر آخر عن القمة</a><b class="date">1 آب 2025</b></li></ul>'
    assert of(body=other).date_line is None
    assert of(body='<ul><li>هدى</li><li class="date">1 آب 2025</li></ul>').date_line == "1 آب 2025"


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>القمة تبدأ غداً - المدى</title>", "<h1>القمة تبدأ غداً</h1>", "القمة تبدأ غداً"),
        ("<title>القمة تبدأ غداً - المدى</title>", "<h1>المدى</h1>", "القمة تبدأ غداً"),
        ("<title>القمة تبدأ غداً</title>", "", "القمة تبدأ غداً"),
        ('<meta property="og:title" content="القمة تبدأ غداً"><title>المدى</title>', "",
         "القمة تبدأ غداً"),
        ("", "<h1> القمة\n تبدأ <b>غداً</b></h1>", "القمة تبدأ غداً"),
        ("<title>وكالة المدى للأنباء : الوفد يصل مساء الأحد</title>",
         "<h3>أخبار</h3><h3>الوفد يصل مساء الأحد</h3>", "الوفد يصل مساء الأحد"),
        ("", "<p>نص</p>", None),
    ],
)  # fmt: skip
def test_the_title_is_the_one_that_readers_see(head: str, body: str, title: str | None) -> None:
    assert of(head, body or "<p>نص</p>").title == title


@pytest.mark.parametrize(
    ("title", "outlet", "want"),
    [
        ("القمة تبدأ غداً | صحيفة المدى", "صحيفة المدى", "القمة تبدأ غداً"),
        ("صحيفة المدى - القمة تبدأ غداً", "المدى", "القمة تبدأ غداً"),
        ("القمة - تبدأ غداً - المدى", "المدى", "القمة - تبدأ غداً"),
        ("واشنطن - موسكو", None, "واشنطن - موسكو"),
        ("القمة تبدأ غداً في القاهرة – المدى", None, "القمة تبدأ غداً في القاهرة"),
        ("المدى", "المدى", "المدى"),
    ],
)
def test_the_name_of_the_site_is_no_part_of_the_title(
    title: str, outlet: str | None, want: str
) -> None:
    assert without_outlet(title, outlet) == want


@pytest.mark.parametrize("name", ["admin", "https://facebook.com/x", ""])
def test_what_names_nobody_is_no_author(name: str) -> None:
    assert of(f'<meta name="author" content="{name}">').author is None


@pytest.mark.parametrize("address", ["https://x.example/", "/a/b", "http://[", "mailto:a@b.c"])
def test_a_front_page_or_a_broken_address_is_not_the_page(address: str) -> None:
    assert of(f'<link rel="canonical" href="{address}">').url is None


VALUES = st.recursive(
    st.none() | st.integers() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(["@type", "@graph", "@id", "name", "author", "publisher", "headline",
                         "datePublished", "mainEntity", "url"]),
        inner | st.just("NewsArticle"),
        max_size=4,
    ),
    max_leaves=12,
)  # fmt: skip


@given(VALUES)
@settings(max_examples=200)
def test_no_json_ld_raises(data: object) -> None:
    found = linked_article([json.dumps(data), json.dumps(data)[:-1]])
    assert found.headline is None or isinstance(found.headline, str)


def test_stamps_outside_the_text_have_no_offsets() -> None:
    (stamp,) = of('<meta name="pubdate" content="2025-08-07">').stamps
    assert (stamp.start, stamp.end, stamp.day) == (None, None, date(2025, 8, 7))
    assert stamp.role is StampRole.PUBLISHED


def test_an_outlet_named_like_a_common_word_takes_nothing_from_the_title() -> None:
    title = "جلسة مغلقة - الرئيس يصل اليوم الخميس إلى الرباط | صحيفة اليوم"
    assert without_outlet(title, "اليوم") == "جلسة مغلقة - الرئيس يصل اليوم الخميس إلى الرباط"
