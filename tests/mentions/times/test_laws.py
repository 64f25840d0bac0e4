"""What holds of the times of any text, whatever it says."""

import tomllib
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waqai.arabic.letters import fold, strip_marks
from waqai.knowledge import load
from waqai.mentions.times import find_times
from waqai.model.annotated import Timex
from waqai.model.page import Span
from waqai.model.publication import Publication
from waqai.model.times import TimexType
from waqai.resolve.timex import solve

_TABLE: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("sentences.toml").read_text(encoding="utf-8")
)
_SENTENCES = [row[0] for rows in _TABLE.values() if isinstance(rows, list) for row in rows]
_EXAMPLES = [case[0] for row in load("times")["example"] for case in row.get("yes", ())]
_TEXTS = st.sampled_from(_SENTENCES + _EXAMPLES)
_DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
_THURSDAY = date(2025, 8, 7)
_TO_ARABIC_INDIC = {ord("0") + d: chr(0x660 + d) for d in range(10)}


def _phrases(value: object) -> list[str]:
    if isinstance(value, dict):
        return [p for key, inner in value.items() if key != "example" for p in _phrases(inner)]
    if isinstance(value, list):
        return [p for inner in value for p in _phrases(inner)]
    return [value] if isinstance(value, str) else []


_VOCABULARY = [p for name in ("times", "calendar", "numbers") for p in _phrases(load(name))]
_PIECES = st.one_of(
    st.sampled_from(_VOCABULARY),
    st.sampled_from(_VOCABULARY).map(lambda phrase: "و" + phrase),
    st.integers(0, 3000).map(str),
    st.sampled_from(
        ["/", "-", "–", ":", ".", "،", "(", ")", "\n", "من", "إلى", "بين", "قال", "هـ", "»"]
    ),
)
#: Words of time, numbers and signs in no order that makes sense.
_SOUP = st.lists(st.tuples(_PIECES, st.sampled_from([" ", " ", "", "\u200f"])), max_size=14).map(
    lambda pieces: "".join(piece + gap for piece, gap in pieces)
)


class Found(NamedTuple):
    """A time as a reader sees it."""

    start: int
    end: int
    type: TimexType
    value: str


def _solved(text: str, day: date | None = _THURSDAY) -> Sequence[Timex]:
    return solve(find_times(text, [Span(0, len(text))])[0], Publication(day, day))


def _found(text: str, day: date | None = _THURSDAY) -> list[Found]:
    return [
        Found(t.mention.start, t.mention.end, t.mention.type, t.value) for t in _solved(text, day)
    ]


def _values(text: str) -> list[tuple[TimexType, str]]:
    return [(found.type, found.value) for found in _found(text)]


@given(
    st.lists(st.one_of(_SOUP, _TEXTS), min_size=1, max_size=4), st.sampled_from(["\n", " ", " | "])
)
def test_mentions_lie_within_the_blocks_in_order_and_do_not_overlap(
    pieces: list[str], gap: str
) -> None:
    text, blocks = "", []
    for piece in pieces:
        text += gap
        blocks.append(Span(len(text), len(text) + len(piece)))
        text += piece
    times, periods = find_times(text, blocks)
    for mention in times:
        assert mention.start < mention.end
        assert any(b.start <= mention.start and mention.end <= b.end for b in blocks)
    edges = [edge for mention in times for edge in (mention.start, mention.end)]
    assert edges == sorted(edges)
    for period in periods:
        assert period.last == period.first + 1 < len(times)
        assert period.start <= times[period.first].start
        assert times[period.last].end <= period.end
    for index, mention in enumerate(times):
        assert mention.anchor is None or 0 <= mention.anchor < len(times)
        assert mention.anchor != index


@given(st.one_of(_SOUP, _TEXTS))
def test_an_extent_begins_and_ends_with_a_letter_or_a_digit(text: str) -> None:
    for found in _found(text):
        extent = text[found.start : found.end]
        closes = extent.endswith(")") and extent.count("(") == extent.count(")")
        assert extent[0].isalnum(), extent
        assert closes or strip_marks(extent)[-1].isalnum(), extent


@pytest.mark.parametrize("mark", ["\u200f", "\u200e", "\u202c", "\u2069", "\ufeff", "\u200b"])
def test_an_extent_does_not_take_the_invisible_sign_behind_it(mark: str) -> None:
    text = f"\u200fاليوم{mark} قال الوزير"
    assert [(found.start, found.end) for found in _found(text)] == [(1, 6)]


@given(st.one_of(st.text(), _SOUP))
@settings(max_examples=300)
def test_any_text_is_read_and_solved_without_an_error(text: str) -> None:
    for day in (_THURSDAY, None, date.min, date.max):
        for timex in _solved(text, day):
            assert timex.value


@pytest.mark.parametrize("text", _SENTENCES + _EXAMPLES)
def test_a_text_cut_anywhere_is_read(text: str) -> None:
    for at in range(len(text) + 1):
        for piece in (text[:at], text[at:]):
            for mention in find_times(piece, [Span(0, len(piece))])[0]:
                assert 0 <= mention.start < mention.end <= len(piece)


@pytest.mark.parametrize("text", _SENTENCES + _EXAMPLES)
def test_a_text_reversed_or_torn_in_its_bytes_is_read(text: str) -> None:
    for torn in (
        text[::-1],
        text.encode("utf-16")[1:].decode("utf-16", "replace"),
        text.encode("cp1256", "replace").decode("latin-1"),
        text.encode().decode("cp1256", "replace"),
    ):
        find_times(torn, [Span(0, len(torn))])


@pytest.mark.parametrize("text", _SENTENCES + _EXAMPLES)
def test_a_text_doubled_bears_its_times_twice(text: str) -> None:
    extents = [(found.start, found.end) for found in _found(text)]
    doubled = [(found.start, found.end) for found in _found(f"{text}.\n{text}")]
    shift = len(text) + 2
    assert doubled == extents + [(start + shift, end + shift) for start, end in extents]


@given(_TEXTS, st.data())
def test_vowel_signs_and_tatweel_change_neither_values_nor_number(
    text: str, data: st.DataObject
) -> None:
    letters = [at for at, sign in enumerate(text) if "ء" <= sign <= "ي"]
    chosen = data.draw(st.sets(st.sampled_from(letters), max_size=12))
    mark = st.sampled_from(["\u064b", "\u064e", "\u0651\u064f", "\u0652", "\u0640", "\u0640\u0640"])
    marked = "".join(
        sign + (data.draw(mark) if at in chosen else "") for at, sign in enumerate(text)
    )
    assert _values(marked) == _values(text)


@pytest.mark.parametrize("text", _SENTENCES + _EXAMPLES)
def test_the_script_of_the_digits_changes_nothing(text: str) -> None:
    assert _found(text.translate(_TO_ARABIC_INDIC)) == _found(text)
    assert _found(text.translate({ord(a): chr(d) for d, a in _TO_ARABIC_INDIC.items()})) == _found(
        text
    )


@pytest.mark.parametrize("text", [t for t in _SENTENCES + _EXAMPLES if "سأ" not in t])
def test_the_spelling_of_hamza_taa_marbuta_and_alif_maqsura_changes_nothing(text: str) -> None:
    assert _found(fold(text)) == _found(text)
    other = text.translate(str.maketrans("أإ", "إأ"))
    assert _found(other) == _found(text)


_OPENINGS = [
    "أمس الأربعاء", "يوم الاثنين الماضي", "الخميس المقبل", "صباح الجمعة", "فجر السبت الماضي",
    "اليوم التالي", "الأسبوع الماضي", "الشهر المقبل", "العام الجاري", "نهاية الأسبوع الماضي",
    "مطلع أيلول المقبل", "أواخر شباط/فبراير", "كانون الأول/ديسمبر 2024", "15 تموز/يوليو 2024",
    "الرابع من آب 2020", "12 جويلية الماضي", "21/10/2023", "2025-08-01", "عام 2014",
    "سنة ألفين وتسع عشرة", "قبل ثلاث سنوات", "قبل يومين", "ثلاث ساعات", "خمس سنوات ونصف",
    "الأيام المقبلة", "السنوات الخمس الماضية", "كل يوم جمعة", "الساعة 11:00 بتوقيت غرينتش",
    "صيف 2024", "الربع الأول من عام 2024", "تسعينيات القرن الماضي", "القرن التاسع عشر",
    "الليلة الماضية", "عيد الفطر الماضي", "5 و7 أيلول المقبل", "السابع من الشهر الجاري",
    "10 صفر 1447هـ",
]  # fmt: skip


@pytest.mark.parametrize("opening", _OPENINGS)
def test_a_conjunction_before_a_time_moves_its_beginning_by_one(opening: str) -> None:
    plain = _found(f"{opening} قال الوزير")
    joined = _found(f"و{opening} قال الوزير")
    assert plain
    assert joined == [found._replace(start=found.start + 1, end=found.end + 1) for found in plain]


_DEICTIC = [
    "اليوم", "أمس", "غدا", "أول أمس", "أمس الأول", "بعد غد", "مساء أمس", "صباح غد", "هذا المساء",
    "الليلة", "الليلة الماضية", "الجمعة", "الأحد الماضي", "الثلاثاء المقبل", "يوم الخميس",
    "قبل ثلاثة أيام", "الاثنين من الأسبوع المقبل", "الجمعة بعد المقبلة",
]  # fmt: skip


@given(
    st.sampled_from(_DEICTIC),
    st.sampled_from(["", "سيصل الوفد ", "وصل الوفد ", "أعلن أن المباراة "]),
    _DAYS,
)
def test_a_week_later_every_day_counted_from_today_is_a_week_later(
    day: str, clause: str, published: date
) -> None:
    text = clause + day
    for now, later in zip(
        _solved(text, published), _solved(text, published + timedelta(7)), strict=True
    ):
        assert date.fromisoformat(later.value[:10]) == date.fromisoformat(
            now.value[:10]
        ) + timedelta(7)
        assert later.value[10:] == now.value[10:]
        assert now.earliest
        assert later.earliest == (date.fromisoformat(now.earliest) + timedelta(7)).isoformat()


@given(st.sampled_from(_DEICTIC))
def test_without_a_publication_day_a_day_counted_from_today_stays_open(day: str) -> None:
    for timex in _solved(day, None):
        assert "X" in timex.value
        assert (timex.earliest, timex.latest) == (None, None)


_ABSOLUTE = [
    "15 تموز/يوليو 2024", "الرابع من آب 2020", "21/10/2023", "2025-08-01", "10 صفر 1447هـ",
    "فبراير 2022", "أواخر أكتوبر 2023", "عام 2014", "صيف 2024", "الربع الأول من عام 2024",
    "تسعينيات القرن العشرين", "القرن التاسع عشر",
    "الخميس 7 أغسطس 2025 الساعة 11:00 بتوقيت غرينتش", "شهر رمضان 1445", "بداية 2019",
]  # fmt: skip


@given(st.sampled_from(_ABSOLUTE), _DAYS)
def test_a_full_date_means_the_same_whatever_the_publication_day(
    text: str, published: date
) -> None:
    known, unknown, other = _solved(text, published), _solved(text, None), _solved(text)
    assert known
    assert [(t.value, t.earliest, t.latest) for t in known] == [
        (t.value, t.earliest, t.latest) for t in unknown
    ]
    assert [t.value for t in known] == [t.value for t in other]
    assert "X" not in known[0].value


@given(st.one_of(_TEXTS, _SOUP), _DAYS)
def test_a_window_is_in_order_and_holds_its_value(text: str, published: date) -> None:
    for timex in _solved(text, published):
        if timex.earliest and timex.latest:
            assert timex.earliest <= timex.latest
        if timex.mention.portion is not None:  # narrower than the value, which names the whole
            continue
        head = timex.value.split("T")[0]
        if len(head) == 10 and head[:4].isdigit() and "X" not in head and "/" not in head:
            assert (timex.earliest or "") <= head <= (timex.latest or "9")
        elif len(head) == 7 and head[:4].isdigit() and head[5:].isdigit():
            assert (timex.earliest or "")[:7] <= head <= (timex.latest or "9")[:7]
        elif len(head) == 4 and head.isdigit():
            assert (timex.earliest or "")[:4] <= head <= (timex.latest or "9")[:4]
