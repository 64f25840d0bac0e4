"""Who is who in the JSON of a story: its entities, and where it names them."""

from collections.abc import Iterable, Sequence

from waqai.chronicle.references import Json
from waqai.model.annotated import DatedStory
from waqai.model.names import Entity, NameMention
from waqai.model.page import Span

#: The JSON objects of a story's entities, by their indices; two indices may have the same object.
Entities = Sequence[Json]


def entities_of(story: DatedStory) -> Entities:
    """The JSON object of each of the story's entities, by its index.

    Entities that turned out to be one (they have one id) have one object, with every alias. Its
    `role` is what the story called one of them by, where it gave that one no name.
    """
    resolved = story.entities or story.annotated.entities
    objects: dict[str, Json] = {}
    for entity, as_told in zip(resolved, story.annotated.entities, strict=True):
        known = objects.setdefault(entity.id, whole(entity))
        known["aliases"] = list(dict.fromkeys((*known["aliases"], *entity.aliases)))
        if known["role"] is None:
            known["role"], known["body"] = as_told.role, as_told.body
    return tuple(objects[entity.id] for entity in resolved)


def each_once(entities: Entities, indices: Iterable[int]) -> list[Json]:
    """The objects at `indices` in their order, none of them twice."""
    return list({entities[index]["id"]: entities[index] for index in indices}.values())


def one_or_none(entities: Entities, index: int | None) -> Json | None:
    """The object at `index`, None for none."""
    return None if index is None else entities[index]


def name(text: str, mention: NameMention, entities: Entities) -> Json:
    """The JSON object of a span that names an entity."""
    entity = entities[mention.entity]
    return {
        "start": mention.start,
        "end": mention.end,
        "text": text[mention.start : mention.end],
        "id": entity["id"],
        "kind": entity["kind"],
        "name": entity["name"],
        "name_en": entity["name_en"],
        "aliases": entity["aliases"],
        "form": mention.form.value,
        "title": words(text, mention.title),
        "role": mention.role,
        "country": mention.country,
    }


def words(text: str, span: Span | None) -> Json | None:
    """The JSON object of a span with the words that stand there, None for none."""
    if span is None:
        return None
    return {"start": span.start, "end": span.end, "text": text[span.start : span.end]}


def whole(entity: Entity) -> Json:
    """The JSON object of an entity."""
    return {
        "id": entity.id,
        "kind": entity.kind.value,
        "name": entity.name,
        "name_en": entity.name_en,
        "transliterated": entity.transliterated,
        "aliases": list(entity.aliases),
        "country": entity.country,
        "role": entity.role,
        "body": entity.body,
        "latitude": entity.latitude,
        "longitude": entity.longitude,
        "sector": entity.sector,
    }
