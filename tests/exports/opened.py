"""Chronicles to export: of the sample pages, of pages that mean harm, of none, of the gold."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.store.harbour import PAGE
from tests.store.sample import build, reading, sample
from waqai.chronicle.growth import grow
from waqai.chronicle.making import make
from waqai.exports.formats import FORMATS
from waqai.exports.writing import pieces
from waqai.model.annotated import DatedPage
from waqai.model.page import Page
from waqai.store.reading import Chronicle
from waqai.store.writing import Writer

GOLD = Path(__file__).parents[2].parent / "shared" / "gold" / "pages"

#: What breaks a line, a tag, a document, a number or the direction of what follows.
HARM = (
    "\u064b\u0651\u200f\x00\x07\u202e\u2066<script>alert('1')</script>]]>&amp;\"\\;,:\x1b[31m\ufffe"
)
LINES = "\r\nATTENDEE:mailto:a@b\nEND:VCALENDAR\r\x0b\x85\u2028"
_TITLE = "ترامب وبوتين يلتقيان " * 50_000  # a million letters


def _harmful(number: int, page: Page) -> Page:
    """A page of the sample with harm in its text and in all that its source says of it."""
    text = page.text.replace("ترامب", f"ترامب{HARM}").replace("\n", f"\r\n{LINES}\r\n")
    addresses = (
        "javascript:alert(1)",
        f"https://a.example/{HARM}",
        "http://[",
        "file:///etc/passwd",
    )
    return Page(
        f"{page.name}{HARM}",
        text,
        url=addresses[number % len(addresses)],
        title=_TITLE if number == 0 else f"{page.title or 'عنوان'} {HARM}{LINES}",
        outlet=f"{HARM}{LINES}",
        author=f"{HARM}{LINES}",
        stamps=page.stamps,
    )


def _harmful_names() -> DatedPage:
    """A story whose entities bear harm in their names."""
    (story,) = PAGE.stories
    entities = tuple(
        replace(
            entity,
            name=f"{entity.name}{HARM}{LINES}",
            name_en=f"{entity.name_en or ''} {HARM}{LINES}",
            aliases=(HARM, LINES, "'"),
        )
        for entity in story.entities
    )
    return replace(PAGE, stories=(replace(story, entities=entities),))


def _build_harmful(file: Path) -> None:
    named = _harmful_names()
    pages = [_harmful(number, page) for number, page in enumerate(sample())]
    with Writer(file, reader="1") as writer:
        grow(
            [named.page, *pages],
            writer,
            lambda page: named if page is named.page else reading(page),
        )
        writer.conclude(make)


def _build_gold(file: Path) -> None:
    build(file, [Page(p.name, p.read_bytes().decode()) for p in sorted(GOLD.glob("*.txt"))])


_BUILD: dict[str, Callable[[Path], None]] = {
    "sample": lambda file: build(file, sample()),
    "harmful": _build_harmful,
    "empty": lambda file: build(file, ()),
    **({"gold": _build_gold} if GOLD.is_dir() else {}),
}
#: Their names without the empty one; that of the gold only where it is.
NAMES = tuple(name for name in _BUILD if name != "empty")
_open = ExitStack()


@cache
def opened(name: str) -> Chronicle:
    """The chronicle of that name, built once in a run of the tests."""
    folder = Path(_open.enter_context(TemporaryDirectory()))
    file = folder / f"{name}.db"
    _BUILD[name](file)
    return _open.enter_context(Chronicle(file))


@cache
def export(name: str, format: str, *what: str) -> bytes:
    """What a chronicle is in a format."""
    return b"".join(pieces(opened(name), FORMATS[format], what))
