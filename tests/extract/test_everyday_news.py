"""What reading news pages by eye taught: whole sentences, each with what is read in it."""

import pytest

from tests.extract.reading import read
from waqai.extract.statements.vocabulary import cues
from waqai.model.statements import SpeechAct, Statement

_NAMES = {
    "سالم الراوي": "person",
    "ليلى نصار": "person",
    "وكالة الساحل": "organisation",
    "الاتحاد البحري": "organisation",
    "البحرين": "country",
}


def _read(text: str) -> tuple[list[str], list[Statement]]:
    """The speakers' names and the statements of `text`, in order."""
    entities, statements = read(text, _NAMES)
    speakers = [entities[s.speaker].name if s.speaker is not None else "" for s in statements]
    return speakers, list(statements)


def _said(text: str) -> list[str]:
    return [text[s.start : s.end] for s in _read(text)[1]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # a participle of circumstance ends what was said, and says its own
        (
            "أشاد سالم الراوي بنتائج الحوار، نافيا الأنباء عن استقالته.",
            ["بنتائج الحوار", "الأنباء عن استقالته"],
        ),
        # a verb joined by و stands beside a noun, not under it
        (
            "رفض سالم الراوي فكرة التأجيل وأعلنت ليلى نصار أن الموعد ثابت.",
            ["فكرة التأجيل", "أن الموعد ثابت"],
        ),
        # in apposition behind the name
        ("حذر سالم الراوي رئيس البلدية، أمس، من أن السد ضعيف.", ["من أن السد ضعيف"]),
        # the one asked stands between the verb and what is asked
        ("طلبت ليلى نصار من السكان عدم الاقتراب من السد.", ["عدم الاقتراب من السد"]),
        # أن behind a conjunction opens nothing
        ("واصل سالم الراوي جولته بعد أن زار الميناء.", []),
        # the object's own preposition
        ("وأكد سالم الراوي دعم البلدية لمشروع على الساحل.", ["دعم البلدية لمشروع على الساحل"]),
        # a quotation ends what is said in it
        (
            'وأضاف سالم الراوي: "أكدت البلدية أن السد آمن". ثم غادر القاعة.',
            ["أكدت البلدية أن السد آمن", "أن السد آمن"],
        ),
        # no saying: a court that convicts, a state that a headline only places
        ("أدانت محكمة الراوي بتهمة التزوير.", []),
        ("البحرين: أكثر من عشرة جرحى في حادث سير", []),
    ],
)
def test_what_is_said_begins_and_ends_where_it_should(text: str, wanted: list[str]) -> None:
    assert _said(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # a role behind the name, and before a comma and the name
        (
            "سالم الراوي، مدير الميناء، أكد أن السفينة وصلت. وأضاف مدير الميناء أن الحمولة سليمة.",
            ["سالم الراوي", "سالم الراوي"],
        ),
        (
            "قال مدير الميناء الجديد، سالم الراوي، إن السفينة وصلت. وأضاف المدير أنها سليمة.",
            ["سالم الراوي", "سالم الراوي"],
        ),
        # كما joins a verb, or names a source
        ("كما قالت ليلى نصار إن السد آمن.", ["ليلى نصار"]),
        ("السد آمن، كما قالت ليلى نصار.", ["ليلى نصار"]),
        # the lawyer speaks, not whom she defends
        ("كشفت محامية الفتاة ليلى نصار أنها وقعت اتفاقا.", ["محامية الفتاة ليلى نصار"]),
        ("أفاد أحد السكان بأن الطريق مغلق.", ["أحد السكان"]),
    ],
)
def test_who_speaks_is_found_by_his_title(text: str, wanted: list[str]) -> None:
    assert _read(text)[0] == wanted


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("قال سالم الراوي الأحد إن السد آمن.", True),
        ("في مطلع أبريل، قال سالم الراوي إن السد آمن.", True),
        ("السد آمن، بحسب ما ذكرت وكالة الساحل الأحد.", True),
        # a time of what is said, an age, a span, another clause's time
        ("وصلت السفينة الأحد إلى الميناء، بحسب وكالة الساحل.", False),
        ("وقالت ليلى نصار، 52 عاما، إنها باعت البيت.", False),
        ("وتقاطع ليلى نصار الجلسات منذ مارس الماضي، وتتهم القضاء بالتحيز.", False),
        ("قال سالم الراوي إن السد بني عام 2014، مشيرا إلى أن الجسر قديم.", False),
    ],
)
def test_the_time_of_a_saying_is_its_own(text: str, said: bool) -> None:
    statements = _read(text)[1]
    assert statements
    assert (statements[-1].said is not None) is said


def test_a_source_quoted_by_a_source_speaks_through_it() -> None:
    text = "السد آمن، وفقا لما نقلته وكالة الساحل نقلا عن سالم الراوي."
    entities, statements = read(text, _NAMES)
    assert len(statements) == 1
    assert text[statements[0].start : statements[0].end] == "السد آمن"
    assert statements[0].speaker is not None
    assert entities[statements[0].speaker].name == "سالم الراوي"
    assert [entities[v].name for v in statements[0].via] == ["وكالة الساحل"]


def test_what_a_verb_does_hangs_on_what_it_takes() -> None:
    acts = [s.act for s in _read("نوه سالم الراوي بجهود العمال.")[1]]
    acts += [s.act for s in _read("نوه سالم الراوي إلى أن الطريق مغلق.")[1]]
    assert acts == [SpeechAct.PRAISE, SpeechAct.ASSERT]


def test_an_empty_quotation_is_nobody() -> None:
    assert _said('وصل الوفد إلى مقر لـ"" في الميناء، وقال سالم الراوي إنه سعيد.') == ["إنه سعيد"]


def test_two_is_no_praise() -> None:
    assert "اثنين" in cues()  # it has the letters of a verb
    assert _said("قتل شخصان اثنين على طول الطريق.") == []
