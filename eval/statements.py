"""Statements on sentences of our own making, each read with the names that stand beside it.

A statement is found when one begins where it should (within the opening mark or particle); it is
full when speaker, mode and every link of its chain are right too.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from eval.report import Report, Table
from waqai.arabic.letters import bare
from waqai.arabic.tokens import Tokens, tokenize
from waqai.extract.statements import find_statements
from waqai.mentions.times import find_times
from waqai.model.names import Entity, EntityKind, NameMention
from waqai.model.page import Span
from waqai.model.statements import Statement

EXAMPLES = Path(__file__).with_name("statement_examples.toml")
_CLITICS = ("", "و", "ل", "ب", "ف")
_SLACK = 6  # code points that an opening mark or particle may take


@dataclass(slots=True)
class Tally:
    """What was found: statements wanted, given, found, and found with all about them right."""

    wanted: int = 0
    given: int = 0
    found: int = 0
    full: int = 0
    misses: list[str] = field(default_factory=list)

    def f1(self, hits: int) -> float:
        """F1 of `hits` among the wanted and the given."""
        return 2 * hits / (self.wanted + self.given) if self.wanted + self.given else 1.0

    def figures(self) -> dict[tuple[str, str, str], float]:
        """The figures by set, layer and measure, for comparing with the floors."""
        return {
            ("statement_examples", "statements", "f1"): self.f1(self.found),
            ("statement_examples", "statements_full", "f1"): self.f1(self.full),
        }

    def table(self) -> Table:
        """The figures as a table."""
        rows = [
            [layer, f"{self.f1(hits):.4f}", f"{self.wanted}", f"{self.given}"]
            for layer, hits in (("statements", self.found), ("statements_full", self.full))
        ]
        return Table("Statements, our own sentences", ["layer", "f1", "gold", "system"], rows)


def read_examples(path: Path = EXAMPLES) -> list[dict[str, Any]]:
    """The annotated sentences of the file at `path`."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return list(table["example"])


def score(examples: Sequence[Mapping[str, Any]]) -> Tally:
    """Reads every sentence and compares what is found with what it holds."""
    tally = Tally()
    for example in examples:
        entities, found = read_example(example)
        _compare(example, entities, list(found), tally)
    return tally


def report(examples: Sequence[Mapping[str, Any]]) -> Report:
    """The score on the sentences, with every difference."""
    tally = score(examples)
    return Report([tally.table()], tally.figures(), tally.misses)


def read_example(
    example: Mapping[str, Any],
) -> tuple[tuple[Entity, ...], tuple[Statement, ...]]:
    """The statements that the grammar finds in one sentence."""
    text: str = example["text"]
    tokens = tokenize(text)
    entities = [
        Entity(name, EntityKind(kind), name, aliases=(name,))
        for name, kind in example["names"].items()
    ]
    names = sorted(_mentions(tokens, entities), key=lambda m: m.start)
    times, _ = find_times(text, [Span(0, len(text))])
    return find_statements(tokens, entities, names, times)


def _mentions(tokens: Tokens, entities: Sequence[Entity]) -> Iterator[NameMention]:
    for index, entity in enumerate(entities):
        words = tokenize(bare(entity.name)).words
        for i in range(len(tokens) - len(words) + 1):
            for clitic in _CLITICS:
                if tokens.words[i : i + len(words)] == [clitic + words[0], *words[1:]]:
                    start = tokens.cut(i, len(clitic))
                    yield NameMention(start, tokens.ends[i + len(words) - 1], index)


def _compare(
    example: Mapping[str, Any],
    entities: Sequence[Entity],
    found: list[Statement],
    tally: Tally,
) -> None:
    text = example["text"]
    tally.wanted += len(example["statements"])
    tally.given += len(found)
    for want in example["statements"]:
        at = text.index(want["said"])
        near = [s for s in found if s.start - _SLACK <= at < s.end and abs(s.start - at) < 20]
        near.sort(key=lambda s: (_name(entities, s.speaker) != want["speaker"], abs(s.start - at)))
        if not near:
            tally.misses.append(f"{example['about']}: missed {want['said']}")
            continue
        found.remove(near[0])
        tally.found += 1
        got = near[0]
        via = [_name(entities, k) for k in got.via]
        right = _name(entities, got.speaker) == want["speaker"] and got.mode == want["mode"]
        if right and all(link in via for link in want.get("via", [])):
            tally.full += 1
        else:
            who = _name(entities, got.speaker)
            tally.misses.append(f"{example['about']}: {want} came as {who}/{got.mode}/{via}")
    tally.misses += [
        f"{example['about']}: not there: {text[s.start : s.end]} ({s.verb})" for s in found
    ]


def _name(entities: Sequence[Entity], index: int | None) -> str | None:
    return entities[index].name if index is not None else None
