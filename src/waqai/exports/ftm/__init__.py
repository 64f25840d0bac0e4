"""A chronicle as FollowTheMoney entities, one JSON object a line.

docs/exports_linked.md tells what stands for what.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import orjson
from sqlalchemy import select

from waqai.exports.clean_text import web_address
from waqai.exports.days import date_prefix
from waqai.exports.ftm.cast import cast, country, entity_id, fill, name, proxy, string, text
from waqai.exports.phrases import Language, Phrases
from waqai.exports.proof import Proof, each_once, latest_first, proofs
from waqai.exports.telling import kind_name
from waqai.model.chronicle import Happening, Window
from waqai.model.events import Status
from waqai.model.names import Entity, EntityKind
from waqai.store import schema
from waqai.store.queries import gathering
from waqai.store.queries.sources import Source, sources
from waqai.store.reading import Chronicle

_SHOWN = 20  # sentences in an event
_SIDE = 6  # parties of each side that are linked with those of the other

Object = dict[str, Any]


def pieces(chronicle: Chronicle) -> Iterator[bytes]:
    """The lines in UTF-8: entities, articles, who is named in them, events, links; by their ids."""
    for row in _objects(chronicle):
        yield orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE)


def _objects(chronicle: Chronicle) -> Iterator[Object]:
    for _, entity in gathering.entities(chronicle.connection):
        yield cast(entity)
    for source in sources(chronicle.connection):
        yield _article(source)
    yield from _mentions(chronicle)
    for _, happening in gathering.happenings(chronicle.connection):
        shown = latest_first(proofs(chronicle, happening.tellings))
        yield _event(chronicle, happening, shown)
        if happening.status is Status.HAPPENED:
            yield from _links(chronicle, happening, shown)


def _article(source: Source) -> Object:
    found = proxy(_article_id(source.story), "Article")
    fill(found, "title", [string(source.title)])
    fill(found, "name", [name(source.title)])
    fill(found, "fileName", [string(source.name)])
    fill(found, "sourceUrl", [web_address(source.url)])
    fill(found, "publisher", [string(source.outlet)])
    fill(found, "author", [string(source.author), string(source.agency)])
    fill(found, "language", ["ara"])
    fill(found, "publishedAt", [date_prefix(source.published)])
    return found


def _mentions(chronicle: Chronicle) -> Iterator[Object]:
    """Who is named in which article, each once: persons and bodies, and not places."""
    named, whom = schema.named.c, schema.chronicle_entities.c
    query = (
        select(named.story, named.entity)
        .join(schema.chronicle_entities, whom.id == named.entity)
        .join(schema.stories, schema.stories.c.id == named.story)
        .join(schema.pages, schema.pages.c.id == schema.stories.c.page)
        .where(whom.kind != EntityKind.PLACE.value, schema.pages.c.current)
        .distinct()
        .order_by(named.story, named.entity)
    )
    for story, id in chronicle.connection.execute(query):
        entity = cast(chronicle.entity(id))
        found = proxy(f"{_article_id(story)}.{entity['id']}", "Mention")
        fill(found, "document", [_article_id(story)])
        fill(found, "name", entity["properties"]["name"])
        fill(found, "resolved", [entity["id"]])
        fill(found, "detectedSchema", [entity["schema"]])
        yield found


def _event(chronicle: Chronicle, one: Happening, shown: list[Proof]) -> Object:
    english, arabic = Phrases(Language.ENGLISH), Phrases(Language.ARABIC)
    found = proxy(f"waqai-{one.id}", "Event")
    fill(found, "name", [name(one.headline_ar), name(one.headline_en)])
    fill(found, "keywords", [one.type.value, one.kind, one.status.value])
    parties = [chronicle.entity(id) for id in (*one.actors, *one.recipients)]
    fill(found, "involved", [entity_id(party.id) for party in parties if _acts(party)])
    fill(found, "namesMentioned", [name(party.name) for party in parties if not _acts(party)])
    if one.place is not None:
        _locate(found, chronicle.entity(one.place))
    _date(found, one.day)
    said = (f"{p.word('status')}: {p.status(one.status.value)}; {p.window(one.day)}"
            for p in (english, arabic))  # fmt: skip
    fill(found, "summary", [text(line) for line in said])
    sentences = each_once(shown)[:_SHOWN]
    fill(found, "description", [text(f"{proof.sentence} — {proof.origin}") for proof in sentences])
    _prove(found, one, shown)
    return found


def _links(chronicle: Chronicle, one: Happening, shown: list[Proof]) -> Iterator[Object]:
    """From each who acted to each to whom it was done."""
    actors = [party for party in map(chronicle.entity, one.actors) if _acts(party)]
    others = [party for party in map(chronicle.entity, one.recipients) if _acts(party)]
    for actor in actors[:_SIDE]:
        for other in others[:_SIDE]:
            if actor.id == other.id:
                continue
            subject, object = entity_id(actor.id), entity_id(other.id)
            found = proxy(f"waqai-{one.id}.{subject}.{object}", "UnknownLink")
            fill(found, "subject", [subject])
            fill(found, "object", [object])
            fill(found, "role", [one.kind, string(kind_name(one.kind))])
            _date(found, one.day)
            _prove(found, one, shown)
            yield found


def _acts(entity: Entity) -> bool:
    """Whether FollowTheMoney lets it take part: places do not."""
    return entity.kind is not EntityKind.PLACE


def _locate(found: Object, place: Entity) -> None:
    fill(found, "location", [name(place.name), name(place.name_en)])
    fill(found, "country", [country(place.country)])
    if place.kind is EntityKind.PLACE:
        fill(found, "addressEntity", [entity_id(place.id)])


def _date(found: Object, days: Window) -> None:
    """A window is written by the month or the year that holds it; wider ones are in words alone."""
    fill(found, "date", [date_prefix(days)])
    if days.day is not None:
        fill(found, "startDate", [days.day.isoformat()])


def _prove(found: Object, one: Happening, shown: Iterable[Proof]) -> None:
    shown = tuple(shown)
    fill(found, "recordId", [one.id])
    fill(found, "sourceUrl", [proof.url for proof in shown])
    fill(found, "proof", [_article_id(proof.key.story) for proof in shown])


def _article_id(story: str) -> str:
    return f"waqai-s{story}"
