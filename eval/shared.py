"""Where the gold and the corpora lie, and whether they are those the floors were set on."""

import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Shared:
    """The folder of shared material, which is no part of the project and may be absent."""

    root: Path

    @property
    def pages(self) -> Path:
        return self.root / "gold" / "pages"

    @property
    def page_annotations(self) -> Path:
        return self.root / "gold" / "annotations"

    @property
    def articles(self) -> Path:
        return self.root / "gold" / "articles" / "articles.jsonl"

    @property
    def article_annotations(self) -> Path:
        return self.root / "gold" / "articles" / "annotations"

    @property
    def scorer(self) -> Path:
        return self.root / "gold" / "score.py"

    @property
    def date_cases(self) -> Path:
        return self.root / "corpora" / "date_cases"

    @property
    def corpus(self) -> Path:
        return self.root / "corpora" / "ant_2018_feb_apr.jsonl.gz"

    def has_gold(self) -> bool:
        return self.scorer.is_file() and self.pages.is_dir() and self.articles.is_file()


def gold_hash(shared: Shared) -> str:
    """SHA-256 over the gold pages, articles and annotations and the scorer, names and bytes."""
    files = [shared.scorer, shared.articles]
    for folder in (shared.pages, shared.page_annotations, shared.article_annotations):
        files += folder.iterdir()
    return _hash(files, shared.root)


def date_cases_hash(shared: Shared) -> str:
    """SHA-256 over the files of date cases, names and bytes."""
    return _hash(list(shared.date_cases.glob("*.json")), shared.root)


def _hash(files: list[Path], root: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(files):
        name = path.relative_to(root).as_posix().encode()
        content = path.read_bytes()
        digest.update(b"%d %s %d\n" % (len(name), name, len(content)))
        digest.update(content)
    return digest.hexdigest()
