"""The check of the knowledge: what waqai reads is sound, and a table that is broken is told of."""

import shutil
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest

from waqai.arabic.letters import bare
from waqai.knowledge import load
from waqai.knowledge.__main__ import main
from waqai.knowledge.contradictions import fold
from waqai.knowledge.integrity import check
from waqai.knowledge.shapes import misfits, uneven_rows

_HOME = Path(str(resources.files("waqai.knowledge")))
_FILES = [path for path in _HOME.iterdir() if path.suffix in {".toml", ".tsv"}]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    for path in _FILES:
        shutil.copy(path, tmp_path)
    return tmp_path


def _broken(folder: Path, name: str, old: str, new: str) -> list[str]:
    path = folder / f"{name}.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return list(check(folder).faults)


def test_the_knowledge_is_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"knowledge: {len(_FILES) - 1} tables, ")
    assert out.endswith(" entries, sound\n")


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("calendar", "[[month]]", "[[month]", "calendar.toml: cannot be read"),
        (
            "calendar",
            'names = ["يناير"',
            'nmaes = ["يناير"',
            "calendar.toml: month 1.nmaes: no such key",
        ),
        ("calendar", "number = 7\nnames", "number = 8\nnames", "month: number 7 stands 0 times"),
        ("calendar", "number = 7\nnames", "number = 8\nnames", "month: number 8 stands 2 times"),
        (
            "calendar",
            '"شباط"',
            '"شباط", "تموز"',
            "'تموز' stands under month 2 names and under month 7",
        ),
        ("calendar", '"يوليه"', '"يونيه"', "'يونيه' stands under month 6 names and under month 7"),
        (
            "calendar",
            '"أيار"',
            '"أيّار", "ماي"',
            "'ماي' stands under month 5 names and under month 5 anchored",
        ),
        (
            "calendar",
            '"الثلثاء"',
            '"الاتنين", "الإثنين"',
            "'الإثنين' stands under weekday 1 and under weekday 2",
        ),
        ("calendar", '"جانفي"', '"جانفي "', "stray space in 'جانفي '"),
        ("calendar", '"جانفي"', '"جانـفي"', "tatweel in 'جانـفي'"),
        ("calendar", '"جانفي"', '"جانفي\\u200f"', "a sign that cannot be seen"),
        ("calendar", '"جانفي"', '""', "is empty or no text"),
        ("calendar", '"جانفي"', '"يناير"', "'يناير' stands 2 times under month 1 names"),
        ("calendar", '"Asia/Baghdad"', '"Asia/Basra"', "zones.Asia/Basra: is no zone"),
        (
            "calendar",
            'after = ["صلاة"',
            'after = ["صلاة ظهر"',
            "'صلاة ظهر' is compared with one word",
        ),
        ("times", '"-1" = ["أمس"', '"-1" = ["غدا", "أمس"', "'غدا' stands under -1 and under 1"),
        ("times", '"-1" = ["أمس"', '"one" = ["أمس"', "deictic_days.one: is no whole number"),
        ("times", "[unit.month]", "[unit.moon]", "unit.moon: is none of second"),
        ("times", "[day_parts.MO]", "[day_parts.MORNING]", "day_parts.MORNING: is none of MO"),
        (
            "times",
            "hijri = [10, 1]",
            "hijri = [10, 1]\ngregorian = [4, 1]",
            "feast eid_al_fitr: has not exactly one",
        ),
        ("times", "hijri = [12, 10]\n", "", "feast eid_al_adha: has not exactly one"),
        ("times", "hijri = [12, 10]", "hijri = [13, 10]", "[13, 10] is no day of the Hijri year"),
        ("times", "gregorian = [12, 25]", "gregorian = [25, 12]", "[25, 12] is no day of the year"),
        ("times", 'key = "ashura"', 'key = "arafa"', "feast arafa: stands 2 times"),
        ("times", "month = 9\nday = 11", "month = 9\nday = 31", "event_day 2001-9-31: is no date"),
        ("times", '"أمس الأربعاء", "2025', '"أمس  الأربعاء", "2025', "does not occur in"),
        ("times", 'part = "sets"', 'part = "durations"', "example: none for the part 'sets'"),
        ("times", 'part = "sets"', 'part = "moons"', "the part 'moons' is not declared"),
        ("times", "examples_published = 2025-08-07", "", "examples_published: is missing"),
        ("times", "examples_published = 2025-08-07", 'examples_published = "07"', "is no date"),
        ("numbers", '3 = ["ثلاثة"', '3 = ["اربعه", "ثلاثة"', "'أربعة' stands under 3 and under 4"),
        ("numbers", 'value = "1973"', "value = 1973", "example 1.value: is empty or no text: 1973"),
        ("labels", '"يناير", "فبراير"', '"فبراير", "يناير"', "'فبراير' is no name of month 1"),
        ("shapes", "[shape.sources]", "[shape.source]", "shapes.toml declares no shape for it"),
        ("shapes", "[shape.sources]", "[shape.source]", "source.toml: is declared in shapes.toml"),
    ],
)
def test_a_broken_table_is_told_of(copied: Path, name: str, old: str, new: str, told: str) -> None:
    faults = _broken(copied, name, old, new)
    assert any(told in fault for fault in faults), faults


def test_every_fault_is_told_and_the_exit_code_is_one(
    copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _broken(copied, "calendar", '"شباط"', '"شباط "')
    _broken(copied, "times", "[unit.month]", "[unit]")
    assert main([str(copied)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("calendar.toml: month 2") for line in lines)
    assert any(line.startswith("times.toml:") for line in lines)
    assert lines[-1].endswith(" faults")


def test_a_table_that_is_not_there_is_missed(copied: Path) -> None:
    (copied / "numbers.toml").unlink()
    assert "numbers.toml: is declared in shapes.toml and cannot be read" in check(copied).faults


def test_an_empty_folder_is_not_sound(tmp_path: Path) -> None:
    assert check(tmp_path).faults


@pytest.mark.parametrize(
    ("value", "shape", "told"),
    [
        ({}, {"*": "int"}, "is empty"),
        ([], {"a": "int"}, "is no table"),
        ({"a": True}, {"a": "int"}, "True is no int"),
        ({"a": []}, {"a": ["int"]}, "is no list of tables"),
        ({"a": [["text", "extent"]]}, {"a": "found"}, "is not [text, extent, value]"),
        ({"a": [["text", " text", "1"]]}, {"a": "found"}, "stray space in the extent"),
        ({"a": [1]}, {"a": "month_day"}, "is not [month, day]"),
        ({"a": 1}, {"a": "number"}, "no leaf it knows"),
        ({"a": [" "]}, {"a": "texts"}, "is empty"),
        ({"a": {"b": ["x", ""]}}, {"a": "any"}, "is empty"),
    ],
)
def test_a_value_that_does_not_fit_its_shape_is_told_of(
    value: object, shape: object, told: str
) -> None:
    assert told in " ".join(misfits(value, shape, "table:"))


@pytest.mark.parametrize(
    ("value", "shape"),
    [
        ({"a": 1}, {"a": "int", "b?": "int"}),
        ({"a": 1, "z": ["كلمة"]}, {"a": "int", "*": "words"}),
        ({"a": ["هـ", "الـ", "ت غ"]}, {"a": "phrases"}),
        ([{"a": 1}, {"a": 2}], [{"a": "int"}]),
    ],
)
def test_a_value_that_fits_its_shape_is_passed(value: object, shape: object) -> None:
    assert list(misfits(value, shape, "table:")) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("#a\tb\nx\ty\n# a comment\nx|z\t\n", None),
        ("#a\tb\nx\n", "line 2: has 1 cells, not 2"),
        ("#a\tb\nx\ty\tz\n", "line 2: has 3 cells, not 2"),
        ("#a\tb\nx\ty \n", "line 2 b: stray space"),
        ("#a\tb\nx\ty||z\n", "line 2 b: is empty"),
    ],
)
def test_a_list_has_its_columns_in_every_line(text: str, told: str | None) -> None:
    faults = list(uneven_rows(text, "list.tsv:"))
    assert (told in faults[0]) if told else not faults


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)


@pytest.mark.parametrize("name", ["calendar", "numbers", "times"])
def test_the_check_and_the_grammar_take_the_same_spellings_for_one(name: str) -> None:
    spellings: dict[str, str] = {}
    for text in _texts(load(name)):
        assert spellings.setdefault(bare(text), fold(text)) == fold(text)
    assert len(set(spellings.values())) == len(spellings)


def test_a_table_is_read_once_and_one_that_is_not_there_is_an_error() -> None:
    assert load("times") is load("times")
    with pytest.raises(FileNotFoundError):
        load("nothing")
