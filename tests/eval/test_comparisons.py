"""The measuring of other tools: what they give back is put at its place in the text."""

from pathlib import Path

import pytest

from eval import baselines, bench, clitics, event_sentences, heideltime, names
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


@pytest.mark.parametrize(
    "command", [baselines.main, bench.main, clitics.main, event_sentences.main, names.main]
)
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
