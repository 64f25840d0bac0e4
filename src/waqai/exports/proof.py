"""The sentences that show something, each with the source that holds it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from waqai.exports.clean_text import one_line, web_address
from waqai.model.chronicle import TellingKey, Window
from waqai.model.events import Status
from waqai.model.page import Span
from waqai.store.queries.evidence import events
from waqai.store.queries.sources import Source, source_of
from waqai.store.reading import Chronicle

_SENTENCE = 500  # code points of a sentence that are shown
_NAME = 80  # code points of a source's name that are shown
#: When nothing is known of a story's day: before all that can be told.
UNDATED = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Proof:
    """A telling of a happening: `span` is the event's in the page's text, `sentence` is to read.

    `status` and `day` are what this telling says of the event.
    """

    key: TellingKey
    source: Source
    span: Span
    sentence: str
    status: Status | None
    day: Window | None

    @property
    def url(self) -> str | None:
        """Where the story is read, None when its page names no address on the web."""
        return web_address(self.source.url)

    @property
    def known_by(self) -> date:
        """The last day on which the story can have been published, as far as it is known."""
        published = self.source.published
        return published.latest or published.earliest or UNDATED

    @property
    def origin(self) -> str:
        """Who published it, else the name of its page, on one line."""
        return one_line(self.source.outlet or self.source.name, _NAME)


def proofs(chronicle: Chronicle, keys: Iterable[TellingKey]) -> Iterator[Proof]:
    """The tellings `keys`, in their order."""
    keys = tuple(keys)
    for key, shown in zip(keys, events(chronicle.connection, keys), strict=True):
        yield Proof(
            key,
            source_of(chronicle.connection, key.story),
            shown.excerpt.mention,
            one_line(str(shown.excerpt), _SENTENCE),
            shown.status,
            shown.day,
        )


def latest_first(shown: Iterable[Proof]) -> list[Proof]:
    """The newest telling first; of one day by their keys."""
    return sorted(shown, key=lambda one: (-one.known_by.toordinal(), one.key))


def each_once(shown: Iterable[Proof]) -> list[Proof]:
    """The first of those that show the same sentence of the same story."""
    return list({(one.key.story, one.sentence): one for one in reversed([*shown])}.values())[::-1]


def told_by(proof: Proof) -> Iterator[str]:
    """The sentence, who published it and where, a line each."""
    yield proof.sentence
    yield f"— {proof.origin}"
    if proof.url:
        yield proof.url


def moment(day: date) -> str:
    """The first second of a day in UTC, as RFC 3339 writes it: the hour is not known."""
    return f"{day.isoformat()}T00:00:00Z"
