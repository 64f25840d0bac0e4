"""Extending: what a few pages change, worked out alone, is what all pages together would give."""

import sqlite3
from collections.abc import Iterable, Sequence, Set
from contextlib import closing
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.store.dumping import findings
from tests.store.sample import reading, sample
from waqai.chronicle.extending import Extension, extend
from waqai.chronicle.growth import grow
from waqai.chronicle.making import make
from waqai.chronicle.shelf import Shelf
from waqai.model.chronicle import Judgement, Verdict
from waqai.model.page import Page
from waqai.store import concluding, schema
from waqai.store.reading import Chronicle
from waqai.store.writing import Writer


@cache
def _dated() -> tuple[Page, ...]:
    """The pages of the sample whose stories all have a day."""
    return tuple(
        page
        for page in sample()
        if all(story.published.day is not None for story in reading(page).stories)
    )


@cache
def _later(page: Page) -> Page:
    """A later text of a page, of which the last lines are gone."""
    lines = page.text.splitlines(keepends=True)
    return replace(page, text="".join(lines[: max(1, len(lines) * 2 // 3)]))


class _Counting:
    """Extends, and remembers how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(
        self, shelf: Shelf, new: Set[str], gone: Set[str], judged: Iterable[Judgement]
    ) -> Extension:
        self.times += 1
        return extend(shelf, new, gone, judged)


def _build(file: Path, pages: Sequence[Page], extend: concluding.Extend | None = None) -> None:
    with Writer(file, reader="1") as writer:
        grow(pages, writer, reading)
        writer.conclude(make, extend)


def _ground(file: Path) -> dict[str, set[tuple[object, ...]]]:
    with closing(sqlite3.connect(file)) as shell:
        return {
            table.name: {*shell.execute(f"SELECT * FROM {table.name}")} for table in schema.GROUND
        }


@pytest.fixture(autouse=True)
def _any_change_is_small(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a sample of a few pages is extended at all."""
    monkeypatch.setattr(concluding, "_FEW", 0.01)


def test_the_sample_has_pages_enough() -> None:
    assert len(_dated()) > 8
    assert sum(reading(_later(page)) != reading(page) for page in _dated()) > 8


@settings(
    max_examples=12,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # to shrink an example takes minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_pages_that_come_and_change_give_the_findings_of_all_at_once(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("grown")
    order = data.draw(st.permutations(range(len(_dated()))))
    pages = [_dated()[n] for n in order]
    changed = [pages[n] for n in data.draw(st.sets(st.sampled_from(order), max_size=4))]
    cuts = data.draw(st.lists(st.integers(1, len(pages) - 1), min_size=1, max_size=4, unique=True))
    counting = _Counting()
    for start, end in pairwise([0, *sorted(cuts), len(pages)]):
        _build(folder / "grown.db", pages[start:end], counting)
    for page in changed:
        _build(folder / "grown.db", [_later(page)], counting)
    assert counting.times == len(cuts) + sum(_later(page) != page for page in changed)
    _build(folder / "whole.db", [_later(page) if page in changed else page for page in pages])
    assert findings(folder / "grown.db") == findings(folder / "whole.db")
    assert _ground(folder / "grown.db") == _ground(folder / "whole.db")


def test_a_page_reads_few_of_the_stories_that_are_there(tmp_path: Path) -> None:
    file = tmp_path / "file.db"
    *most, last = _dated()
    _build(file, most)
    asked: set[str] = set()

    def spying(
        shelf: Shelf, new: Set[str], gone: Set[str], judged: Iterable[Judgement]
    ) -> Extension:
        extension = extend(shelf, new, gone, judged)
        asked.update(report.id for report in extension.findings.reports)
        return extension

    _build(file, [last], spying)
    with Chronicle(file) as chronicle:
        stories = sum(len(page.stories) for page in chronicle.pages())
    assert 0 < len(asked) < stories / 2


def test_many_new_pages_and_undated_ones_are_made_with_all_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counting = _Counting()
    pages = list(_dated())
    [undated, *_] = [page for page in sample() if page not in pages]
    _build(tmp_path / "file.db", pages[:-1])
    _build(tmp_path / "file.db", [undated], counting)
    assert not counting.times
    _build(tmp_path / "file.db", pages[-1:], counting)  # the undated page is heard again
    assert not counting.times
    monkeypatch.setattr(concluding, "_FEW", 20)
    _build(tmp_path / "other.db", pages[:5], counting)
    _build(tmp_path / "other.db", pages[5:], counting)
    assert not counting.times


_VERDICTS = st.sampled_from(list(Verdict))


@settings(
    max_examples=10,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_judgements_change_what_they_bear_on_and_outlive_new_pages(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("judged")
    file, whole = folder / "grown.db", folder / "whole.db"
    pages = [_dated()[n] for n in data.draw(st.permutations(range(len(_dated()))))]
    cut = data.draw(st.integers(len(pages) // 2, len(pages) - 1))
    _build(file, pages[:cut])
    with Chronicle(file) as chronicle:
        entities = sorted(entity.id for entity in chronicle.entities())
        tellings = sorted(
            f"{k.story}#{k.event}" for h in chronicle.happenings() for k in h.tellings
        )
    drawn = [
        data.draw(st.tuples(st.sampled_from(ids), st.sampled_from(ids), _VERDICTS))
        for ids in data.draw(
            st.lists(st.sampled_from([entities, tellings]), min_size=1, max_size=4)
        )
    ]
    said = {
        (low, high): Judgement(low, high, verdict)
        for first, second, verdict in drawn
        for low, high in (sorted((first, second)),)
        if low != high
    }
    counting = _Counting()
    _judge(file, said.values(), (), counting)
    _build(file, pages[cut:], counting)
    withdrawn = [key for key in said if data.draw(st.booleans())]
    _judge(file, (), withdrawn, counting)
    assert counting.times == bool(said) + 1 + bool(withdrawn)
    left = [one for key, one in said.items() if key not in withdrawn]
    with Writer(whole, reader="1") as writer:
        grow(pages, writer, reading)
        for one in left:
            writer.judge(one)
        writer.conclude(make)
    assert findings(file) == findings(whole)
    assert _ground(file) == _ground(whole)


def _judge(
    file: Path,
    said: Iterable[Judgement],
    withdrawn: Iterable[tuple[str, str]],
    extend: concluding.Extend,
) -> None:
    with Writer(file, reader="1") as writer:
        for one in said:
            writer.judge(one)
        for first, second in withdrawn:
            assert writer.withdraw(first, second)
        writer.conclude(make, extend)


def test_an_extension_that_fails_leaves_the_findings_of_before(tmp_path: Path) -> None:
    def failing(
        shelf: Shelf, new: Set[str], gone: Set[str], judged: Iterable[Judgement]
    ) -> Extension:
        extend(shelf, new, gone, judged)
        raise InterruptedError

    file = tmp_path / "file.db"
    *most, last = _dated()
    _build(file, most)
    before = findings(file), _ground(file)
    with pytest.raises(InterruptedError):
        _build(file, [last], failing)
    assert (findings(file), _ground(file)) == before
    _build(file, [], _Counting())
    _build(tmp_path / "whole.db", [*most, last])
    assert findings(file) == findings(tmp_path / "whole.db")
