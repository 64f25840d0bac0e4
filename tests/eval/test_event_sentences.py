"""Events on judged sentences: what is positive, how words are compared, what is printed."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from eval import event_sentences
from eval.event_sentence_files import Marked, read_judged, read_marked
from eval.event_spans import f1, match
from eval.event_spans import miss_lines as span_miss_lines
from eval.told_events import Teller, Told, Words

LABELS = {
    "yes one": "yes",
    "yes two": "yes",
    "yes three": "yes",
    "no one": "easy no",
    "no two": "easy no",
    "perhaps": "difficult no",
    "who knows": "ambiguous",
}


def words(*said: str) -> Words:
    return frozenset(said)


def told(type_: str = "ASSAULT", verb: str = "", source: str = "", target: str = "") -> Told:
    parts = (frozenset(said.split()) for said in (verb, source, target))
    return Told(type_, "kind", "happened", verb, *parts)


def teller(**by_text: Told) -> Teller:
    """Finds one event in each of the texts named, their spaces written as underscores."""
    return lambda text: [e for name, e in by_text.items() if name.replace("_", " ") == text]


def annotator(verb: Sequence[str], source: Sequence[str], target: Sequence[str]) -> object:
    return {"verb": verb, "source_actor": source, "target_actor": target, "target_role": "UNKNOWN"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Seven judged sentences of each type, and one of each marked by three annotators."""
    rows = [",accept,event_type,id,label,reject,text,total"]
    rows += [f"{i},0,X,id,{label},3,{text},3" for i, (text, label) in enumerate(LABELS.items())]
    spans = [
        {
            "text": "yes one",
            "spans": [
                annotator(["قَصَفَت"], ["الطائرات", "الحربية"], ["البلدة»."]),
                annotator(["قصفت"], ["الطائرات"], []),
                annotator(["قصفت", "ودمرت"], ["الطائرات"], ["الحي"]),
            ],
        }
    ]
    for name in ("assault", "protest"):
        (tmp_path / f"{name}_sentences.csv").write_text("\n".join(rows), encoding="utf-8")
        (tmp_path / f"{name}_spans.json").write_text(json.dumps(spans), encoding="utf-8")
    return tmp_path


def test_yes_is_held_against_easy_no_alone(folder: Path) -> None:
    tell = teller(yes_one=told(), yes_two=told(), no_one=told(), perhaps=told(), who_knows=told())
    scores = event_sentences.score(folder, "ASSAULT", tell)
    assert scores.rates() == pytest.approx((2 / 3, 2 / 3, 2 / 3))
    assert scores.share("difficult no") == "100.0 %"


def test_an_event_of_another_type_makes_no_sentence_positive(folder: Path) -> None:
    scores = event_sentences.score(folder, "PROTEST", teller(yes_one=told("ASSAULT")))
    assert scores.rates() == (0.0, 0.0, 0.0)


def test_what_is_missed_and_what_is_wrong_is_told_and_nothing_else(folder: Path) -> None:
    tell = teller(yes_one=told(), no_two=told(verb="ضرب"), perhaps=told())
    lines = event_sentences.miss_lines(event_sentences.score(folder, "ASSAULT", tell))
    assert lines == [
        "ASSAULT missed: yes two",
        "ASSAULT missed: yes three",
        "ASSAULT wrong: no two\n    found kind/happened [ضرب]",
    ]


def test_the_report_has_a_figure_for_each_type_and_part(folder: Path) -> None:
    report = event_sentences.report(folder, teller(yes_one=told(verb="قصفت", source="الطائرات")))
    layers = {layer for _, layer, _ in report.figures}
    types, parts = ("assault", "protest"), ("verb", "source", "target")
    assert layers == {*types, *(f"{type_}_{part}" for type_ in types for part in parts)}
    assert report.figures["event_sentences", "assault", "r"] == pytest.approx(1 / 3)
    assert report.figures["event_sentences", "assault_verb", "f1"] == 1.0
    assert report.figures["event_sentences", "protest_verb", "f1"] == 0.0
    assert "PROTEST missed: yes one" in report.misses
    assert [len(table.rows) for table in report.tables] == [2, 6]


def test_the_files_are_read_with_their_words_folded(folder: Path) -> None:
    assert [row.label for row in read_judged(folder, "ASSAULT")] == list(LABELS.values())
    (marked,) = read_marked(folder, "ASSAULT")
    assert marked.parts["verb"][0] == {"قصفت"}
    assert marked.parts["target"] == (words("البلده"), words(), words("الحي"))


def test_the_majority_is_what_more_than_half_marked() -> None:
    marks = {"verb": (words("a", "b"), words("a"), words("c")), "source": (words("a"), words("b"))}
    assert Marked("", marks).majority("verb") == {"a"}
    assert Marked("", marks).majority("source") == set()


def test_words_are_held_against_the_majority_and_against_each_annotator() -> None:
    parts = {
        "verb": (words("a", "b"), words("a", "b"), words("a")),
        "source": (words(), words(), words("x")),
        "target": (words("t"), words("t"), words("u")),
    }
    events = [told(verb="a", target="t"), told(verb="d"), told("PROTEST", verb="b")]
    scores = match("ASSAULT", [Marked("text", parts)], lambda text: events).scores()
    # ours are a and d; most marked a and b
    assert scores["verb"].majority == pytest.approx((1 / 2, 1 / 2, 1 / 2))
    assert scores["verb"].agreement == pytest.approx((1 / 2 + 1 / 2 + 2 / 3) / 3)
    assert scores["verb"].among_annotators == pytest.approx((1 + 2 / 3 + 2 / 3) / 3)
    # to mark nothing where nothing is marked is to agree
    assert scores["source"].agreement == pytest.approx(2 / 3)
    assert scores["source"].majority == (0.0, 0.0, 0.0)
    assert scores["target"].majority == (1.0, 1.0, 1.0)


def test_f1_of_sets() -> None:
    assert f1(words(), words()) == 1.0
    assert f1(words("a"), words()) == 0.0
    assert f1(words("a", "b"), words("b", "c", "d")) == pytest.approx(2 / 5)


def test_parts_whose_words_differ_are_told() -> None:
    parts = {"verb": (words("a"),), "source": (words("x", "y"),), "target": (words(),)}
    matched = match("PROTEST", [Marked("text", parts)], lambda _: [told("PROTEST", "a", "x")])
    assert span_miss_lines(matched) == ["PROTEST words: text", "    source: wanted x y, found x"]


def test_the_command_prints_its_tables_and_on_demand_every_difference(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = tmp_path / "shared" / "corpora" / "event_gsr"
    there.mkdir(parents=True)
    for path in folder.glob("*_*.*"):
        path.rename(there / path.name)
    arguments = ["--shared", str(tmp_path / "shared")]
    assert event_sentences.main(arguments) == 0
    assert "ASSAULT missed" not in capsys.readouterr().out
    event_sentences.main([*arguments, "--misses"])
    assert "ASSAULT missed: yes one" in capsys.readouterr().out
