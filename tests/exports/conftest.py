"""Pages made by hand, so that what an export shows does not hang on what the stages find."""

from collections.abc import Iterator
from datetime import date, time

import pytest

from tests.exports.chronicles import MAKE
from waqai.model.annotated import AnnotatedStory, DatedPage, DatedStory, Timex
from waqai.model.page import Page, Span, Stamp, StampRole
from waqai.model.publication import Publication, Reason
from waqai.model.story import Residue, ResidueKind, Story
from waqai.model.times import (
    Clock,
    DayPart,
    Direction,
    Duration,
    Interval,
    Period,
    Portion,
    Quantity,
    Reference,
    Shift,
    TimeMention,
    TimexType,
    Unit,
    Weekday,
)
from waqai.store.reading import Chronicle

_TEXT = """الرئيسية | سياسة
الوفد يعود من <المرفأ> & يغادر
السبت 16 آب 2025 - 04:25
عاد الوفد مساء الجمعة، ويجتمع من الاثنين إلى الأربعاء.
إقرأ أيضا: أسعار السمك
استمر اللقاء ساعة ونصف الساعة في أول الشهر.
Share this story
خبر ثان بلا عنوان كتب منذ زمن."""


def _span(words: str) -> Span:
    start = _TEXT.index(words)
    return Span(start, start + len(words))


def _time(
    words: str,
    reference: Reference,
    value: str,
    window: tuple[str | None, str | None] = (None, None),
    kind: TimexType = TimexType.DATE,
    part: DayPart | None = None,
    clock: Clock | None = None,
    portion: Portion | None = None,
) -> Timex:
    mention = TimeMention(*_span(words), kind, reference, part, clock, portion)
    return Timex(mention, value, *window)


@pytest.fixture(scope="session")
def page() -> DatedPage:
    """Two stories, the first cut in two by a related link; the second undated."""
    friday = Weekday(5, Direction.PAST)
    times = (
        _time(
            "مساء الجمعة", friday, "2025-08-15TEV", ("2025-08-15",) * 2, TimexType.TIME,
            DayPart.EVENING, Clock(20, 30, zone="Asia/Beirut"),
        ),
        _time("الاثنين", Weekday(1), "2025-08-18", ("2025-08-18",) * 2),
        _time("الأربعاء", Interval(Weekday(1), Weekday(3)), "2025-08-20", ("2025-08-20",) * 2),
        _time(
            "ساعة ونصف الساعة", Duration((Quantity(None, Unit.HOUR),)), "PT1.5H",
            kind=TimexType.DURATION,
        ),
        _time(
            "أول الشهر", Shift(Unit.MONTH, 0), "2025-08", ("2025-08-01", "2025-08-31"),
            portion=Portion.START,
        ),
    )  # fmt: skip
    header = _span("السبت 16 آب 2025 - 04:25")
    stamp = Stamp(date(2025, 8, 16), StampRole.HEADER, _TEXT[slice(*header)], *header, time(4, 25))
    given = Stamp(date(2025, 8, 16), StampRole.GIVEN, "2025-08-16")
    title = _span("الوفد يعود من <المرفأ> & يغادر")
    first = Story(
        (
            title,
            _span("عاد الوفد مساء الجمعة، ويجتمع من الاثنين إلى الأربعاء."),
            _span("استمر اللقاء ساعة ونصف الساعة في أول الشهر."),
        ),
        _TEXT[title.start : title.end],
        title,
        "صحيفة الميناء",
        stamps=(stamp, given),
    )
    why = (
        Reason("stamp.header", "the header says 16 August", "سطر التاريخ يقول 16 آب", *header),
        Reason("url", "the address says 17 August", "العنوان يقول 17 آب", kept=False),
    )
    day = date(2025, 8, 16)
    second = Story((_span("خبر ثان بلا عنوان كتب منذ زمن."),))
    return DatedPage(
        Page("مرفأ.html", _TEXT, "pages/مرفأ.html", "https://example.org/?a=1&b=2",
             encoding="utf-8", stamps=(given,)),
        (
            DatedStory(
                AnnotatedStory(
                    first,
                    tuple(timex.mention for timex in times),
                    (Period(*_span("من الاثنين إلى الأربعاء"), 1, 2),),
                ),
                Publication(day, day, why),
                times,
            ),
            DatedStory(AnnotatedStory(second, ()), Publication(date(2022, 2, 5), None), ()),
        ),
        (
            Residue(*_span("الرئيسية | سياسة\n"), ResidueKind.NAVIGATION),
            Residue(*_span("السبت 16 آب 2025 - 04:25\n"), ResidueKind.STAMP),
            Residue(*_span("إقرأ أيضا: أسعار السمك\n"), ResidueKind.RELATED),
            Residue(*_span("Share this story\n"), ResidueKind.SHARE),
        ),
        (stamp,),
    )  # fmt: skip


@pytest.fixture(scope="session", params=MAKE)
def chronicle(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Chronicle]:
    """Each of the chronicles that exports are tried on, open."""
    file = tmp_path_factory.mktemp(request.param) / "file.db"
    MAKE[request.param](file)
    with Chronicle(file) as opened:
        yield opened
