"""Growing: any order and any batches end in the same findings, also after what killed a build."""

import random
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.dumping import findings
from tests.store.sample import build, sample
from waqai.chronicle.making import make
from waqai.model.chronicle import Judgement, Verdict
from waqai.model.findings import Findings
from waqai.store.reading import Chronicle
from waqai.store.writing import Writer


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("whole") / "file.db"
    build(file, sample())
    return file


def test_there_is_something_to_find_in_the_examples(whole: Path) -> None:
    found = findings(whole)
    for table in ("happenings", "tellings", "slot_values", "announcements", "steps", "named"):
        assert found[table], table
    assert len(found["happenings"]) < len(found["tellings"])  # some are told twice


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    order=st.permutations(range(len(sample()))),
    cuts=st.lists(st.integers(0, len(sample())), max_size=3),
)
def test_pages_in_any_order_and_batches_give_the_same_findings(
    whole: Path,
    tmp_path_factory: pytest.TempPathFactory,
    order: Sequence[int],
    cuts: Sequence[int],
) -> None:
    file = tmp_path_factory.mktemp("grown") / "file.db"
    pages = [sample()[n] for n in order]
    edges = [0, *sorted(cuts), len(pages)]
    for start, end in pairwise(edges):
        build(file, pages[start:end])
    assert findings(file) == findings(whole)


class _KilledError(Exception):
    pass


def _killed(briefs: object, reread: object, judgements: object) -> Findings:
    raise _KilledError


def test_a_build_that_was_stopped_before_its_end_is_ended_by_the_next(
    whole: Path, tmp_path: Path
) -> None:
    file = tmp_path / "file.db"
    pages = list(sample())
    random.Random(7).shuffle(pages)
    build(file, pages[:10])
    with pytest.raises(_KilledError):
        build(file, pages[10:], _killed)
    with Chronicle(file) as chronicle:
        assert not chronicle.concluded
        assert chronicle.happenings()  # those of before
    build(file, [])
    assert findings(file) == findings(whole)
    with Chronicle(file) as chronicle:
        assert chronicle.concluded


def test_a_judgement_outlives_a_build_and_its_undoing_leaves_no_trace(
    whole: Path, tmp_path: Path
) -> None:
    file = tmp_path / "file.db"
    pages = sample()
    build(file, pages[:12])
    with Chronicle(file) as chronicle:
        first, second = (chronicle.who(name)[0].id for name in ("بوتين", "ترامب"))
    low, high = sorted((first, second))
    with Writer(file, reader="1") as writer:
        writer.judge(Judgement(low, high, Verdict.SAME))
        assert writer.conclude(make)
    with Chronicle(file) as chronicle:
        assert len({entity.id for name in ("بوتين", "ترامب") for entity in chronicle.who(name)}) < 2
    build(file, pages)
    with Chronicle(file) as chronicle:
        assert chronicle.judgements() == (Judgement(low, high, Verdict.SAME),)
        assert len({entity.id for name in ("بوتين", "ترامب") for entity in chronicle.who(name)}) < 2
    assert findings(file) != findings(whole)
    with Writer(file, reader="1") as writer:
        assert writer.withdraw(second, first)
        assert not writer.withdraw(second, first)
        assert writer.conclude(make)
    assert findings(file) == findings(whole)
