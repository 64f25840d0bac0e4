"""The page to look at: whole, self-contained, right to left, every span true to the text."""

import re
from dataclasses import replace

import pytest

from tests.exports import treaty
from tests.exports.outline import Outline
from waqai.exports.html import pieces
from waqai.knowledge import load
from waqai.model.annotated import DatedPage
from waqai.model.events import EventType, Status
from waqai.model.names import EntityKind, NameForm
from waqai.model.page import Page
from waqai.model.statements import Mode, SpeechAct
from waqai.model.story import ResidueKind
from waqai.model.times import DayPart, Portion, TimexType


def _html(*pages: DatedPage) -> str:
    return b"".join(pieces(pages)).decode("utf-8")


def _entry(id: str, html: str | None = None) -> str:
    """The list entry with this id, with the entries within it."""
    html = html or _html(treaty.PAGE)
    start = html.index(f'<li id="{id}"')
    depth = 0
    for tag in re.finditer(r"<(/?)li\b", html[start:]):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return html[start : start + tag.end()]
    raise AssertionError(f"{id} is not closed")


def _words(html: str) -> str:
    return " ".join(re.sub("<[^>]*>", " ", html).split())


def test_the_whole_text_of_the_page_stands_in_it(page: DatedPage) -> None:
    outline = Outline(_html(page))
    assert "".join("".join(outline.words).split()).endswith("".join(page.page.text.split()))


def test_every_time_and_stamp_is_marked_at_its_span(page: DatedPage) -> None:
    outline = Outline(_html(page))
    assert len(outline.marks) == 6
    for _, start, end, words in outline.marks:
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
    outline = Outline(_html(page, hostile))
    assert "script" not in {tag for tag, _ in outline.tags}
    links = [attrs.get("href") or "" for _, attrs in outline.tags]
    assert not [link for link in links if link.startswith("javascript")]


def test_it_is_self_contained(page: DatedPage) -> None:
    html = _html(page)
    outline = Outline(html)
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
    outline = Outline(_html(page, other))
    assert {"#page-1", "#page-2", "#contents"} <= set(outline.links())
    assert {link[1:] for link in outline.links() if link.startswith("#")} <= set(outline.ids())


def test_names_are_marked_by_kind_and_their_tooltips_tell_who_it_is() -> None:
    html = _html(treaty.PAGE)
    outline = Outline(html)
    assert outline.marked("person") == ["سالم العوفي", treaty.MINISTER]
    assert outline.marked("organisation") == ["وكالة المرسى"]
    assert outline.marked("country") == ["بلاده", "الهند"]
    assert outline.marked("place") == ["صور"]
    assert outline.marked("title") == ["وزير الموانئ"]
    assert 'title="سالم العوفي، Salem al-Awfi*، شخص، وزير الموانئ، سلطنة عمان"' in html
    assert 'title="عُمان، Oman، دولة، بالإحالة"' in html  # a country is in no country


def test_quantities_are_marked_and_their_tooltips_tell_how_many() -> None:
    html = _html(treaty.PAGE)
    assert Outline(html).marked("quantity") == ["42 سفينة على الأقل", "2.5 بالمئة"]
    assert 'title="كمية، 42 فأكثر، سفينة"' in html
    assert 'title="كمية، 2.5، بالمئة"' in html


def test_what_is_said_lies_on_a_ground_of_its_mode_and_the_verb_is_bold() -> None:
    outline = Outline(_html(treaty.PAGE))
    assert outline.marked("indirect")[0] == "إن 42 سفينة على الأقل ستبحر"
    assert outline.marked("direct") == ["لا عودة عنه"]
    verbs = [tag for tag, attrs in outline.tags if attrs.get("class") == "cue"]
    assert set(verbs) == {"b"}
    assert {"قال", "وأعلن"} <= set(outline.marked("cue"))


def test_every_mark_on_a_full_page_is_true_to_the_text() -> None:
    outline = Outline(_html(treaty.PAGE))
    assert len(outline.marks) >= 20
    for _, start, end, words in outline.marks:
        assert words == treaty.TEXT[start:end]
    assert "".join("".join(outline.words).split()).endswith("".join(treaty.TEXT.split()))


def test_statements_are_listed_with_speaker_chain_occasion_and_day() -> None:
    entry = _entry("statement-1-1-1")
    assert _words(entry).startswith("1 سالم العوفي ← وكالة المرسى")
    for told in ("قال", "قول غير مباشر", "في مؤتمر صحافي", "الجمعة 1 أغسطس 2025"):
        assert f">{told}<" in entry
    assert '<a href="#said-1-1-1">إن 42 سفينة على الأقل ستبحر</a>' in entry


def test_a_statement_within_another_is_listed_within_it() -> None:
    entry = _entry("statement-1-1-2")
    assert "إلى الهند" in entry
    inner = entry[entry.index('id="statement-1-1-3"') :]
    assert 'class="direct"' in inner
    assert "تعهد" in inner


def test_events_are_listed_with_who_where_when_and_by_whose_word() -> None:
    signed, sailed = _entry("event-1-1-1"), _entry("event-1-1-2")
    assert "اتفاق" in _words(signed)
    assert "عُمان ↔ الهند" in _words(signed)
    assert "بين الأحد 3 أغسطس 2025 والثلاثاء 5 أغسطس 2025" in signed
    assert '<a class="n" href="#statement-1-1-2" aria-label="القول 2">2</a>' in signed
    assert "سالم العوفي ↔" not in _words(sailed)
    assert _words(sailed).count("سالم العوفي") == 1  # named twice, one man
    assert "مقرر" in _words(sailed)
    assert "منذ الأربعاء 6 أغسطس 2025" in sailed


def test_an_event_with_a_direction_leads_from_actor_to_recipient() -> None:
    [first, *rest] = treaty.FOUND.events
    found = replace(treaty.FOUND, events=(replace(first, mutual=False), *rest))
    story = replace(treaty.STORY, annotated=found)
    html = _html(replace(treaty.PAGE, stories=(story,)))
    assert "عُمان ← الهند" in _words(_entry("event-1-1-1", html))


def test_events_are_chips_in_the_text_that_lead_to_the_list() -> None:
    html = _html(treaty.PAGE)
    assert Outline(html).marked("event") == ["ستبحر", "وقعت"]
    assert '<a class="v" href="#event-1-1-1">اتفاق</a></mark>' in html
    assert '<mark class="event cooperation planned" ' in html


def test_who_is_named_is_listed_once_with_counts_and_english() -> None:
    html = _html(treaty.PAGE)
    named = html[html.index('<section class="named-list') :]
    people = named[named.index("أشخاص") : named.index("مؤسسات")]
    assert people.count("<li>") == 1
    assert '<span class="count">2</span>' in people
    assert '<bdi lang="en" dir="ltr" class="guessed"' in people
    assert "Salem al-Awfi" in people
    assert '<a href="#name-1-1-1">' in people


def test_who_says_it_is_not_known_and_says_so() -> None:
    [first, *rest] = treaty.FOUND.statements
    found = replace(treaty.FOUND, statements=(replace(first, speaker=None), *rest))
    story = replace(treaty.STORY, annotated=found)
    html = _html(replace(treaty.PAGE, stories=(story,)))
    assert "قائل غير معروف" in _words(_entry("statement-1-1-1", html))


def test_every_link_on_a_full_page_leads_somewhere_and_no_id_stands_twice() -> None:
    outline = Outline(_html(treaty.PAGE, replace(treaty.PAGE, page=treaty.PAGE.page)))
    ids = outline.ids()
    assert len(ids) == len(set(ids))
    inner = [link[1:] for link in outline.links() if link.startswith("#")]
    assert len(inner) >= 20
    assert set(inner) <= set(ids)


def test_a_story_of_which_nothing_was_found_has_no_lists(page: DatedPage) -> None:
    html = _html(page)
    assert '<aside class="lists"' not in html
    assert '<section class="named-list' not in html


def test_a_hostile_name_stays_text() -> None:
    evil = "<script>\"'>&"
    entities = tuple(replace(e, name=evil, name_en=evil) for e in treaty.STORY.entities)
    statements = tuple(replace(s, verb=evil) for s in treaty.FOUND.statements)
    found = replace(treaty.FOUND, statements=statements)
    story = replace(treaty.STORY, entities=entities, annotated=found)
    outline = Outline(_html(replace(treaty.PAGE, stories=(story,))))
    assert "script" not in {tag for tag, _ in outline.tags}
    names = {name for _, attrs in outline.tags for name in attrs}
    assert not [name for name in names if not name.replace("-", "").isalpha()]


def test_half_a_character_in_a_page_does_not_break_it(page: DatedPage) -> None:
    odd = DatedPage(Page("a", "نص \ud800 نص"), (), (), ())
    assert "نص ? نص" in _html(odd)


def test_every_unit_and_every_way_of_naming_has_an_arabic_label() -> None:
    quantities = load("names")["quantities"]
    units = {"percent", *quantities["currencies"], *quantities["measures"]}
    assert set(load("labels")["units"]) == units
    assert set(load("labels")["forms"]) == {form.value for form in NameForm} - {"name"}


@pytest.mark.parametrize(
    ("labels", "values"),
    [
        ("types", TimexType),
        ("portions", Portion),
        ("parts", DayPart),
        ("residue", ResidueKind),
        ("entity_kinds", EntityKind),
        ("entity_kinds_plural", EntityKind),
        ("modes", Mode),
        ("acts", SpeechAct),
        ("event_types", EventType),
        ("event_tones", EventType),
        ("statuses", Status),
    ],
)
def test_every_value_has_an_arabic_label(labels: str, values: type) -> None:
    assert set(load("labels")[labels]) == {value.value for value in values}  # type: ignore[attr-defined]
