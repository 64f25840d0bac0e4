"""An entity as the chronicle knows it: names, roles, counts, the latest that it did and said."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from waqai.model.chronicle import Happening
from waqai.model.names import Entity
from waqai.store import schema
from waqai.store.queries import entities, gathering
from waqai.store.queries.evidence import Evidence
from waqai.store.queries.mentions import said
from waqai.store.queries.ordering import latest_first


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of an entity. `did` and `said` hold the latest, the last one first."""

    entity: Entity
    counts: entities.Counts
    titles: tuple[str, ...]
    did: tuple[Happening, ...]
    said: tuple[Evidence, ...]


def profile(connection: Connection, entity: Entity, limit: int) -> Profile:
    """The profile of `entity` with the latest `limit` of what it did and said."""
    party = schema.parties.c
    takes_part = select(party.happening).where(party.entity == entity.id)
    did = gathering.happenings(connection, schema.happenings.c.id.in_(takes_part))
    latest = sorted((one for _, one in did), key=latest_first)
    return Profile(
        entity,
        entities.counts(connection, entity.id),
        entities.titles(connection, entity.id),
        tuple(latest[:limit]),
        tuple(said(connection, entity.id, limit)),
    )
