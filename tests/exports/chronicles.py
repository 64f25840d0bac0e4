"""Chronicles that exports are tried on: of few pages made by hand, of the examples, of the gold,
and one in which every text is what a reader of tables might stumble over."""

import sqlite3
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

from tests.store import quay
from tests.store.sample import build, sample
from waqai import api
from waqai.store.writing import Writer

GOLD = Path(__file__).parents[2].parent / "shared" / "gold" / "pages"
#: What a name, a title or a headline may hold.
HOSTILE = (
    '=HYPERLINK("http://evil.example","انقر")',
    "+1+1",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "#N/A",
    "سطر\nثان\r\nثالث",
    "نهاية\x00خفية\x07\x1b[31m\x0b\x1f",
    "قلب\u202eالنص\u2066هنا",
    "\"مقتبس\" و'مفرد' ؛ و, و;",
    "<script>alert(1)</script>&amp;]]>",
    "غير حرف \ufffe\uffff 😀",
    "طويل " * 200_000,
    "",
)


def _quay(file: Path) -> None:
    with Writer(file, reader="1") as writer:
        for page in quay.PAGES:
            writer.keep(page)
        writer.conclude(lambda briefs, reread, judgements: quay.FINDINGS)


def _examples(file: Path) -> None:
    build(file, sample())


def _gold(file: Path) -> None:
    api.build(GOLD, file)


def _hostile(file: Path) -> None:
    """The chronicle made by hand, its words replaced."""
    _quay(file)
    words = cycle(HOSTILE)
    with sqlite3.connect(file) as connection:
        for table, columns in (
            ("pages", ("name", "url")),
            ("stories", ("title", "outlet", "author")),
            ("chronicle_entities", ("name", "name_en", "sector")),
            ("aliases", ("alias",)),
            ("happenings", ("headline_ar", "headline_en")),
            ("conflict_values", ()),
        ):
            for column in columns:
                keys = connection.execute(f"SELECT DISTINCT {column} FROM {table}").fetchall()
                for key in keys:
                    change = f"UPDATE {table} SET {column} = ? WHERE {column} IS ?"
                    connection.execute(change, (next(words), *key))
    connection.close()


#: How each is made, by name.
MAKE: dict[str, Callable[[Path], None]] = {
    "quay": _quay,
    "examples": _examples,
    "hostile": _hostile,
    **({"gold": _gold} if GOLD.is_dir() else {}),
}
