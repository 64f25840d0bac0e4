"""Statements on our own sentences: what counts as found, what as full, and what is told of it."""

import pytest

from eval.statements import report

SENTENCE = {
    "about": "verb first",
    "text": "قال سامر الحلبي إن الجسر سيفتح غدا.",
    "names": {"سامر الحلبي": "person", "ليلى منصور": "person"},
}
RIGHT = {"said": "إن الجسر", "speaker": "سامر الحلبي", "mode": "indirect"}


@pytest.mark.parametrize(
    ("wanted", "found", "full"),
    [
        ([RIGHT], 1.0, 1.0),
        ([RIGHT | {"speaker": "ليلى منصور"}], 1.0, 0.0),
        ([RIGHT | {"mode": "direct"}], 1.0, 0.0),
        ([RIGHT | {"via": ["ليلى منصور"]}], 1.0, 0.0),
        ([RIGHT, RIGHT | {"said": "غدا"}], 2 / 3, 2 / 3),
        ([], 0.0, 0.0),
    ],
)
def test_a_statement_is_full_when_speaker_mode_and_chain_are_right(
    wanted: list[dict[str, object]], found: float, full: float
) -> None:
    scored = report([SENTENCE | {"statements": wanted}])
    assert scored.figures["statement_examples", "statements", "f1"] == pytest.approx(found)
    assert scored.figures["statement_examples", "statements_full", "f1"] == pytest.approx(full)
    assert bool(scored.misses) is (full < 1)
