"""How well the words of an event's trigger, actors and recipients are found.

Annotators marked words, not places, so sets of words are compared. waqai's words for a sentence are
those of all its events of the type together. They are held against

- the majority: the words that more than half of the annotators marked, counted over all sentences;
- each annotator alone, as one annotator is held against another: F1 of the two sets, 1 where both
  are empty, its mean over all pairs. By this measure the published agreement of the annotators is
  met on these sentences, so that the two figures stand on one scale.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from eval.event_sentence_files import PARTS, Marked
from eval.report import Table
from eval.told_events import Teller, Told, Words

#: The annotators among themselves, as published for the whole of the data.
PUBLISHED = {
    "ASSAULT": {"verb": 0.66, "source": 0.81, "target": 0.58},
    "PROTEST": {"verb": 0.54, "source": 0.75, "target": 0.52},
}

_PART: dict[str, Callable[[Told], Words]] = {
    "verb": lambda event: event.verb,
    "source": lambda event: event.source,
    "target": lambda event: event.target,
}


@dataclass(frozen=True, slots=True)
class PartScore:
    """How a part fares: `majority` as precision, recall and F1; both agreements from 0 to 1."""

    majority: tuple[float, float, float]
    agreement: float
    among_annotators: float


@dataclass(frozen=True, slots=True)
class Matched:
    """The marked sentences of a type, each with the words that waqai has for each part."""

    type: str
    rows: tuple[tuple[Marked, dict[str, Words]], ...]

    def scores(self) -> dict[str, PartScore]:
        """The score of each part."""
        return {part: self._score(part) for part in PARTS}

    def _score(self, part: str) -> PartScore:
        pairs = [(ours[part], marked.majority(part)) for marked, ours in self.rows]
        hit = sum(len(ours & gold) for ours, gold in pairs)
        p = hit / max(sum(len(ours) for ours, _ in pairs), 1)
        r = hit / max(sum(len(gold) for _, gold in pairs), 1)
        ours_and_each = ((o[part], words) for m, o in self.rows for words in m.parts[part])
        two_of_them = (two for m, _ in self.rows for two in combinations(m.parts[part], 2))
        f1 = 2 * p * r / (p + r) if p + r else 0.0
        return PartScore((p, r, f1), _mean(ours_and_each), _mean(two_of_them))


def match(type_: str, sentences: Iterable[Marked], tell: Teller) -> Matched:
    """waqai's words beside those that were marked, for each sentence."""
    rows = []
    for marked in sentences:
        events = [event for event in tell(marked.text) if event.type == type_]
        ours = {
            part: frozenset[str]().union(*(words(event) for event in events))
            for part, words in _PART.items()
        }
        rows.append((marked, ours))
    return Matched(type_, tuple(rows))


def table(matched: Sequence[Matched]) -> Table:
    """Every part of every type against the majority and against each annotator."""
    rows = []
    for one in matched:
        for part, score in one.scores().items():
            figures = (*score.majority, score.agreement, score.among_annotators)
            published = f"{PUBLISHED[one.type][part]:.2f}"
            name = f"{one.type.lower()} {part}"
            rows.append([name, *(f"{f:.4f}" for f in figures), published, str(len(one.rows))])
    head = ["part", "p", "r", "f1", "agreement", "annotators", "published", "sentences"]
    notes = [
        "p, r, f1: words, against those that most annotators marked",
        "agreement: with each annotator alone; annotators: among themselves, the same way",
    ]
    return Table("Event sentences, words of trigger, actors and recipients", head, rows, notes)


def miss_lines(matched: Matched) -> list[str]:
    """One line for each part whose words are not those of the majority."""
    lines = []
    for marked, ours in matched.rows:
        wrong = [part for part in PARTS if ours[part] != marked.majority(part)]
        if wrong:
            lines.append(f"{matched.type} words: {marked.text}")
        lines += [
            f"    {part}: wanted {_said(marked.majority(part))}, found {_said(ours[part])}"
            for part in wrong
        ]
    return lines


def f1(one: Words, other: Words) -> float:
    """F1 of two sets of words, 1 when both are empty.

    >>> f1(frozenset(["a", "b"]), frozenset(["b"]))
    0.6666666666666666
    """
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def _mean(pairs: Iterable[tuple[Words, Words]]) -> float:
    scores = [f1(one, other) for one, other in pairs]
    return sum(scores) / len(scores) if scores else 0.0


def _said(words: Words) -> str:
    return " ".join(sorted(words)) or "nothing"
