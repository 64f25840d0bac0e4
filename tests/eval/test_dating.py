"""The dating experiment counts what comes back as right, wrong or open."""

import gzip
import json
from pathlib import Path

import pytest

from eval import dating
from eval.shared import Shared

ARTICLES = [
    (
        "a",
        "أعلنت الوزارة اليوم الأربعاء أن الوفد وصل إلى العاصمة.",
        "Wed, 14 Feb 2018 09:00:00 GMT",
    ),
    ("b", "أعلنت الوزارة اليوم الأربعاء أن الوفد غادر العاصمة.", "Thu, 15 Feb 2018 01:00:00 GMT"),
    ("c", "بحث الوزيران سبل التعاون بين البلدين.", "Fri, 16 Feb 2018 09:00:00 GMT"),
]


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A folder with a corpus of three articles."""
    corpus = Shared(tmp_path).corpus
    corpus.parent.mkdir(parents=True)
    rows = [
        json.dumps({"id": name, "title": "عنوان", "text": text, "published": day})
        for name, text, day in ARTICLES
    ]
    corpus.write_bytes(gzip.compress("\n".join(rows).encode()))
    return tmp_path


def test_what_comes_back_is_counted(shared: Path) -> None:
    articles = list(dating.read_articles(Shared(shared).corpus, None))
    rows = {row[0]: row[1:] for row in dating.hidden(articles).rows}
    assert rows["no stamp"][:4] == ["3", "0.0 %", "0.0 %", "100.0 %"]
    assert rows["header, right"][:4] == ["3", "66.7 %", "33.3 %", "0.0 %"]
    assert rows["clock, right"][:4] == ["3", "33.3 %", "33.3 %", "33.3 %"]


def test_the_texts_own_day_is_set_beside_the_field(shared: Path) -> None:
    articles = list(dating.read_articles(Shared(shared).corpus, None))
    table = dating.own_words(articles)
    assert list(table.head) == ["the text's own day", "articles", "-1", "0"]
    assert table.rows[0] == ["today", "2", "50.0 %", "50.0 %"]


def test_without_a_corpus_nothing_is_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dating.main(["--shared", str(tmp_path)]) == 0
    assert "nothing was measured" in capsys.readouterr().out


def test_the_tables_are_printed(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert dating.main(["--shared", str(shared), "--markdown"]) == 0
    assert "stories a second" in capsys.readouterr().out
