"""From pages to what they say together."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.chronicle.built import Desk, Told, announced, desk, findings, report, told, turns
from waqai.model.chronicle import Judgement, Outcome, TellingKey, Verdict
from waqai.model.events import Status
from waqai.model.findings import Findings
from waqai.model.ground import Ground

CALL = (
    "اتصال هاتفي\n\nأجرى الرئيس الأميركي دونالد ترامب اتصالا هاتفيا مع الرئيس الروسي فلاديمير "
    "بوتين {}.\n"
)
PLAN = (
    "قمة مرتقبة\n\nأعلن الكرملين أن الرئيس الروسي فلاديمير بوتين سيعقد قمة مع نظيره الأميركي "
    "دونالد ترامب في ألاسكا في 15 أغسطس.\n"
)
OFF = (
    "إلغاء القمة\n\nألغى الرئيس الأميركي دونالد ترامب القمة مع الرئيس الروسي فلاديمير بوتين "
    "المقررة في ألاسكا يوم الجمعة.\n"
)
ON_AGAIN = (
    "القمة تعود\n\nأعلن البيت الأبيض أن الرئيس الأميركي دونالد ترامب سيعقد القمة مع الرئيس الروسي "
    "فلاديمير بوتين في ألاسكا يوم الجمعة.\n"
)
HELD = (
    "قمة ألاسكا\n\nعقد الرئيس الأميركي دونالد ترامب ونظيره الروسي فلاديمير بوتين قمة في أنكوراج "
    "أمس الجمعة.\n"
)
VISIT = (
    "زيارة مرتقبة\n\nأعلنت الرئاسة الأوكرانية أن الرئيس فولوديمير زيلينسكي سيزور السعودية في 19 "
    "فبراير.\n"
)
PUT_OFF = (
    "تأجيل الزيارة\n\nأرجأ الرئيس الأوكراني فولوديمير زيلينسكي زيارته إلى السعودية حتى 10 مارس.\n"
)
VISITED = "في الرياض\n\nزار الرئيس الأوكراني فولوديمير زيلينسكي السعودية يوم الاثنين 10 مارس.\n"
RAID = "غارة\n\nشنت إسرائيل غارة جوية على دمشق مساء {}.\n"
MET = (
    "لقاء\n\nالتقى الرئيس الأميركي دونالد ترامب نظيره الأوكراني فولوديمير زيلينسكي {} يوم "
    "الاثنين.\n"
)
MINISTER = "لقاء\n\nالتقى وزير الزراعة النمساوي {} أمس السبت نظيره الألماني في برلين.\n"
UNDATED = (
    "بعد القمة\n\nقال محللون اليوم السبت إن القمة التي عقدها الرئيس الأميركي دونالد ترامب ونظيره "
    "الروسي فلاديمير بوتين في ألاسكا مساء الجمعة لم تنه الحرب.\n"
)
SUMMIT: tuple[Told, ...] = (
    ("plan", PLAN, "2025-08-07"),
    ("off", OFF, "2025-08-11"),
    ("on", ON_AGAIN, "2025-08-13"),
    ("held", HELD, "2025-08-16"),
)


def parted(kind: str, *pages: Told) -> list[str]:
    """The stories of each happening of a kind: "a b"."""
    found = findings(*pages).happenings
    return sorted(
        " ".join(sorted({key.story for key in one.tellings})) for one in found if one.kind == kind
    )


def test_two_calls_of_two_men_on_two_days_are_two() -> None:
    pages = [
        (n, CALL.format("أمس الأربعاء"), day)
        for n, day in (("a", "2025-08-07"), ("b", "2025-08-14"))
    ]
    assert parted("call", *pages) == ["a", "b"]


def test_a_call_of_an_evening_is_told_as_of_the_next_day_elsewhere() -> None:
    one: Told = ("a", CALL.format("مساء الأربعاء"), "2025-08-14")
    other: Told = ("b", CALL.format("الخميس"), "2025-08-14")
    assert parted("call", one, other) == ["a b"]


def test_raids_of_two_nights_are_two() -> None:
    one: Told = ("a", RAID.format("الأربعاء"), "2025-08-14")
    other: Told = ("b", RAID.format("الخميس"), "2025-08-15")
    assert parted("air-strike", one, other) == ["a", "b"]
    same: Told = ("b", RAID.format("الأربعاء"), "2025-08-15")
    assert parted("air-strike", one, same) == ["a b"]


@pytest.mark.parametrize(
    ("where", "same"), [("في واشنطن", True), ("في الولايات المتحدة", True), ("في باريس", False)]
)
def test_a_meeting_in_the_white_house_is_one_in_its_city_and_country(
    where: str, same: bool
) -> None:
    house: Told = ("a", MET.format("في البيت الأبيض"), "2025-08-19")
    other: Told = ("b", MET.format(where), "2025-08-19")
    assert parted("meeting", house, other) == (["a b"] if same else ["a", "b"])


# ── announcements ─────────────────────────────────────────────────────────────────────────


def test_announced_called_off_put_back_on_and_held() -> None:
    [(summit, one)] = announced(findings(*SUMMIT), "summit")
    assert one.outcome is Outcome.HELD
    assert str(one.held_on) == "2025-08-15"
    assert turns(one) == [
        (Status.PLANNED, "plan"),
        (Status.CANCELLED, "off"),
        (Status.PLANNED, "on"),
        (Status.HAPPENED, "held"),
    ]
    assert summit.place == "alaska"  # told by three, Anchorage by one
    assert set(summit.actors) == {"donald_trump", "vladimir_putin"}


@pytest.mark.parametrize(
    ("pages", "outcome"),
    [(1, Outcome.OPEN), (2, Outcome.CANCELLED), (3, Outcome.OPEN), (4, Outcome.HELD)],
)
def test_the_outcome_is_what_is_known_so_far(pages: int, outcome: Outcome) -> None:
    [(_, one)] = announced(findings(*SUMMIT[:pages]), "summit")
    assert one.outcome is outcome
    assert (str(one.announced_on), str(one.due.day)) == ("2025-08-07", "2025-08-15")


def test_put_off_with_its_new_day_and_then_held() -> None:
    pages: tuple[Told, ...] = (("a", VISIT, "2025-02-15"), ("b", PUT_OFF, "2025-02-18"))
    [(_, one)] = announced(findings(*pages), "visit")
    assert one.outcome is Outcome.POSTPONED
    assert one.moved_to is not None
    assert (str(one.due.day), str(one.moved_to.day)) == ("2025-02-19", "2025-03-10")
    [(_, one)] = announced(findings(*pages, ("c", VISITED, "2025-03-12")), "visit")
    assert (one.outcome, str(one.held_on)) == (Outcome.HELD, "2025-03-10")
    assert [story for _, story in turns(one)] == ["a", "b", "c"]


# ── the whole ─────────────────────────────────────────────────────────────────────────────


def test_no_page_says_nothing() -> None:
    found = desk().make()
    assert found == Findings((), (), {}, {}, (), (), (), (), Ground())


def test_everything_refers_to_what_is_there() -> None:
    found = findings(*SUMMIT, ("undated", UNDATED, None), ("visit", VISIT, "2025-02-15"))
    entities = {one.id for one in found.entities}
    tellings = {one.key for story in found.reports for one in story.tellings}
    assert Counter(key for one in found.happenings for key in one.tellings) == Counter(tellings)
    for one in found.happenings:
        assert {*one.actors, *one.recipients, *filter(None, [one.place])} <= entities
        assert one.headline_ar
        assert one.headline_en
    happenings = {one.id for one in found.happenings}
    assert {one.happening for one in found.announcements} <= happenings
    assert {one.happening for one in found.conflicts} <= happenings
    assert {one.actor for one in found.positions} <= entities
    assert set(found.named) == {one.id for one in found.reports}
    assert {id for ids in found.named.values() for id in ids} == entities


def test_all_is_sorted() -> None:
    found = findings(*reversed(SUMMIT), ("visit", VISIT, "2025-02-15"))
    assert [one.id for one in found.entities] == sorted(one.id for one in found.entities)
    assert [one.id for one in found.reports] == sorted(one.id for one in found.reports)
    assert [one.id for one in found.happenings] == sorted(one.id for one in found.happenings)


def test_a_later_page_leaves_the_ids_of_happenings() -> None:
    before, after = findings(*SUMMIT[:3]), findings(*SUMMIT)
    [summit] = told(before, "summit", "plan")
    [again] = told(after, "summit", "plan")
    assert summit.id == again.id
    assert again.stories == summit.stories + 1


LONG = (
    " وقال سكان إن الزجاج تكسر في الأحياء القريبة من المطار وإن الكهرباء انقطعت عن شوارع كثيرة حتى "
    "الفجر، فيما هرعت فرق الإطفاء إلى مستودع اندلعت فيه النار وبقيت تعمل ساعات طويلة، ولم تعرف "
    "بعد حصيلة نهائية للضحايا ولا حجم الأضرار التي لحقت بالبيوت والمتاجر والسيارات المتوقفة.\n"
)


def test_near_copies_are_one_account_of_a_happening() -> None:
    text = RAID.format("الأربعاء").rstrip() + LONG
    copies: list[Told] = [(n, f"{n} {text}", "2025-08-14") for n in ("أول", "ثان", "ثالث")]
    found = findings(*copies, ("آخر", RAID.format("الأربعاء"), "2025-08-14"))
    assert len({one.account for one in found.reports}) == 2
    [raid] = told(found, "air-strike", "آخر")
    assert (raid.stories, raid.accounts) == (4, 2)


def _judged(first: str, second: str, verdict: Verdict) -> Judgement:
    return Judgement(min(first, second), max(first, second), verdict)


def _tellings(found: Findings) -> list[tuple[TellingKey, ...]]:
    return [one.tellings for one in found.happenings]


def test_judgements_on_tellings_part_and_join_and_are_undone() -> None:
    read = desk(*SUMMIT)
    plain = read.make()
    [summit] = told(plain, "summit", "held")
    first, last = (f"{key.story}#{key.event}" for key in (summit.tellings[0], summit.tellings[-1]))
    parted = read.make(judgements=[_judged(first, last, Verdict.DIFFERENT)])
    of = {key: one.id for one in parted.happenings for key in one.tellings}
    assert of[summit.tellings[0]] != of[summit.tellings[-1]]
    assert read.make() == plain
    one, other = (f"{told[0].story}#{told[0].event}" for told in _tellings(plain)[:2])
    joined = read.make(judgements=[_judged(one, other, Verdict.SAME)])
    assert len(joined.happenings) == len(plain.happenings) - 1


def test_judgements_on_entities_are_heard() -> None:
    read = desk(
        ("a", MINISTER.format("يوهان فايسنكلر"), "2025-08-17"),
        ("b", MINISTER.format("بيرغيت شتاينغروب"), "2025-08-17"),
    )
    names = {one.name: one.id for one in read.make().entities}
    first, second = names["يوهان فايسنكلر"], names["بيرغيت شتاينغروب"]
    assert first != second
    judged = read.make(judgements=[_judged(first, second, Verdict.SAME)])
    assert len(judged.entities) == len(read.make().entities) - 1


def test_an_undated_page_is_read_again_and_counted_with_the_others() -> None:
    read = desk(SUMMIT[0], SUMMIT[3], ("undated", UNDATED, None))
    found = read.make()
    assert str(report(found, "undated").published.day) == "2025-08-16"
    [summit] = told(found, "summit", "undated")
    assert {key.story for key in summit.tellings} == {"plan", "held", "undated"}


def test_dated_pages_are_not_read_again() -> None:
    read = desk(*SUMMIT)
    assert Desk(read.briefs, {}).make() == read.make()


PAGES = desk(
    *SUMMIT,
    ("undated", UNDATED, None),
    ("visit", VISIT, "2025-02-15"),
    ("put-off", PUT_OFF, "2025-02-18"),
    ("call-1", CALL.format("أمس الأربعاء"), "2025-08-07"),
    ("call-2", CALL.format("أمس الأربعاء"), "2025-08-14"),
    ("call-3", CALL.format("الخميس"), None),
    ("raid", RAID.format("الأربعاء"), "2025-08-14"),
)


@settings(deadline=None, max_examples=30)
@given(st.data())
def test_the_order_of_briefs_makes_no_difference(data: st.DataObject) -> None:
    some = data.draw(st.lists(st.sampled_from(PAGES.briefs), unique_by=lambda b: b.report.id))
    assert PAGES.make(data.draw(st.permutations(some))) == PAGES.make(some)
