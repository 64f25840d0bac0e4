"""The sample pages, each read once, and chronicles built of them."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from waqai.chronicle.growth import grow
from waqai.chronicle.making import make
from waqai.chronicle.single import date_single
from waqai.model.annotated import DatedPage
from waqai.model.page import Page
from waqai.sources import read
from waqai.store.concluding import Make
from waqai.store.writing import Writer

_EXAMPLES = Path(__file__).parents[2] / "examples"


@cache
def sample() -> tuple[Page, ...]:
    """The pages of `examples/`."""
    return tuple(page for page in read([_EXAMPLES]) if isinstance(page, Page))


@cache
def reading(page: Page) -> DatedPage:
    """A page of the sample, read."""
    dated = date_single(page, 60)
    assert isinstance(dated, DatedPage)
    return dated


def build(file: Path, pages: Iterable[Page], conclude: Make = make) -> None:
    """Build `pages` into the chronicle `file`."""
    with Writer(file, reader="1") as writer:
        grow(pages, writer, reading)
        writer.conclude(conclude)
