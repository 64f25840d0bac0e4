"""The measuring of other tools: what they give back is put at its place in the text."""

from datetime import date
from pathlib import Path

import pytest

from eval import baselines, bench, heideltime
from eval.report import Table

TIMEML = (
    '<?xml version="1.0"?>\n<!DOCTYPE TimeML SYSTEM "TimeML.dtd">\n<TimeML>\n'
    'قال &amp; <TIMEX3 tid="t1" type="DATE" value="2018-02-08">غدا</TIMEX3> و'
    '<TIMEX3 tid="t2" type="DATE" value="2018">عام <TIMEX3 tid="t3" type="DATE" value="2019">2019'
    "</TIMEX3></TIMEX3>.\n\n</TimeML>\n"
)
TEXT = "قال & غدا وعام 2019.\n"


def test_heideltime_tags_are_put_at_their_places_also_one_in_another() -> None:
    times = heideltime.read_timeml(TIMEML, TEXT)
    assert [(TEXT[t.start : t.end], t.value) for t in times] == [
        ("غدا", "2018-02-08"),
        ("2019", "2019"),
        ("عام 2019", "2018"),
    ]


def test_heideltime_output_of_another_text_is_refused() -> None:
    with pytest.raises(ValueError, match="characters"):
        heideltime.read_timeml(TIMEML, TEXT * 2)


def test_a_story_is_cut_out_without_moving_an_offset() -> None:
    text = "ملاحة | خبر أول | روابط | تتمة"
    cut = baselines.blank_outside(text, [[8, 16], [25, 30]])
    assert len(cut) == len(text)
    assert cut[8:16] == text[8:16]
    assert cut[25:30] == text[25:30]
    assert not cut[:8].strip()
    assert not cut[16:25].strip()


def test_articles_are_chosen_evenly_and_always_the_same() -> None:
    articles = [bench.Article(str(i), b"", date(2018, 2, 7)) for i in range(1000)]
    chosen = bench.evenly(articles, 4)
    assert [article.name for article in chosen] == ["0", "250", "500", "750"]
    assert bench.evenly(articles[:3], 4) == articles[:3]


def test_systems_are_measured_over_the_same_articles_in_turns() -> None:
    articles = [bench.Article(str(i), b"", date(2018, 2, 7)) for i in range(20)]
    read: list[tuple[str, str]] = []

    def work(name: str) -> bench.Work:
        return lambda article: read.append((name, article.name))

    measured = bench.measure(articles, {name: work(name) for name in ("a", "b")})
    timed = read[2 * bench.WARM :]
    assert {name: m.articles for name, m in measured.items()} == {"a": 20, "b": 20}
    assert [name for name, _ in timed[:8]] == ["a"] * 4 + ["b"] * 4
    assert [article for name, article in timed if name == "a"] == [a.name for a in articles]


@pytest.mark.parametrize("command", [baselines.main, bench.main])
def test_without_shared_material_a_command_says_so_and_passes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: object
) -> None:
    assert callable(command)
    assert command(["--shared", str(tmp_path)]) == 0
    assert "nothing was" in capsys.readouterr().out


def test_a_table_reads_as_text_and_as_markdown() -> None:
    table = Table("Speeds", ["system", "articles/s"], [["floor", "1000"], ["whole", "400"]])
    assert (
        table.text() == "Speeds\n  system  articles/s\n  floor         1000\n  whole          400"
    )
    assert table.markdown().splitlines()[2:5] == [
        "| system | articles/s |",
        "| --- | ---: |",
        "| floor | 1000 |",
    ]
