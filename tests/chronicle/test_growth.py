"""Growing: each page is read once and kept, and what cannot be read is set aside."""

from dataclasses import dataclass, field

from waqai.chronicle.growth import Growth, grow
from waqai.model.annotated import DatedPage
from waqai.model.page import Page
from waqai.model.quarantine import Quarantined


@dataclass
class _Notebook:
    """A ledger in memory."""

    kept: list[str] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)

    def recognises(self, page: Page) -> bool:
        return page.name in self.kept

    def keep(self, page: DatedPage) -> None:
        self.kept.append(page.page.name)

    def set_aside(self, thing: Quarantined) -> None:
        self.aside.append(thing.code)


def _read(page: Page) -> DatedPage | Quarantined:
    if not page.text:
        return Quarantined(page.name, "WQ203", "nothing to read")
    return DatedPage(page, (), (), ())


def test_each_arrival_is_counted_and_told_as_what_became_of_it() -> None:
    notebook = _Notebook(["قديم"])
    told: list[Page | Quarantined] = []
    arrivals: list[Page | Quarantined] = [
        Page("جديد", "نص"),
        Page("قديم", "نص"),
        Quarantined("تالف", "WQ101", "cannot be opened"),
        Page("فارغ", ""),
    ]
    growth = grow(arrivals, notebook, _read, told.append)
    assert growth == Growth(new=1, known=1, quarantined=2)
    assert growth.read == 2
    assert notebook == _Notebook(["قديم", "جديد"], ["WQ101", "WQ203"])
    assert [thing.name if isinstance(thing, Page) else thing.code for thing in told] == [
        "جديد",
        "قديم",
        "WQ101",
        "WQ203",
    ]


def test_a_known_page_is_not_read_again() -> None:
    def refuse(page: Page) -> DatedPage | Quarantined:
        raise AssertionError(page)

    assert grow([Page("قديم", "نص")], _Notebook(["قديم"]), refuse) == Growth(known=1)
