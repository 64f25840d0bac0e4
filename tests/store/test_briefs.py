"""Briefs: small, whole, and only a cache."""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from tests.store import quay
from waqai.chronicle import briefs
from waqai.chronicle.identity import page_id
from waqai.model.chronicle import Brief, Figure, Window
from waqai.model.findings import Findings
from waqai.store.rows.briefs import pack, unpack
from waqai.store.writing import Writer


def _brief() -> Brief:
    [brief] = briefs.briefs_of(quay.FIRST_PAGE, page_id(quay.FIRST_PAGE.page))
    telling = replace(
        brief.report.tellings[0],
        figures=(Figure(Fraction(5, 2), None, "LBP", None), Figure(None, Fraction(300), None, "ا")),
        words="بقية الجملة",
        gist=(3, 1),
        day=Window(None, quay.DUE),
    )
    report = replace(brief.report, tellings=(telling,), published=quay.SETTLED, account="other")
    return Brief(report, quay.CAST, b"\x00\xff", b"\x01")


def test_a_brief_comes_back_as_it_was_packed() -> None:
    assert unpack(pack(_brief())) == _brief()
    for page in quay.PAGES:
        for brief in briefs.briefs_of(page, page_id(page.page)):
            assert unpack(pack(brief)) == brief


def _seen(file: Path) -> list[Brief]:
    """The briefs that a conclusion is drawn from."""
    seen: list[Brief] = []

    def make(found: Iterable[Brief], reread: object, judgements: object) -> Findings:
        seen.extend(found)
        return quay.FINDINGS

    with Writer(file, reader="1") as writer:
        writer._connection.exec_driver_sql("DELETE FROM meta WHERE key = 'findings'")
        writer._connection.commit()
        assert writer.conclude(make)
    return sorted(seen, key=lambda brief: brief.report.id)


def test_briefs_that_are_missing_or_made_otherwise_are_made_anew(tmp_path: Path) -> None:
    file = tmp_path / "file.db"
    with Writer(file, reader="1") as writer:
        for page in quay.PAGES:
            writer.keep(page)
    whole = _seen(file)
    assert [brief.report.id for brief in whole] == sorted(map(quay.id_of, quay.PAGES))
    with Writer(file, reader="1") as writer:
        writer._connection.exec_driver_sql("DELETE FROM briefs WHERE story LIKE '%'")
        writer._connection.commit()
    assert _seen(file) == whole
    with Writer(file, reader="1") as writer:
        writer._connection.exec_driver_sql("UPDATE briefs SET brief = 'old'")
        writer._connection.exec_driver_sql("UPDATE meta SET value = 'old' WHERE key = 'briefs'")
        writer._connection.commit()
    assert _seen(file) == whole


def test_only_current_pages_count(tmp_path: Path) -> None:
    file = tmp_path / "file.db"
    newer = replace(quay.FIRST_PAGE.page, text=quay.FIRST_PAGE.page.text + " ")
    with Writer(file, reader="1") as writer:
        for page in quay.PAGES:
            writer.keep(page)
    with Writer(file, reader="1") as writer:
        writer.keep(replace(quay.FIRST_PAGE, page=newer, stories=()))
    assert quay.id_of(quay.FIRST_PAGE) not in [brief.report.id for brief in _seen(file)]
