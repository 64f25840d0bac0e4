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
    def chronicle(self) -> Path:
        return self.root / "gold" / "chronicle.json"

    @property
    def chronicle_scorer(self) -> Path:
        return self.root / "gold" / "score_chronicle.py"

    @property
    def date_cases(self) -> Path:
        return self.root / "corpora" / "date_cases"

    @property
    def corpus(self) -> Path:
        return self.root / "corpora" / "ant_2018_feb_apr.jsonl.gz"

    @property
    def tagged_names(self) -> Path:
        return self.root / "corpora" / "ner" / "anercorp_train.txt"

    @property
    def treebank(self) -> Path:
        return self.root / "corpora" / "ud_pud" / "ar_pud.conllu"

    @property
    def event_sentences(self) -> Path:
        return self.root / "corpora" / "event_gsr"

    def has_gold(self) -> bool:
        return self.scorer.is_file() and self.pages.is_dir() and self.articles.is_file()

    def gold_files(self) -> list[Path]:
        """The gold pages, articles and annotations and the scorer; none where there is no gold."""
        if not self.has_gold():
            return []
        folders = (self.pages, self.page_annotations, self.article_annotations)
        return [self.scorer, self.articles, *(path for f in folders for path in f.iterdir())]

    def chronicle_files(self) -> list[Path]:
        """The gold chronicle and its scorer; none where there is no gold."""
        if not self.has_gold() or not self.chronicle_scorer.is_file():
            return []
        return [self.chronicle_scorer, self.chronicle]

    def corpus_files(self) -> list[Path]:
        return [self.corpus] if self.corpus.is_file() else []

    def date_case_files(self) -> list[Path]:
        return list(self.date_cases.glob("*.json"))

    def event_sentence_files(self) -> list[Path]:
        return [*self.event_sentences.glob("*.csv"), *self.event_sentences.glob("*.json")]

    def hash(self, files: list[Path]) -> str:
        """SHA-256 over files of this folder, names and bytes, whatever their order."""
        digest = hashlib.sha256()
        for path in sorted(files):
            name = path.relative_to(self.root).as_posix().encode()
            content = path.read_bytes()
            digest.update(b"%d %s %d\n" % (len(name), name, len(content)))
            digest.update(content)
        return digest.hexdigest()
