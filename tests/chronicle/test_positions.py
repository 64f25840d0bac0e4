"""Positions: the examples of every issue, and how stances become positions."""

from datetime import date
from typing import Any

import pytest

from tests.chronicle.reports_of import report_of
from waqai.chronicle.positions import positions
from waqai.knowledge import load, tables
from waqai.model.chronicle import Position, Report, Saying, Stance, TellingKey, Window
from waqai.model.names import Entity, EntityKind
from waqai.model.page import Span
from waqai.model.publication import Publication

_ISSUES: list[dict[str, Any]] = load("issues")["issue"]
_MATCHES = [(issue["id"], example) for issue in _ISSUES for example in issue["match"]]


def held(*reports: Report) -> set[tuple[str, str, Stance]]:
    return {(p.actor, p.issue, p.stance) for p in positions(reports)}


@pytest.mark.parametrize(("issue", "example"), _MATCHES, ids=lambda x: x if type(x) is str else "")
def test_an_issues_examples_give_who_holds_what(issue: str, example: dict[str, str]) -> None:
    found = held(report_of(example["text"]))
    assert found == {(example["actor"], issue, Stance(example["stance"]))}


@pytest.mark.parametrize("issue", _ISSUES, ids=lambda issue: issue["id"])
def test_an_issues_counterexample_gives_no_position_on_it(issue: dict[str, Any]) -> None:
    assert issue["id"] not in {p.issue for p in positions([report_of(issue["no_match"])])}
    assert len(issue["match"]) == 2


def saying(
    story: str, day: int | None, words: str, verb: str = "قال", speaker: str = "A"
) -> Report:
    """A story with one statement, said in March 2024."""
    on = Window() if day is None else Window(date(2024, 3, day), date(2024, 3, day))
    one = Saying(TellingKey(story, 0), Span(0, 1), speaker, "asserts", verb, words, on)
    return Report(story, story, None, Publication(None, None), story, sayings=(one,))


_YES, _NO = "إننا نؤيد وقف إطلاق النار", "إننا نرفض وقف إطلاق النار"


def test_one_stance_said_again_is_one_position_from_the_first_day_to_the_last() -> None:
    (held,) = positions([saying("b", 9, _YES), saying("a", 3, _YES)])
    assert held == Position(
        "A",
        "ceasefire",
        Stance.FOR,
        Window(date(2024, 3, 3), date(2024, 3, 9)),
        (TellingKey("a", 0), TellingKey("b", 0)),
    )


def test_who_changes_has_a_new_position_and_who_changes_back_a_third() -> None:
    told = [saying("a", 3, _YES), saying("b", 5, _NO), saying("c", 9, _YES)]
    stances = [p.stance for p in positions(told)]
    assert stances == [Stance.FOR, Stance.AGAINST, Stance.FOR]


def test_what_was_said_on_a_day_unknown_tells_of_no_change() -> None:
    told = [saying("a", 3, _YES), saying("b", None, _YES), saying("c", 9, _NO)]
    first, second = positions(told)
    assert first.sayings == (TellingKey("a", 0), TellingKey("b", 0))
    assert first.day == Window(date(2024, 3, 3), date(2024, 3, 3))
    assert second.stance is Stance.AGAINST


def test_the_order_of_the_reports_makes_no_difference() -> None:
    told = [saying("a", 3, _YES), saying("b", None, _NO), saying("c", 9, _NO), saying("d", 3, _NO)]
    assert positions(told) == positions(told[::-1])


def test_one_actor_holds_on_each_issue_apart() -> None:
    told = [saying("a", 3, _YES), saying("b", 3, "إننا نعارض العقوبات")]
    assert [(p.issue, p.stance) for p in positions(told)] == [
        ("ceasefire", Stance.FOR),
        ("sanctions", Stance.AGAINST),
    ]


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("نطالب برفع العقوبات", Stance.AGAINST),
        ("لا نؤيد العقوبات", Stance.AGAINST),
        ("يجب عدم فرض عقوبات جديدة", Stance.AGAINST),
        ("لن نقبل العقوبات", Stance.AGAINST),
        ("العقوبات غير قانونية", Stance.AGAINST),
        ("إن بلاده ترفض العقوبات", Stance.AGAINST),
        ("لا بد من تشديد العقوبات", Stance.FOR),
        ("نؤيد العقوبات إذا استمرت الحرب", Stance.CONDITIONAL),
        ("نرفض رفع العقوبات", Stance.FOR),
    ],
)
def test_a_stance_reaches_the_issue_through_the_words_between(words: str, stance: Stance) -> None:
    assert held(saying("a", 1, words)) == {("A", "sanctions", stance)}


@pytest.mark.parametrize(
    "words",
    [
        "إن واشنطن ترفض العقوبات",  # another's
        "لا نرفض العقوبات",  # not to be against is no stance
        "نرفض اتهامات الصحيفة بشأن العقوبات",
        "العقوبات فرضت قبل عام",
        "هل نؤيد العقوبات؟",
        "نؤيد الفريق. العقوبات فرضت قبل عام",
    ],
)
def test_where_it_is_not_clear_nothing_is_said(words: str) -> None:
    assert not held(saying("a", 1, words))


def test_what_one_doubts_of_others_is_not_held() -> None:
    assert not held(saying("a", 1, "في التزامهم بوقف إطلاق النار", verb="تشكك"))


def test_two_issues_joined_by_and_share_a_stance() -> None:
    found = held(saying("a", 1, "إلى وقف إطلاق النار وإدخال المساعدات", verb="دعا"))
    assert found == {("A", "ceasefire", Stance.FOR), ("A", "aid-access", Stance.FOR)}


def test_places_and_those_through_whom_news_comes_hold_nothing() -> None:
    agency = Entity("A", EntityKind.ORGANISATION, "وكالة", sector="MED")
    town = Entity("A", EntityKind.PLACE, "بلدة")
    body = Entity("A", EntityKind.ORGANISATION, "هيئة", sector="GOV")
    found = [positions([saying("a", 1, _YES)], {"A": one}) for one in (agency, town, body)]
    assert [len(some) for some in found] == [0, 0, 1]


def test_what_somebody_says_that_others_do_is_not_told_of_them() -> None:
    report = report_of("قال لافروف إن واشنطن ترفض وقف إطلاق النار.")
    assert not positions([report])


def test_an_event_shows_what_its_actor_holds() -> None:
    (found,) = positions([report_of("وافقت روسيا على وقف إطلاق النار.")])
    assert found.stance is Stance.FOR
    assert found.tellings == (TellingKey("story", 0),)


def test_the_kinds_that_the_tables_name_are_kinds_of_the_frames() -> None:
    there = {kind["id"] for name in tables("frames_") for kind in load(name)["kind"]}
    named = {kind for kinds in load("issues")["kinds"].values() for kind in kinds}
    rows = [*load("wording")["thing"], *load("wording")["toll"]]
    named |= {kind for row in rows for kind in row.get("kinds", ())}
    assert named <= there
    assert set(load("headlines")["kinds"]) == there


def test_no_phrase_names_two_issues() -> None:
    phrases = [(p, issue["id"]) for issue in _ISSUES for p in set(issue["terms"])]
    issues_of = {p: {i for q, i in phrases if q == p} for p, _ in phrases}
    assert {p for p, named in issues_of.items() if len(named) > 1} == set()
