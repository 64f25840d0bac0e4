"""A chronicle as linked data: schema.org, and W3C Web Annotations for the evidence (JSON-LD 1.1).

docs/exports_linked.md tells what stands for what.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

import orjson

from waqai.chronicle.references import Json
from waqai.exports.clean_text import web_address
from waqai.exports.identifiers import urn
from waqai.exports.jsonld.cast import acting, thing
from waqai.exports.jsonld.context import CONTEXT
from waqai.exports.jsonld.events import happening
from waqai.exports.selectors import selectors
from waqai.model.chronicle import TellingKey
from waqai.model.names import Entity
from waqai.model.page import Span
from waqai.model.statements import Mode
from waqai.store.queries import gathering
from waqai.store.queries.evidence import spans
from waqai.store.queries.sources import Source, source_of, sources
from waqai.store.queries.spoken import spoken
from waqai.store.reading import Chronicle


def pieces(chronicle: Chronicle, what: Sequence[str]) -> Iterator[bytes]:
    """The document in UTF-8, a thing a line: the parts `what`, each in the order of its ids.

    They are "entities", "articles", "happenings", "statements" and "evidence".
    """
    rows: dict[str, Callable[[], Iterable[Json]]] = {
        "entities": lambda: map(thing, _entities(chronicle)),
        "articles": lambda: map(_article, sources(chronicle.connection)),
        "happenings": lambda: _happenings(chronicle),
        "statements": lambda: _statements(chronicle),
        "evidence": lambda: _evidence(chronicle),
    }
    yield b'{"@context":' + orjson.dumps(CONTEXT) + b',\n"@graph":['
    between = b"\n"
    for part in what:
        for row in rows[part]():
            yield between + orjson.dumps(row)
            between = b",\n"
    yield b"\n]}\n"


def _entities(chronicle: Chronicle) -> Iterator[Entity]:
    return (entity for _, entity in gathering.entities(chronicle.connection))


def _article(source: Source) -> Json:
    row: Json = {
        "@id": urn("story", source.story),
        "@type": "NewsArticle",
        "identifier": source.story,
        "inLanguage": "ar",
    }
    if source.title:
        row["headline"] = source.title
    if address := web_address(source.url):
        row["url"] = address
    if source.published.day:
        row["datePublished"] = source.published.day.isoformat()
    for key, name in (("publisher", source.outlet), ("sourceOrganization", source.agency)):
        if name:
            row[key] = {"@type": "Organization", "name": name}
    if source.author:
        row["author"] = {"@type": "Person", "name": source.author}
    return row


def _happenings(chronicle: Chronicle) -> Iterator[Json]:
    announced = {one.happening: one for one in chronicle.announcements()}
    for id, one in gathering.happenings(chronicle.connection):
        yield happening(one, announced.get(id), chronicle.entity)


def _statements(chronicle: Chronicle) -> Iterator[Json]:
    """What is quoted as it was said is a Quotation; what is told in other words a Claim."""
    for said in spoken(chronicle.connection):
        story = urn("story", said.key.story)
        text = chronicle.text(source_of(chronicle.connection, said.key.story).page)
        row: Json = {
            "@id": urn("statement", _written(said.key)),
            "text": text[said.span.start : said.span.end],
        }
        if said.mode is Mode.DIRECT:
            row |= {"@type": "Quotation", "isPartOf": story}
            speaks = "spokenByCharacter"
        else:
            row |= {"@type": "Claim", "appearance": story}
            speaks = "author"
        row["keywords"] = said.act.value
        row["inLanguage"] = "ar"
        if said.speaker is not None:
            row[speaks] = acting(chronicle.entity(said.speaker))
        if said.day.day:
            row["dateCreated"] = said.day.day.isoformat()
        yield row


def _evidence(chronicle: Chronicle) -> Iterator[Json]:
    """An annotation for each telling of a happening, then for each statement."""
    told = groupby(spans(chronicle.connection), key=itemgetter(0))
    for (id, one), (same, shown) in zip(
        gathering.happenings(chronicle.connection), told, strict=True
    ):
        assert id == same
        body = urn("happening", id)
        for key, (_, _, _, span) in zip(one.tellings, shown, strict=True):
            yield _annotation(chronicle, urn("telling", _written(key)), key.story, span, body)
    for said in spoken(chronicle.connection):
        name = _written(said.key)
        body = urn("statement", name)
        yield _annotation(chronicle, urn("said", name), said.key.story, said.span, body)


def _annotation(chronicle: Chronicle, id: str, story: str, span: Span, body: str) -> Json:
    source = source_of(chronicle.connection, story)
    article = urn("story", story)
    address = web_address(source.url)
    return {
        "id": id,
        "type": "Annotation",
        "motivation": "linking",
        "body": body,
        "target": {
            "type": "SpecificResource",
            "source": address or article,
            **({"scope": article} if address else {}),
            "selector": selectors(chronicle.text(source.page), span),
        },
    }


def _written(key: TellingKey) -> str:
    return f"{key.story}#{key.event}"
