"""Search and names: spelling and clitics do not matter, and nothing that is typed breaks it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store import quay
from waqai.model.page import Page
from waqai.pipeline import annotate_page
from waqai.resolve import date
from waqai.store.reading import Chronicle
from waqai.store.wording import match
from waqai.store.writing import Writer

_TEXT = (
    "أعلنت الحكومة المصرية وقف الأعمال في الميناء الجديد.\n"
    "وسلم الوفد رسالة لدراغانوف في موسكو. ووصل إلى القاهرة بالطائرة مسؤولون أوروبيون!\n"
)


@pytest.fixture(scope="module")
def chronicle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chronicle]:
    file = tmp_path_factory.mktemp("search") / "file.db"
    with Writer(file, reader="1") as writer:
        for page in quay.PAGES:
            writer.keep(page)
        writer.keep(date(annotate_page(Page("خبر.txt", _TEXT))))
        writer.conclude(lambda briefs, reread, judgements: quay.FINDINGS)
    with Chronicle(file) as opened:
        yield opened


def _found(chronicle: Chronicle, words: str) -> list[str]:
    return [one.words for one in chronicle.search(words) if one.place.page == "خبر.txt"]


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ("حكومه مصريه", "أعلنت الحكومة"),
        ("الاعمال", "أعلنت الحكومة"),
        ("والحكومة", "أعلنت الحكومة"),
        ('"وقف الأعمال"', "أعلنت الحكومة"),
        ("دراغانوف", "وسلم الوفد"),
        ("لدراغانوف رساله", "وسلم الوفد"),
        ("moscow", "وسلم الوفد"),
        ("موسكو", "وسلم الوفد"),
        ("أوروبيون", "ووصل"),
        ("طائرة", "ووصل"),
        ("cairo", "ووصل"),
    ],
)
def test_words_find_their_sentence_however_they_are_written(
    chronicle: Chronicle, words: str, begins: str
) -> None:
    [found] = _found(chronicle, words)
    assert found.startswith(begins)


@pytest.mark.parametrize("words", ["", "  ", "!!!", '"وقف الميناء"', "الحكومة القاهرة", "غيمة"])
def test_what_is_not_there_is_not_found(chronicle: Chronicle, words: str) -> None:
    assert _found(chronicle, words) == []


@pytest.mark.parametrize(
    "words",
    ['"', "AND", "NOT (", "a* OR ^b", "words:x", "NEAR(a b, 2)", "'; --", "«", '""', "\0"],
)
def test_operators_are_words(chronicle: Chronicle, words: str) -> None:
    assert chronicle.search(words) == ()


@given(st.text(alphabet="بوتين AND\"*(){}^:-+'\\«»\0 \n", max_size=30))
def test_nothing_that_is_typed_breaks_the_search(chronicle: Chronicle, words: str) -> None:
    for found in chronicle.search(words):
        assert found.words


def test_a_sentence_that_is_found_stands_in_its_page(chronicle: Chronicle) -> None:
    pages = {page.page.name: page.page.text for page in chronicle.pages()}
    found = chronicle.search("رسالة") + chronicle.search("رئيس الجمهورية")
    assert len(found) >= 2
    for one in found:
        assert pages[one.place.page][one.span.start : one.span.end] == one.words


def test_a_query_is_made_of_quoted_words_alone() -> None:
    assert match("NOT* (x") == '("not") AND ("x")'
    assert match('"" *') is None


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("سليم خوري", "salim_khoury"),
        ("خوري", "salim_khoury"),
        ("Khoury", "salim_khoury"),
        ("الرئيس سليم خوري", "salim_khoury"),
        ("وكاله الميناء", "harbour_agency"),
        ("طرابلس", "tripoli"),
        ("harbour_agency", "harbour_agency"),
    ],
)
def test_somebody_is_found_by_any_name(chronicle: Chronicle, name: str, id: str) -> None:
    assert [entity.id for entity in chronicle.who(name)] == [id]


@pytest.mark.parametrize("name", ["", "غيمة", "%", "'; --"])
def test_nobody_is_found_by_what_is_no_name_here(chronicle: Chronicle, name: str) -> None:
    assert chronicle.who(name) == ()


def test_a_page_that_is_read_anew_is_found_by_its_new_reading_alone(tmp_path: Path) -> None:
    file = tmp_path / "file.db"
    page = date(annotate_page(Page("خبر.txt", _TEXT)))
    for reader in ("1", "2"):
        with Writer(file, reader) as writer:
            writer.keep(page if reader == "1" else replace(page, stories=()))
    with Chronicle(file) as opened:
        assert opened.search("الحكومة") == ()
        assert opened.connection.exec_driver_sql("SELECT count(*) FROM search").scalar() == 0
