"""The sentences of eval/statement_examples.toml are read as they are annotated."""

from typing import Any

import pytest

from eval.statements import read_examples, score

_EXAMPLES = read_examples()


@pytest.mark.parametrize("example", _EXAMPLES, ids=lambda e: e["about"])
def test_the_sentence_is_read_as_annotated(example: dict[str, Any]) -> None:
    tally = score([example])
    assert tally.misses == []
    assert tally.full == len(example["statements"]) == tally.given


def test_there_are_thirty_of_them() -> None:
    assert len(_EXAMPLES) >= 30
    assert len({e["text"] for e in _EXAMPLES}) == len(_EXAMPLES)
