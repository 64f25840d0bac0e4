"""Speeds: which articles are read, by whom, in which order, and what the tables say of it."""

import gzip
import json
from datetime import date
from itertools import count
from pathlib import Path

from eval import bench, bench_start, bench_systems
from eval.bench_systems import FLOOR, WHOLE, Article, Measured, measure_stages

STORY = "قال سامر الحلبي أمس إن ثلاثة جسور ستفتح مطلع الشهر المقبل."


def article(name: str, text: str = "") -> Article:
    return Article(name, text.encode(), date(2018, 2, 7))


def test_articles_are_chosen_evenly_and_always_the_same() -> None:
    articles = [article(str(i)) for i in range(1000)]
    chosen = bench.evenly(articles, 4)
    assert [one.name for one in chosen] == ["0", "250", "500", "750"]
    assert bench.evenly(articles[:3], 4) == articles[:3]


def test_systems_read_the_same_articles_in_turns_and_each_is_first_as_often_as_last() -> None:
    articles = [article(str(i)) for i in range(20)]
    read: list[tuple[str, str]] = []

    def work(name: str) -> bench_systems.Work:
        return lambda one: read.append((name, one.name))

    measured = bench.measure(articles, {name: work(name) for name in ("a", "b")})
    timed = read[2 * bench.WARM :]
    assert {name: m.articles for name, m in measured.items()} == {"a": 20, "b": 20}
    assert [name for name, _ in timed[:8]] == ["a"] * 2 + ["b"] * 4 + ["a"] * 2
    for name in ("a", "b"):
        assert [one for system, one in timed if system == name] == [one.name for one in articles]


def test_every_stage_of_every_story_is_timed() -> None:
    ticks = count()
    stages = measure_stages([article("one", STORY)] * 3, clock=lambda: float(next(ticks)))
    assert list(stages) == [
        "waqai: stories",
        "waqai: tokens of the stories",
        "waqai: times",
        "waqai: names and quantities",
        "waqai: statements",
        "waqai: events",
    ]
    assert {(m.articles, m.seconds) for m in stages.values()} == {(3, 3.0)}


def test_speeds_stand_beside_the_floor_and_shares_beside_all_stages() -> None:
    systems = {FLOOR: Measured(10, 0.5), WHOLE: Measured(10, 10.0), "other": Measured(4, 40.0)}
    stages = {"first": Measured(10, 2.0), "second": Measured(10, 6.0)}
    rows = {row[0]: list(row[1:]) for row in bench.speeds(systems, stages).rows}
    assert list(rows) == [FLOOR, "first", "second", WHOLE, "other"]
    assert rows["first"] == ["10", "5.0", "25.0 %", "4.0", "0.20"]
    assert rows["second"][2] == "75.0 %"
    assert rows[WHOLE] == ["10", "1.0", "", "20.0", "1.00"]
    assert rows["other"] == ["4", "0.1", "", "200.0", "10.00"]


def test_of_several_starts_the_best_of_each_row_is_kept() -> None:
    runs = iter([[3.0, 1.0, 2.0], [1.0, 2.0, 3.0], [2.0, 3.0, 1.5], [4.0] * 3, [5.0] * 3])
    rows = bench_start.start(lambda page: next(runs)).rows
    assert [row[1] for row in rows] == ["1.000", "1.000", "1.500"]


def test_a_fresh_process_reads_the_page_and_tells_three_times() -> None:
    assert len(bench_start.fresh(STORY)) == len(bench_start.ROWS)


def test_the_corpus_is_read_with_its_titles_and_days(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl.gz"
    row = {
        "id": "one",
        "title": "عنوان",
        "text": STORY,
        "published": "Wed, 07 Feb 2018 10:00:00 GMT",
    }
    path.write_bytes(gzip.compress(json.dumps(row).encode()))
    assert list(bench.corpus(path)) == [article("one", f"عنوان\n\n{STORY}")]
