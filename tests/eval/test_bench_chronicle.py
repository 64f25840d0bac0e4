"""What a build needs: which articles it is given, and that a program that fails is not measured."""

import sys
from pathlib import Path

import pytest

from eval import bench_chronicle
from eval.bench_chronicle import Row, Spent, measure, spent, table


def test_each_size_is_built_evenly_over_the_articles_and_then_grown_by_the_last(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    built: list[str] = []

    def run(command: list[str]) -> Spent:
        built.append(Path(command[2]).read_text(encoding="utf-8"))
        Path(command[4]).write_bytes(b"1234")
        return Spent(2.0, 1.0, 10**6)

    monkeypatch.setattr(bench_chronicle, "spent", run)
    lines = [f"{n}\n".encode() for n in range(9)]
    rows = list(measure(lines, [4, 100]))
    assert built == ["0\n2\n4\n6\n", "8\n", "".join(f"{n}\n" for n in range(8)), "8\n"]
    assert [(row.articles, row.size) for row in rows] == [(4, 4), (8, 4)]


def test_times_are_in_seconds_and_memory_in_megabytes() -> None:
    row = Row(1000, Spent(61.4, 30.2, 318 * 10**6), Spent(1.25, 1.0, 5 * 10**6), 47 * 10**6)
    assert table([row]).rows == [["1000", "61", "30", "318", "47", "1.2", "5"]]


def test_a_program_that_fails_is_told_with_its_last_words() -> None:
    with pytest.raises(RuntimeError, match="ended with 3: the end"):
        spent([sys.executable, "-c", "print('first'); print('the end'); raise SystemExit(3)"])


def test_a_program_is_waited_for_and_its_memory_counted() -> None:
    needed = spent([sys.executable, "-c", "x = bytearray(60_000_000)"])
    assert needed.memory > 60_000_000
    assert needed.processor > 0
