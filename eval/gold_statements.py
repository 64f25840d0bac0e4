"""Statements on the gold pages and articles, each story with the names waqai itself finds in it.

    python -m eval.gold_statements --shared ../shared

Stories are those of the gold, so that the figures speak of statements alone. The scorer is the one
that lies beside the gold.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from waqai.arabic.tokens import tokenize_spans
from waqai.extract.statements import find_statements
from waqai.mentions.names import find_names
from waqai.mentions.times import times_of
from waqai.model.names import Entity
from waqai.model.page import Span

_LAYERS = ("statements", "statements_full", "speaker", "mode", "via")


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the scorer's lines for both sets; 0 also where the gold is not there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    gold: Path = parser.parse_args(arguments).shared / "gold"
    if not gold.is_dir():
        print(f"no gold in {gold}: nothing to score")  # noqa: T201
        return 0
    sets = (("pages", gold / "annotations", _pages), ("articles", gold / "articles", _articles))
    for name, folder, read in sets:
        annotations = folder if name == "pages" else folder / "annotations"
        print(name)  # noqa: T201
        for line in _scored(gold / "score.py", annotations, list(read(gold))):
            print("  " + line)  # noqa: T201
    return 0


def _pages(gold: Path) -> Iterator[dict[str, Any]]:
    for path in sorted((gold / "annotations").glob("*.json")):
        page = json.loads(path.read_text(encoding="utf-8"))
        text = (gold / "pages" / f"{path.stem}.txt").read_bytes().decode()
        blocks = ([Span(*block) for block in story["blocks"]] for story in page["stories"])
        yield {"page": page["page"], "stories": [_story(text, spans) for spans in blocks]}


def _articles(gold: Path) -> Iterator[dict[str, Any]]:
    lines = (gold / "articles" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    for record in map(json.loads, lines):
        text = record["text"]
        yield {"page": record["id"], "stories": [_story(text, [Span(0, len(text))])]}


def _story(text: str, spans: Sequence[Span]) -> dict[str, Any]:
    tokens = tokenize_spans(text, spans)
    entities, names = find_names(tokens)
    times, _ = times_of(tokens)
    entities, statements = find_statements(tokens, entities, names, times)
    return {
        "statements": [
            {
                "start": said.start,
                "end": said.end,
                "speaker": None if said.speaker is None else _entity(entities[said.speaker]),
                "mode": said.mode.value,
                "via": [_entity(entities[one]) for one in said.via],
            }
            for said in statements
        ]
    }


def _entity(entity: Entity) -> dict[str, Any]:
    return {"name": entity.name, "aliases": list(entity.aliases)}


def _scored(scorer: Path, annotations: Path, pages: Sequence[dict[str, Any]]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        system = Path(folder) / "system.jsonl"
        rows = (json.dumps(page, ensure_ascii=False) for page in pages)
        system.write_text("\n".join(rows), encoding="utf-8")
        run = subprocess.run(
            [sys.executable, str(scorer), str(annotations), str(system)],
            capture_output=True,
            text=True,
            check=True,
        )
    return [line for line in run.stdout.splitlines() if line.split()[0] in _LAYERS]


if __name__ == "__main__":
    raise SystemExit(main())
