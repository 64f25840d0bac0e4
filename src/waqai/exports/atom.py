"""What happened as a feed to follow (Atom, RFC 4287): an entry for each happening.

docs/exports_linked.md tells what stands for what.
"""

from collections.abc import Iterator
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from sqlalchemy import func, select

from waqai.exports.clean_text import one_line, xml_text
from waqai.exports.identifiers import urn
from waqai.exports.phrases import Language, Phrases, status_words
from waqai.exports.proof import (
    UNDATED,
    Proof,
    each_once,
    latest_first,
    moment,
    proofs,
    told_by,
)
from waqai.model.chronicle import Happening
from waqai.store import schema
from waqai.store.queries import gathering
from waqai.store.queries.published import EARLIEST, LATEST, STORIES
from waqai.store.reading import Chronicle
from waqai.store.rows.row import day_of

_SHOWN = 10  # sentences in an entry
_LINKS = 20  # sources that an entry links to
_TITLE = 200  # code points of a story's title in a link


def pieces(chronicle: Chronicle, language: Language = Language.ARABIC) -> Iterator[bytes]:
    """The feed in UTF-8, an entry a piece, in the order of their ids."""
    phrases = Phrases(language)
    yield "\n".join(
        (
            '<?xml version="1.0" encoding="utf-8"?>',
            f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language.value}">',
            f"<id>{urn('feed', chronicle.path.name)}</id>",
            _text("title", phrases.word("title")),
            f"<updated>{moment(_newest(chronicle))}</updated>",
            "<author><name>waqai</name></author>",
            "<generator>waqai</generator>\n",
        )
    ).encode()
    for _, happening in gathering.happenings(chronicle.connection):
        shown = latest_first(proofs(chronicle, happening.tellings))
        yield "\n".join(_entry(phrases, happening, shown)).encode() + b"\n"
    yield b"</feed>\n"


def _newest(chronicle: Chronicle) -> date:
    """The day of the newest story that tells of a happening."""
    told = select(func.max(func.coalesce(LATEST, EARLIEST))).select_from(
        STORIES.join(schema.tellings, schema.tellings.c.story == schema.stories.c.id)
    )
    return day_of(chronicle.connection.scalar(told)) or UNDATED


def _entry(phrases: Phrases, happening: Happening, shown: list[Proof]) -> Iterator[str]:
    yield "<entry>"
    yield f"<id>{urn('happening', happening.id)}</id>"
    yield _text("title", phrases.headline(happening))
    yield f"<updated>{moment(shown[0].known_by)}</updated>"
    yield f"<published>{moment(shown[-1].known_by)}</published>"
    yield from _links(shown)
    for term, label in (
        (happening.type.value, phrases.type(happening.type.value)),
        (happening.status.value, phrases.status(happening.status.value)),
    ):
        yield f"<category term={_quoted(term)} label={_quoted(label)}/>"
    yield _text("content", "\n".join(_content(phrases, happening, shown)))
    yield "</entry>"


def _links(shown: list[Proof]) -> Iterator[str]:
    """The stories that tell of it, the newest first, each address once."""
    sources = {proof.url: proof.source for proof in reversed(shown) if proof.url}
    for url, source in list(reversed(sources.items()))[:_LINKS]:
        name = one_line(source.title or source.outlet or "", _TITLE)
        title = f" title={_quoted(name)}" if name else ""
        yield f'<link rel="via" type="text/html" href={_quoted(url)}{title}/>'


def _content(phrases: Phrases, happening: Happening, shown: list[Proof]) -> Iterator[str]:
    yield from status_words(phrases, happening)
    for proof in each_once(shown)[:_SHOWN]:
        yield ""
        yield from told_by(proof)


def _text(name: str, text: str) -> str:
    return f'<{name} type="text">{escape(xml_text(text))}</{name}>'


def _quoted(text: str) -> str:
    return quoteattr(xml_text(text))
