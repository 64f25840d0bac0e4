"""Texts made to mislead: each comes out sound or in the quarantine, and searching them is safe."""

import json
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.attack.measured import STORY, build
from tests.sources.warcs import HTML, answer, page, record
from waqai.model.page import Page
from waqai.model.quarantine import Quarantined
from waqai.sources import read
from waqai.sources.clean import clean_text
from waqai.store.reading import Chronicle
from waqai.store.wording import match

LINE = f"<h1>عنوان الخبر هنا</h1><article><p>{STORY}</p></article>"
OVERRIDE, ISOLATE, TAG = "\u202e", "\u2066", "\U000e0041"


def rows(folder: Path, content: bytes, name: str) -> list[Page | Quarantined]:
    (folder / name).write_bytes(content)
    return list(read(folder / name))


@pytest.mark.parametrize(
    ("declared", "written"),
    [("utf-8", "cp1256"), ("windows-1256", "utf-8"), ("utf-16", "utf-8"), ("no-such", "cp1256")],
)
def test_a_declared_encoding_that_lies_does_not_matter(
    tmp_path: Path, declared: str, written: str
) -> None:
    content = f'<meta charset="{declared}">{LINE}'.encode(written)
    (plain,) = rows(tmp_path, content, "a.html")
    served = record(answer(content, f"text/html; charset={declared}"), id="a")
    (archived,) = rows(tmp_path, served, "a.warc")
    for got in (plain, archived):
        assert isinstance(got, Page)
        assert STORY.strip() in got.text
        assert got.title == "عنوان الخبر هنا"


def test_what_was_encoded_twice_is_no_story(tmp_path: Path) -> None:
    twice = STORY.encode().decode("latin-1").encode()
    outcome = build(tmp_path, {"a.txt": twice, "b.html": f"<p>{twice.decode()}</p>".encode()})
    for read_page in outcome.pages.values():
        assert not any(story.annotated.entities for story in read_page.stories)


@pytest.mark.skipif(sys.platform == "win32", reason="measures as Unix does")
def test_characters_that_nobody_sees_stay_in_the_text_and_out_of_the_fields(
    tmp_path: Path,
) -> None:
    odd = f"عنوان{OVERRIDE} {ISOLATE}الخبر\0{TAG} هنا\r\nسطر"
    story = f"{STORY}{OVERRIDE}{TAG}\0 وقال الوزير{ISOLATE} إن اللقاء غدا."
    fields = {"title": odd, "url": f"http://x/{odd}", "author": odd, "outlet": odd, "id": odd}
    files = {
        "a.jsonl": json.dumps({**fields, "text": story}).encode(),
        "b.html": f"<title>{odd}</title><h1>{odd}</h1><p>{story}</p>".encode(),
        "c.html": f"<h1>عنوان&#x202e; &#0;الخبر&#xe0041; هنا</h1><p>{story}</p>".encode(),
        "d.txt": story.encode(),
        "e.warc": record(answer(HTML), id=OVERRIDE + "e", url=f"http://x/{OVERRIDE}\t"),
    }
    outcome = build(tmp_path, files)
    got = {name.split("#")[0].split(":")[0]: page for name, page in outcome.pages.items()}
    assert set(got) == set(files)
    assert got["a.jsonl"].page.title == "عنوان الخبر هنا  سطر"
    assert OVERRIDE in got["d.txt"].page.text
    assert got["e.warc"].page.name == "e"


@pytest.mark.skipif(sys.platform == "win32", reason="measures as Unix does")
def test_days_at_the_ends_of_the_calendar(tmp_path: Path) -> None:
    ends = ("9999-12-31", "0001-01-01", "1900-01-01", "99999-01-01", "2025-02-30", "-1-1-1")
    text = (
        "اجتمع الوزيران يوم 31 ديسمبر 9999، وبعد يومين يلتقيان مجددا، وقبل 9999 سنة افترقا. "
        "وقال الوزير أمس إن اللقاء بعد 99999999999 عاما. ووقعا الاتفاق في 1 محرم 9999 هـ."
    )
    files = {
        f"{n}.jsonl": json.dumps({"id": str(n), "text": text, "published": day}).encode()
        for n, day in enumerate(ends)
    }
    files["w.warc"] = record(answer(HTML), id="w", day="9999-12-31T23:59:59Z")
    files["x.warc"] = record(answer(HTML), id="x", day="99999-99-99")
    meta = '<meta property="article:published_time" content="9999-12-31T23:59:59+14:00">'
    files["y.html"] = f"{meta}<p>{text}</p>".encode()
    outcome = build(tmp_path, files)
    for read_page in outcome.pages.values():
        for story in read_page.stories:
            if day := story.published.day:
                assert date.min <= day <= date.max
    names = {name.split("#")[0].split(":")[0] for name in outcome.pages}
    assert names == set(files)
    assert set(outcome.codes.values()) == {"WQ115"}


@pytest.fixture(scope="module")
def chronicle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("searched")
    build(folder, {"a.warc": page("a")})
    return folder / "file.db"


OPERATORS = [
    '"', '""', "*", "a*", "^", "NEAR(a b)", "NEAR", "AND", "OR NOT", "a AND", "(", ")))", "a:b",
    "-", "+", "{}", "column:x", "a : x", "--", ";", "'; DROP TABLE pages; --", "%", "_", "\\", "\0",
    "«", "»«", "“", '"القاهرة', 'القاهرة" OR "', "القاهرة*", "الق\0اهرة", "\u202eالقاهرة", "🙂",
    "ـ", "\u064e", "و" * 5000, '"' * 5000, "( " * 5000, "القاهرة OR " * 500,
]  # fmt: skip


@pytest.mark.parametrize("words", OPERATORS)
def test_what_is_searched_for_is_never_an_operator(chronicle: Path, words: str) -> None:
    with Chronicle(chronicle) as opened:
        for found in opened.search(words):
            assert found.words
        assert opened.search("القاهرة")


@given(st.text(alphabet="\"'«»“”()*^:+-{}ANDORT NEAR القاهرة,\0", max_size=40))
def test_a_query_is_made_of_quoted_words_alone(words: str) -> None:
    query = match(words)
    if query is not None:
        outside = "".join(query.split('"')[::2])
        assert set(outside.replace("AND", "").replace("OR", "")) <= set(" ()")


@given(st.text(max_size=200) | st.text(alphabet="\ud800\udfff\0\r\n\u202e\U000e0001a"))
def test_a_field_is_one_line_that_can_be_written_and_cleaning_it_again_changes_nothing(
    field: str,
) -> None:
    cleaned = clean_text(field)
    assert len(cleaned.splitlines()) <= 1
    assert cleaned.encode().decode() == cleaned
    assert clean_text(cleaned) == cleaned
    assert clean_text(field * 100, 50) == clean_text(clean_text(field * 100, 50), 50)
