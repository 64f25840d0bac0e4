"""Names against tagged words, clitics against a treebank: what is compared, and how."""

from pathlib import Path

import pytest

from eval import clitics, names

TAGGED = """وصل O
سيرغي B-PERS
لافروف I-PERS
إلى O
مدينة O
أنقرة B-LOC
أمس O
. O

وغادر O
كوباياشيكو B-PERS
روسيا B-LOC
. O

والتقى O
الوفد B-MISC
"""
TREEBANK = """# text = وبالقلم كتب.
1\tو\tو\tCCONJ\t_\t_\t0\t_\t_\tSpaceAfter=No
2\tب\tب\tADP\t_\t_\t0\t_\t_\tSpaceAfter=No
3\tالقلم\tقلم\tNOUN\t_\t_\t0\t_\t_\t_
4\tولد\tولد\tNOUN\t_\t_\t0\t_\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t_\t_\t0\t_\t_\t_

1\tكتب\tكتب\tVERB\t_\t_\t0\t_\t_\tSpaceAfter=No
2\tه\tه\tPRON\t_\t_\t0\t_\t_\t_
3\t2018\t2018\tNUM\t_\t_\t0\t_\t_\t_
"""


@pytest.fixture
def tagged(tmp_path: Path) -> Path:
    path = tmp_path / "tagged.txt"
    path.write_text(TAGGED, encoding="utf-8")
    return path


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    path = tmp_path / "bank.conllu"
    path.write_text(TREEBANK, encoding="utf-8")
    return path


def test_tagged_words_are_read_as_sentences_with_their_names(tagged: Path) -> None:
    first, second, third = names.sentences(tagged)
    assert first[1] == [("PERS", 1, 2), ("LOC", 5, 5)]
    assert second[1] == [("PERS", 1, 1), ("LOC", 2, 2)]
    assert third == (["والتقى", "الوفد"], [])


def test_a_common_noun_before_a_place_lies_outside_it_as_in_the_corpus(tagged: Path) -> None:
    found = next(iter(names.read_sentences([words for words, _ in names.sentences(tagged)])))
    assert ("LOC", 5, 5) in found
    assert ("PERS", 1, 2) in found


def test_names_are_scored_by_kind_and_together_and_differences_told(tagged: Path) -> None:
    report = names.report(tagged)
    assert report.figures["names", "LOC", "f1"] == 1.0
    assert report.figures["names", "PERS", "f1"] > 0
    assert report.figures["names", "ORG", "f1"] == 0.0
    assert [row[0] for row in report.tables[0].rows] == ["PERS", "LOC", "ORG", "together"]
    scores = names.NameScores({"PERS": names.Tally(1, 2, 1), "LOC": names.Tally(2, 2, 3)})
    assert scores.together() == names.Tally(3, 4, 4)
    assert scores.figures()["names", "together", "f1"] == pytest.approx(0.75)


def test_words_of_the_treebank_are_put_together_with_the_clitics_they_begin_with(
    treebank: Path,
) -> None:
    assert list(clitics.words(treebank)) == [("وبالقلم", 2), ("ولد", 0), ("كتبه", 0)]


def test_the_share_of_words_right_stands_beside_never_splitting(treebank: Path) -> None:
    right, whole, misses = clitics.score(treebank)
    assert whole == pytest.approx(2 / 3)
    assert right == pytest.approx(1 - misses.total() / 3)
    report = clitics.report(treebank)
    assert report.figures == {("clitics", "words", "rate"): right}
    assert len(report.misses) == len(misses)
