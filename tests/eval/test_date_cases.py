"""When a mention is right about a date case, and what is left out of the score."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from eval.date_case_files import Expected, Reading, read_cases
from eval.date_case_match import Found, right_extent, right_value, touching
from eval.date_cases import judge, score

TEXT = "سيعود الوفد في ذلك الحين."
DAY = date(2016, 11, 7)


def case(kind: str, *readings: Reading, start: int = 12, end: int = 24) -> Expected:
    return Expected("File", 0, TEXT, DAY, kind, start, end, readings, None)


def found(first: str, last: str = "", window: tuple[str, str] | None = None) -> Found:
    return Found(12, 24, first, last or first, *(window or (None, None)))


ABOUT_OCTOBER = (
    Reading("XXXX-10-23", "2017-10-23"),
    Reading("XXXX-10-23", "2016-10-23"),
)
OCTOBER_AT_SEVEN = (
    Reading("XXXX-10-23T07", "2017-10-23 07:00:00"),
    Reading("XXXX-10-23T07", "2016-10-23 07:00:00"),
)
TUESDAY_MORNING = (Reading("XXXX-WXX-2TMO", "2016-11-08 08:00:00", "2016-11-08 12:00:00"),)
FOUR_TO_22 = (Reading("(2016-11-04,2016-11-22,P18D)", "2016-11-04", "2016-11-22"),)
NEXT_THREE_DAYS = (Reading("(2016-11-08,2016-11-11,P3D)", "2016-11-08", "2016-11-11"),)
TODAY_AND_TOMORROW = (Reading("(2016-11-07,2016-11-08,P1D)", "2016-11-07", "2016-11-08"),)
FIVE_TO_SIX = (Reading("(T17,T18,PT1H)", "17:00:00", "18:00:00"),)
FIVE_TO_SIX_APRIL = (
    Reading("(XXXX-04-22T17,XXXX-04-22T18,PT1H)", "2017-04-22 17:00:00", "2017-04-22 18:00:00"),
)
THIRD_WEEK = (Reading("2016-11-W03", "2016-11-21", "2016-11-28"),)
YEARS = (Reading("(2014-01-01,2018-01-01,P4Y)", "2014-01-01", "2018-01-01"),)


@pytest.mark.parametrize(
    ("kind", "readings", "given"),
    [
        ("date", ABOUT_OCTOBER, found("2016-10-23")),
        ("date", ABOUT_OCTOBER, found("2017-10-23")),
        ("date", ABOUT_OCTOBER, found("XXXX-10-23")),
        ("date", (Reading("XXXX-WXX-5", "2016-11-11"),), found("2016-W45-5")),
        ("datetime", OCTOBER_AT_SEVEN, found("2016-10-23T07:00")),
        ("datetime", (Reading("PRESENT_REF", "2016-11-07 00:00:00"),), found("PRESENT_REF")),
        ("datetimerange", TUESDAY_MORNING, found("2016-11-08TMO")),
        ("datetimerange", FIVE_TO_SIX_APRIL, found("2017-04-22T17", "2017-04-22T18:00")),
        ("time", (Reading("T07:30", "07:30:00"),), found("XXXX-XX-XXT07:30")),
        ("time", (Reading("T07:30", "07:30:00"),), found("2016-11-07T07:30")),
        ("timerange", FIVE_TO_SIX, found("2016-11-07T17", "2016-11-07T18")),
        ("timerange", (Reading("TMO", "08:00:00", "12:00:00"),), found("2016-11-07TMO")),
        ("daterange", FOUR_TO_22, found("2016-11-04", "2016-11-22")),
        ("daterange", NEXT_THREE_DAYS, found("P3D", window=("2016-11-08", "2016-11-10"))),
        ("daterange", THIRD_WEEK, found("2016-W47")),
        ("daterange", TODAY_AND_TOMORROW, found("2016-11-07", "2016-11-08")),
        ("daterange", (Reading("2020", "2020-01-01"),), found("2020")),
        ("daterange", YEARS, found("2014", "2018")),
        ("daterange", YEARS, found("2014", "2017")),
        ("daterange", (Reading("XXXX-03", "2018-03-16", "2018-04-01"),), found("2018-03")),
        ("daterange", (Reading("2016-SU"),), found("2016-SU")),
        ("daterange", (Reading("XXXX-08", "2016-08-01"),), found("2016-08")),
        ("duration", (Reading("PT24H", "86400"),), found("P1D")),
        ("set", (Reading("XXXX-WXX-1T16"),), found("XXXX-WXX-1T16:00")),
    ],
)
def test_right_in_value(kind: str, readings: tuple[Reading, ...], given: Found) -> None:
    assert right_value(case(kind, *readings), given)


@pytest.mark.parametrize(
    ("kind", "readings", "given"),
    [
        ("date", ABOUT_OCTOBER, found("2015-10-23")),
        ("date", ABOUT_OCTOBER, found("2016-10")),
        ("datetime", OCTOBER_AT_SEVEN, found("2016-10-23")),
        ("datetime", OCTOBER_AT_SEVEN, found("2016-10-23T07:30")),
        ("datetimerange", TUESDAY_MORNING, found("2016-11-01TMO")),
        ("datetimerange", TUESDAY_MORNING, found("2016-11-08T08:00")),
        ("datetimerange", FIVE_TO_SIX_APRIL, found("2017-04-22T18")),
        ("datetimerange", FIVE_TO_SIX_APRIL, found("T17", "T18")),
        ("time", (Reading("T07:30", "07:30:00"),), found("2016-11-08T07:30")),
        ("time", (Reading("T07:30", "07:30:00"),), found("T19:30")),
        ("timerange", FIVE_TO_SIX, found("2016-11-07T05", "2016-11-07T18")),
        ("timerange", FIVE_TO_SIX, found("2016-11-07T17", "2016-11-08T18")),
        ("daterange", FOUR_TO_22, found("2016-11-22")),
        ("daterange", FOUR_TO_22, found("2016-11-04", "2016-11-23")),
        ("daterange", NEXT_THREE_DAYS, found("P3D")),
        ("daterange", TODAY_AND_TOMORROW, found("2016-11-07")),
        ("daterange", THIRD_WEEK, found("2016-11-21")),
        ("daterange", THIRD_WEEK, found("2016-11")),
        ("daterange", (Reading("2016-11", "2016-11-01", "2016-12-01"),), found("2016-12")),
        ("daterange", (Reading("XXXX-09-16", "2016-09-12", "2016-09-19"),), found("2016-09-16")),
        ("duration", (Reading("P3D", "259200"),), found("PXD")),
        ("set", (Reading("T15"),), found("P1D")),
    ],
)
def test_wrong_in_value(kind: str, readings: tuple[Reading, ...], given: Found) -> None:
    assert not right_value(case(kind, *readings), given)


def test_the_extent_is_right_but_for_spaces_and_signs_at_its_ends() -> None:
    expected = case("date", *ABOUT_OCTOBER, start=12, end=24)
    assert right_extent(expected, Found(12, 25, "", ""))  # with the full stop
    assert not right_extent(expected, Found(15, 24, "", ""))


def test_a_mention_elsewhere_does_not_count() -> None:
    expected = case("date", *ABOUT_OCTOBER, start=12, end=24)
    elsewhere = Found(0, 5, "2016-10-23", "2016-10-23")
    assert touching(expected, [elsewhere]) == []
    assert not judge(expected, [elsewhere]).value


def write(folder: Path, name: str, *cases: dict[str, Any]) -> None:
    path = folder / f"Specs_DateTime_Arabic_{name}.json"
    path.write_text(json.dumps(cases), encoding="utf-8-sig")


def parser_case(text: str, said: str, timex: str, value: str, start: int = 0) -> dict[str, Any]:
    sides = {side: {"date": value} for side in ("FutureResolution", "PastResolution")}
    result = {"Text": said, "Start": start, "Length": len(said), "Type": "datetime"}
    return {
        "Input": text,
        "Context": {"ReferenceDateTime": "2016-11-07T16:12:00"},
        "Results": [result | {"Value": {"Timex": timex} | sides}],
    }


def model_case(text: str, resolution: object) -> dict[str, Any]:
    result = {"Text": text, "Start": 0, "End": len(text) - 1, "TypeName": "datetimeV2.date"}
    return {"Input": text, "Results": [result | {"Resolution": resolution}]}


def test_both_kinds_of_file_are_read_into_readings(tmp_path: Path) -> None:
    write(tmp_path, "DateParser", parser_case(" غدا", " غدا", "2016-11-08", "2016-11-08"))
    values = [{"timex": "XXXX-10-02", "type": "date", "value": day} for day in ("2016", "2017")]
    write(tmp_path, "Model", model_case("2 أكتوبر", {"values": values}))
    first, second = read_cases(tmp_path)
    assert (first.said, first.reference, first.unscored) == ("غدا", DAY, None)
    assert first.readings[0] == Reading("2016-11-08", "2016-11-08")
    assert (second.kind, second.reference) == ("date", None)
    assert [reading.start for reading in second.readings] == ["2016", "2017"]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (parser_case("غدا", "بعد غد", "2016-11-09", "2016-11-09", start=-1), "extent"),
        (parser_case("العيد", "العيد", "", "0001-01-01"), "no value"),
        (parser_case("عيد الشكر", "عيد الشكر", "XXXX-11-WXX-4-4", "2016-11-24"), "holiday"),
        (parser_case("2016-2-30", "2016-2-30", "2016-02-30", "not resolved"), "no calendar"),
        (parser_case("بعد ساعة", "بعد ساعة", "2016-11-07T17:12:00", "2016"), "time of day"),
        (model_case("رجب", "not resolved"), "no value"),
    ],
)
def test_what_cannot_be_scored_is_left_out_and_counted(
    tmp_path: Path, row: dict[str, Any], why: str
) -> None:
    write(tmp_path, "DateParser", row)
    scores = score(read_cases(tmp_path), lambda text, day: [])
    assert scores.verdicts == ()
    assert [why in reason for reason in scores.unscored] == [True]


def test_a_time_said_to_the_second_is_scored(tmp_path: Path) -> None:
    text = "2016-11-07 8:00:31"
    write(tmp_path, "DateParser", parser_case(text, text, "2016-11-07T08:00:31", "2016"))
    assert read_cases(tmp_path)[0].unscored is None


def test_the_share_counts_dates_periods_and_times_alone(tmp_path: Path) -> None:
    write(tmp_path, "DateParser", parser_case("غدا", "غدا", "2016-11-08", "2016-11-08"))
    set_case = parser_case("يوميا", "يوميا", "P1D", "Set: P1D")
    set_case["Results"][0]["Type"] = "set"
    write(tmp_path, "SetParser", set_case)
    scores = score(
        read_cases(tmp_path), lambda text, day: [Found(0, len(text), "2016-11-08", "2016-11-08")]
    )
    assert len(scores.verdicts) == 2
    assert scores.figures()["date_cases", "dated_value", "rate"] == 1.0
