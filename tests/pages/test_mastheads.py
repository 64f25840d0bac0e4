"""What a page says of itself at its top: menus, its own name, signatures made of it."""

import pytest

from waqai.model.page import Page
from waqai.model.story import ResidueKind
from waqai.pages import split
from waqai.pages.mastheads import is_menu, outlet_line

LEAD = (
    "قال رئيس البلدية اليوم إن أعمال توسعة الطريق الساحلي ستنتهي قبل نهاية الصيف، وإن المرور "
    "سيعود إلى طبيعته بعد أسبوعين من الآن."
)
TITLE = "رئيس البلدية: توسعة الطريق الساحلي تنتهي قبل نهاية الصيف"


@pytest.mark.parametrize(
    "line",
    [
        "أولى | محليات | مجلس الأمة | دوليات | اقتصاد",
        "الصفحة الأولى // محلي // عربي ودولي // ثقافة",
        "الوطني    الدولي    الجزائر العميقة    الاقتصاد",
        "محليات • دوليات • رياضة • فنون",
        "برقية 117/ الساحل/ طريق",
    ],
)
def test_entries_parted_by_one_sign_are_a_menu(line: str) -> None:
    assert is_menu(line, 0, len(line))


@pytest.mark.parametrize(
    "line",
    [
        TITLE,
        "الطريق الساحلي: ماذا بعد التوسعة؟",
        "بين البحر والجبل - حكاية طريق",
        "البلدية | الطريق الساحلي يفتح أمام المرور",
        "«نعم» للطريق و«لا» للضوضاء",
    ],
)
def test_a_title_is_no_menu(line: str) -> None:
    assert not is_menu(line, 0, len(line))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("جريدة الساحل الغربي", "الساحل الغربي"),
        ("وكالة أنباء الساحل (سنا)", "الساحل"),
        ("شبكة الساحل الإخبارية", "الساحل الإخبارية"),
        ("شبكة تجسس في قبضة الشرطة", None),
        ("الساحل الغربي", None),
    ],
)
def test_a_name_with_its_kind_is_an_outlets(line: str, name: str | None) -> None:
    assert outlet_line(line, 0, len(line)) == name


def test_the_pages_own_name_before_a_dash_is_a_dateline() -> None:
    text = f"شبكة الساحل الغربي\nمحليات دوليات رياضة فنون اقتصاد\n{TITLE}\nالساحل الغربي - {LEAD}\n"
    page = split(Page("p", text))
    (story,) = page.stories
    assert (story.title, story.outlet) == (TITLE, "الساحل الغربي")
    assert ResidueKind.DATELINE in {residue.kind for residue in page.residue}


def test_the_pages_own_name_and_a_persons_are_a_byline() -> None:
    head = "جريدة الساحل الغربي\nمحلي // دولي // رياضة // فنون"
    text = f"{head}\n{TITLE}\nالساحل الغربي - سلمى حسن\n{LEAD}"
    (story,) = split(Page("p", text)).stories
    assert (story.title, story.author) == (TITLE, "سلمى حسن")


def test_a_telex_gives_place_day_and_title_in_one_line() -> None:
    head = "وكالة أنباء الساحل (سنا)\nسنا 12/ بلدية/ طريق"
    text = f"{head}\nطرابلس 17 أكتوبر 2025 (سنا) - {TITLE}\n{LEAD}"
    (story,) = split(Page("p", text)).stories
    assert (story.title, story.dateline) == (TITLE, "طرابلس")
    assert [str(stamp.day) for stamp in story.stamps] == ["2025-10-17"]
