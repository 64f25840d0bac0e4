"""The sentences that people judged for events, and those in which they marked who and what.

From the Open Event Data Alliance's gold standard for Arabic: about three people said of each
sentence whether it tells an ASSAULT, or a PROTEST. `yes` and `easy no` are what all agreed on.
"""

import csv
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.told_events import Words
from waqai.arabic.tokens import tokenize

TYPES = ("ASSAULT", "PROTEST")
YES, NO = "yes", "easy no"
#: The parts that are marked, and the key each has in the file.
PARTS = {"verb": "verb", "source": "source_actor", "target": "target_actor"}


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence, and what people said together: "yes", "easy no", "difficult no", "ambiguous"."""

    text: str
    label: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence that tells an event, and for each part the words each annotator marked, folded.

    `parts["verb"]` has one set for each annotator, empty where that one marked nothing.
    """

    text: str
    parts: Mapping[str, tuple[Words, ...]]

    def majority(self, part: str) -> Words:
        """The words of a part that more than half of the annotators marked."""
        by_word = Counter(word for words in self.parts[part] for word in words)
        return frozenset(w for w, n in by_word.items() if 2 * n > len(self.parts[part]))


def read_judged(folder: Path, type_: str) -> list[Judged]:
    """The sentences judged for events of a type, in the file's order."""
    path = folder / f"{type_.lower()}_sentences.csv"
    with path.open(encoding="utf-8", newline="") as rows:
        return [Judged(row["text"], row["label"]) for row in csv.DictReader(rows)]


def read_marked(folder: Path, type_: str) -> list[Marked]:
    """The sentences in which the parts of an event of a type are marked, in the file's order."""
    rows = json.loads((folder / f"{type_.lower()}_spans.json").read_text(encoding="utf-8"))
    return [Marked(row["text"], _parts(row["spans"])) for row in rows]


def _parts(annotators: Sequence[dict[str, Any]]) -> dict[str, tuple[Words, ...]]:
    return {
        part: tuple(_folded(annotator[key]) for annotator in annotators)
        for part, key in PARTS.items()
    }


def _folded(marked: Sequence[str]) -> Words:
    """Marked words in the form that waqai's tokens have; signs that cling to them fall away."""
    return frozenset(w for words in marked for w in tokenize(words).words if w[0].isalnum())
