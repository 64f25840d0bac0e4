"""Entities by name, and what the chronicle knows of one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, literal, select

from waqai.model.names import Entity
from waqai.store import schema
from waqai.store.queries.gathering import entities
from waqai.store.wording import name_form


@dataclass(frozen=True, slots=True)
class Counts:
    """How often the chronicle speaks of an entity.

    `stories` name it, it is a party of `happenings`, speaks in `statements`, holds `positions`.
    """

    stories: int
    happenings: int
    statements: int
    positions: int


def find(connection: Connection, name: str) -> tuple[Entity, ...]:
    """Whom `name` may mean: an id, or any name, Arabic or Latin, or words of one.

    Whoever is called just that comes first, then whom most stories speak of. Where nobody has all
    the words, those at the front are passed over: they may be a title. Empty for none.
    """
    table = schema.chronicle_entities.c
    by_id = [entity for _, entity in entities(connection, table.id == name)]
    if by_id:
        return tuple(by_id)
    words = name_form(name).split()
    while words:
        if found := _called(connection, words):
            return found
        words = words[1:]
    return ()


def by_ids(connection: Connection, ids: Iterable[str | None]) -> dict[str, Entity]:
    """The entities with these ids, by them; None among the ids is passed over."""
    wanted = sorted({id for id in ids if id is not None})
    table = schema.chronicle_entities.c
    return dict(entities(connection, table.id.in_(wanted))) if wanted else {}


def counts(connection: Connection, id: str) -> Counts:
    """How often the chronicle speaks of the entity with the id `id`."""
    named, said = schema.named.c, schema.statements.c
    statements = (
        select(func.count())
        .select_from(schema.named)
        .join(schema.statements, (said.story == named.story) & (said.speaker == named.position))
        .where(named.entity == id)
    )
    of_party = select(func.count(schema.parties.c.happening.distinct()))
    held = select(func.count()).where(schema.positions.c.actor == id)
    return Counts(
        _stories(connection, [id]).get(id, 0),
        connection.scalar(of_party.where(schema.parties.c.entity == id)) or 0,
        connection.scalar(statements) or 0,
        connection.scalar(held) or 0,
    )


def titles(connection: Connection, id: str, limit: int = 5) -> tuple[str, ...]:
    """The titles and roles that stories give the entity with the name, most frequent first."""
    names, named, pages = schema.names.c, schema.named.c, schema.pages.c
    words = func.substr(
        pages.text, names.title_start + 1, names.title_end - names.title_start
    ).label("words")
    query = (
        select(words)
        .select_from(schema.named)
        .join(schema.names, (names.story == named.story) & (names.entity == named.position))
        .join(schema.stories, schema.stories.c.id == names.story)
        .join(schema.pages, pages.id == schema.stories.c.page)
        .where(named.entity == id, names.title_start.is_not(None))
        .group_by(words)
        .order_by(func.count().desc(), words)
        .limit(limit)
    )
    return tuple(" ".join(title.split()) for title in connection.scalars(query))


def _called(connection: Connection, words: Sequence[str]) -> tuple[Entity, ...]:
    """Those who have a name with all of `words`."""
    table, form = schema.chronicle_entities.c, " ".join(words)
    exact = set(
        connection.scalars(select(schema.aliases.c.entity).where(schema.aliases.c.folded == form))
    )
    spaced = literal(" ") + schema.aliases.c.folded + literal(" ")
    has_all = [func.instr(spaced, f" {word} ") > 0 for word in words]
    near = set(connection.scalars(select(schema.aliases.c.entity).where(*has_all).distinct()))
    ids = sorted(exact | near)
    stories = _stories(connection, ids)
    found = dict(entities(connection, table.id.in_(ids)))
    order = sorted(found, key=lambda id: (id not in exact, -stories.get(id, 0), id))
    return tuple(found[id] for id in order)


def _stories(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    named = schema.named.c
    query = (
        select(named.entity, func.count(named.story.distinct()))
        .where(named.entity.in_(ids))
        .group_by(named.entity)
    )
    return {row[0]: row[1] for row in connection.execute(query)}
