"""Annotations: the promised keys, and spans that reproduce their text."""

import json
from datetime import date, time

from waqai.exports.annotations import annotation, lines, stamp_value
from waqai.model.annotated import DatedPage
from waqai.model.page import Stamp, StampRole


def test_a_page_is_one_line_of_json(page: DatedPage) -> None:
    [line] = lines([page])
    assert line.count(b"\n") == 1
    assert line.endswith(b"}\n")
    assert json.loads(line) == json.loads(json.dumps(annotation(page)))


def test_a_known_day_has_a_value_and_an_open_window_has_none(page: DatedPage) -> None:
    known, unknown = (story["published"] for story in annotation(page)["stories"])
    assert (known["value"], known["earliest"], known["latest"]) == ("2025-08-16",) * 3
    assert [reason["kept"] for reason in known["why"]] == [True, False]
    assert (unknown["value"], unknown["earliest"], unknown["latest"]) == (None, "2022-02-05", None)


def test_times_bear_their_words_their_value_and_what_they_say(page: DatedPage) -> None:
    row = annotation(page)
    first, *_, last = row["stories"][0]["times"]
    assert (first["text"], first["type"], first["value"]) == (
        "مساء الجمعة",
        "TIME",
        "2025-08-15TEV",
    )
    assert (first["part"], first["clock"]["hour"], first["mod"]) == ("EV", 20, None)
    assert first["reference"]["kind"] == "weekday"
    assert (last["mod"], last["earliest"], last["latest"]) == ("START", "2025-08-01", "2025-08-31")
    [period] = row["stories"][0]["periods"]
    assert (period["text"], period["first"], period["last"]) == ("من الاثنين إلى الأربعاء", 1, 2)


def test_date_stamps_in_the_residue_are_times_of_the_page(page: DatedPage) -> None:
    [stamp] = annotation(page)["times"]
    assert (stamp["type"], stamp["value"]) == ("TIME", "2025-08-16T04:25")
    assert (stamp["earliest"], stamp["latest"]) == ("2025-08-16", "2025-08-16")


def test_a_stamp_within_a_story_is_no_second_time_of_the_page(page: DatedPage) -> None:
    start, end = page.stories[0].annotated.story.blocks[1]
    inside = Stamp(date(2025, 8, 16), StampRole.DATELINE, page.page.text[start:end], start, end)
    within = DatedPage(page.page, page.stories, page.residue, (inside,))
    row = annotation(within)
    assert row["times"] == []
    assert [stamp["role"] for stamp in row["stamps"]] == ["given", "dateline"]


def test_stamps_outside_the_text_come_first_and_have_no_span(page: DatedPage) -> None:
    given, header = annotation(page)["stamps"]
    assert (given["role"], given["start"], given["end"]) == ("given", None, None)
    assert (header["role"], header["clock"]) == ("header", "04:25:00")


def test_every_span_reproduces_its_text(page: DatedPage) -> None:
    row, text = annotation(page), page.page.text
    spanned = [*row["times"], *(s for s in row["stamps"] if s["start"] is not None)]
    for story in row["stories"]:
        spanned += [*story["times"], *story["periods"]]
        if story["title_span"]:
            assert text[slice(*story["title_span"])] == story["title"]
    assert len(spanned) == 8
    assert all(text[s["start"] : s["end"]] == s["text"] for s in spanned)
    assert len(row["residue"]) == len(row["residue_kinds"]) == 4


def test_a_stamp_says_seconds_only_beside_the_value() -> None:
    assert stamp_value(Stamp(date(2025, 1, 2), StampRole.HEADER, "")) == "2025-01-02"
    clocked = Stamp(date(2025, 1, 2), StampRole.HEADER, "", clock=time(4, 5, 6))
    assert stamp_value(clocked) == "2025-01-02T04:05"
