"""Real pages and articles, where they lie beside the project."""

import gzip
import json
from itertools import islice
from pathlib import Path

import pytest

from waqai.model.page import Page
from waqai.pages import split

from .marked import iou

SHARED = Path(__file__).parents[2].parent / "shared"
ANNOTATIONS = sorted((SHARED / "gold" / "annotations").glob("*.json"))
CORPUS = SHARED / "corpora" / "ant_2018_feb_apr.jsonl.gz"


@pytest.mark.skipif(not ANNOTATIONS, reason="no gold beside the project")
@pytest.mark.parametrize("path", ANNOTATIONS, ids=lambda path: path.stem[:3])
def test_every_story_of_the_gold_comes_out(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = (SHARED / "gold" / "pages" / gold["page"]).read_bytes().decode("utf-8")
    stories = split(Page(gold["page"], text)).stories
    assert len(stories) == len(gold["stories"])
    for story, wanted in zip(stories, gold["stories"], strict=True):
        assert iou(story.blocks, wanted["blocks"]) >= 0.98
        for key in ("title", "outlet", "author"):
            assert wanted.get(key) in (None, getattr(story, key))


@pytest.mark.skipif(not CORPUS.is_file(), reason="no corpus beside the project")
def test_a_single_article_stays_one_story() -> None:
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, 0, 6000, 10)]
    pages = [Page(row["id"], f"{row['title']}\n\n{row['text']}") for row in rows]
    ones = [len(split(page).stories) == 1 for page in pages]
    assert sum(ones) >= 0.995 * len(ones)
