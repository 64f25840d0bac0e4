"""Days hidden and found again: which articles lose theirs, and what counts as found."""

from datetime import date, timedelta

import pytest

import waqai
from eval.likeness import Likest
from eval.neighbour_dating import SET, Dated, Hidden, date_all, hide, middle, score, windows
from waqai.model.annotated import DatedPage
from waqai.model.page import Page, Stamp, StampRole
from waqai.model.publication import Publication

FIRST = date(2018, 3, 1)
TEXT = "وصل الوزير سامر الحلبي إلى مدينة حلب والتقى نظيره {} في زيارة تدوم يومين."


def page(number: int, day: date, text: str | None = None) -> DatedPage:
    stamp = Stamp(day, StampRole.GIVEN, day.isoformat())
    url = f"https://example.org/{day:%Y/%m/%d}/{number}"
    written = f"خبر {number}\n\n{text or TEXT.format(f'رقم {number}')}"
    [read] = waqai.annotate(Page(f"{number:03}", written, url=url, stamps=(stamp,)))
    return read


@pytest.fixture(scope="module")
def pages() -> list[DatedPage]:
    """Forty days, a page each."""
    return [page(n, FIRST + timedelta(n)) for n in range(40)]


def test_every_fifth_of_the_fortnight_in_the_middle_is_hidden_and_the_rest_left(
    pages: list[DatedPage],
) -> None:
    hidden, others = hide(pages)
    assert [(one.day - FIRST).days for one in hidden] == [13, 18, 23]
    assert len(others) == len(pages) - len(hidden)
    assert hide(pages[::-1])[0] == hidden


def test_nothing_around_a_hidden_page_tells_its_day(pages: list[DatedPage]) -> None:
    for one in hide(pages)[0]:
        bare = one.page.page
        assert (bare.url, bare.stamps, one.page.stories[0].published.day) == (None, (), None)
        assert f"{one.day:%Y}" not in bare.name + bare.source


def dated(said: Publication) -> Dated:
    return Dated(Hidden(page(1, FIRST), FIRST), said)


def test_what_is_certain_and_what_is_likely_are_counted_each() -> None:
    after, later = FIRST + timedelta(1), FIRST + timedelta(9)
    ways = {
        "a way": [
            dated(Publication(FIRST, FIRST)),
            dated(Publication(after, after)),
            dated(Publication(FIRST, later, likely=FIRST)),
            dated(Publication(None, later)),
        ]
    }
    figures = {measure: value for (set, _, measure), value in score(ways).figures.items()}
    held = pytest.approx(2 / 3)
    assert figures == {
        "right": 0.5, "near": 0.75, "certain": 0.5, "certain_right": 0.5, "held": held,
    }  # fmt: skip
    assert (SET, "a_way", "right") in score(ways).figures


def test_a_copy_published_the_same_day_tells_the_chronicle_and_the_likest_text(
    pages: list[DatedPage],
) -> None:
    day = hide(pages)[0][0].day
    long = " ".join(f"{TEXT.format(f'في القاعة {n}')} وبحثا {n} ملفات." for n in range(3, 9))
    told = [page(13, day, long) if page_.page.name == "013" else page_ for page_ in pages]
    ways = date_all([*told, page(900, day, long)])
    assert ways["its own words"][0].off is None
    assert ways["the likest text"][0].off == 0
    assert ways["the chronicle"][0].off == 0


def test_the_likest_text_shares_the_rare_words() -> None:
    texts = {0: "زار الوزير المدينة", 1: "زار الوزير الميناء", 2: "زار الوزير السوق"}
    texts |= dict.fromkeys(range(3, 40), "زار الوزير")
    likest = Likest(texts)
    assert likest.of("الوزير في الميناء") == 1
    assert likest.of("لا شيء من ذلك") is None


def test_another_fortnight_can_be_hidden(pages: list[DatedPage]) -> None:
    begins = FIRST + timedelta(20)
    hidden, others = hide(pages, begins)
    assert [(one.day - begins).days for one in hidden] == [0, 5, 10]
    assert len(others) == len(pages) - len(hidden)


def test_the_middle_has_as_many_days_before_it_as_behind_it(pages: list[DatedPage]) -> None:
    assert middle(pages) == FIRST + timedelta(13)
    assert middle(pages[::-1]) == middle(pages)


def test_windows_are_told_of_by_their_width() -> None:
    week = FIRST + timedelta(6)
    table = windows(
        [
            dated(Publication(FIRST, FIRST)),
            dated(Publication(FIRST, week, likely=FIRST + timedelta(1))),
            dated(Publication(FIRST + timedelta(1), week, likely=week)),
            dated(Publication(None, None)),
        ]
    )
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows["1"] == ["1", "100.0 %", "100.0 %", "100.0 %"]
    assert rows["4–7"] == ["2", "50.0 %", "0.0 %", "50.0 %"]
    assert sum(int(row[0]) for row in rows.values()) == 3
