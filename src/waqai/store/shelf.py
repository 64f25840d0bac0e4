"""What a chronicle knows already, looked up in its file for the pages that come later."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any

import orjson
from sqlalchemy import ColumnElement, Connection, Select, and_, func, select, tuple_

from waqai.chronicle.shelf import Heard, Matter
from waqai.model.chronicle import Brief, Judgement, TellingKey
from waqai.model.ground import Block, Laid, Like
from waqai.model.names import Entity
from waqai.resolve.entities import Told, scene_of, told
from waqai.store import schema
from waqai.store.queries import gathering
from waqai.store.queries.among import among
from waqai.store.queries.judgements import judgements
from waqai.store.rows.briefs import unpack
from waqai.store.rows.ground import block_text, key_from, key_text, laid_of
from waqai.store.rows.names import entity_of
from waqai.store.rows.row import Row


class FileShelf:
    """`chronicle.shelf.Shelf` on a file. `gone` are stories of its findings that it has no more."""

    def __init__(self, connection: Connection, gone: Set[str]) -> None:
        self._connection = connection
        self._gone = gone

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        return judgements(self._connection, schema.ground_judgements)

    @property
    def judged(self) -> Set[str]:
        return self._texts(select(schema.ground_judged.c.name))

    def _rows(self, query: Select[Any]) -> Iterator[Row]:
        return (dict(row) for row in self._connection.execute(query).mappings())

    def _texts(self, query: Select[Any]) -> set[str]:
        return {*self._connection.scalars(query)}

    def _there(self, query: Select[Any]) -> set[str]:
        return self._texts(query) - self._gone

    def briefs(self, stories: Set[str]) -> Mapping[str, Brief]:
        table = schema.briefs.c
        query = select(table.story, table.brief).where(among(table.story, stories))
        return {row.story: unpack(row.brief) for row in self._connection.execute(query)}

    def accounts(self, stories: Set[str]) -> Mapping[str, str]:
        table = schema.accounts.c
        return self._account_of(among(table.story, stories))

    def of_accounts(self, accounts: Set[str]) -> Mapping[str, str]:
        found = self._account_of(among(schema.accounts.c.account, accounts))
        return {story: of for story, of in found.items() if story not in self._gone}

    def _account_of(self, where: ColumnElement[bool]) -> dict[str, str]:
        table = schema.accounts.c
        query = select(table.story, table.account).where(where)
        return {row.story: row.account for row in self._connection.execute(query)}

    def in_bands(self, bands: Set[bytes]) -> Set[str]:
        table, asked = schema.ground_bands.c, sorted(bands)
        return {
            story
            for at in range(0, len(asked), _AT_ONCE)
            for story in self._there(
                select(table.story).where(table.band.in_(asked[at : at + _AT_ONCE]))
            )
        }

    def ids(self, stories: Set[str]) -> Mapping[str, tuple[str, ...]]:
        table, found = schema.named.c, defaultdict[str, list[str]](list)
        query = select(table.story, table.entity).where(among(table.story, stories))
        for row in self._connection.execute(query.order_by(table.story, table.position)):
            found[row.story].append(row.entity)
        return {story: tuple(found[story]) for story in stories}

    def told_keys(self, stories: Set[str]) -> Set[str]:
        briefs = self.briefs(stories).items()
        return {one.key for id, brief in briefs for one in told(scene_of(id, brief.entities))}

    def asking(self, keys: Set[str]) -> Set[str]:
        table = schema.ground_asked.c
        return self._there(select(table.story).where(among(table.key, keys)))

    def hear(self, keys: Set[str]) -> Iterable[Heard]:
        table = schema.ground_told.c
        query = select(table.story, table.key, table.name, table.country)
        rows = self._connection.execute(query.where(among(table.key, keys))).all()
        company = self._company({row.story for row in rows})
        return [
            Heard(Told(row.key, row.name, row.country or None), company[row.story])
            for row in rows
            if row.story not in self._gone
        ]

    def _company(self, stories: Set[str]) -> Mapping[str, frozenset[str]]:
        table = schema.ground_company.c
        query = select(table.story, table.company).where(among(table.story, stories))
        rows = self._connection.execute(query)
        return {row.story: frozenset(orjson.loads(row.company)) for row in rows}

    def naming(self, entities: Set[str]) -> Set[str]:
        table = schema.named.c
        return self._there(select(table.story).where(among(table.entity, entities)))

    def called(self, entities: Set[str], without: Set[str]) -> Mapping[str, Mapping[Entity, int]]:
        named = schema.named
        found: defaultdict[str, defaultdict[Entity, int]] = defaultdict(lambda: defaultdict(int))
        held = (
            select(schema.bearers.c.story)
            .where(schema.bearers.c.story == named.c.story)
            .where(schema.bearers.c.position == named.c.position)
            .exists()
        )
        for table, where in ((schema.bearers, None), (schema.entities, ~held)):
            fields = [c for c in table.c if c.name not in {"story", "position"}]
            here = and_(table.c.story == named.c.story, table.c.position == named.c.position)
            query = (
                select(named.c.entity.label("whose"), *fields, func.count().label("stories"))
                .join(table, here)
                .where(among(named.c.entity, entities))
                .where(~among(named.c.story, without | self._gone))
                .group_by(named.c.entity, *fields)
            )
            for row in self._rows(query if where is None else query.where(where)):
                found[row["whose"]][entity_of(row)] += row["stories"]
        return found

    def entities(self, ids: Set[str]) -> Mapping[str, Entity]:
        where = among(schema.chronicle_entities.c.id, ids)
        return dict(gathering.entities(self._connection, where))

    def nodes_of(self, stories: Set[str]) -> Set[TellingKey]:
        table = schema.ground_tellings.c
        return self._keys(select(table.node).where(among(table.story, stories)))

    def nodes_in(self, blocks: Set[Block]) -> Set[TellingKey]:
        table = schema.ground_blocks.c
        return self._keys(select(table.node).where(among(table.block, map(block_text, blocks))))

    def _keys(self, query: Select[Any]) -> set[TellingKey]:
        return {key_from(text) for text in self._texts(query.distinct())}

    def laid(self, nodes: Set[TellingKey]) -> Iterable[Laid]:
        table = schema.ground_tellings
        query = select(table).where(among(table.c.node, map(key_text, nodes)))
        return laid_of(self._rows(query))

    def likes(self, nodes: Set[TellingKey]) -> Iterable[Like]:
        table, names = schema.ground_likes.c, [*map(key_text, nodes)]
        for side in (table.first, table.second):
            query = select(table.first, table.second, table.less).where(among(side, names))
            for first, second, less in self._connection.execute(query):
                yield Like(less, key_from(first), key_from(second))

    def telling(self, tellings: Set[TellingKey]) -> Mapping[str, tuple[TellingKey, ...]]:
        table = schema.tellings.c
        stories = {key.story for key in tellings}
        query = select(table.happening, table.story, table.event)
        rows = self._connection.execute(query.where(among(table.story, stories)))
        told = {h for h, story, event in rows if TellingKey(story, event) in tellings}
        return self.tellings(told)

    def showing(self, entities: Set[str]) -> Set[str]:
        table = schema.tellings.c
        naming = select(schema.named.c.story).where(among(schema.named.c.entity, entities))
        return self._texts(select(table.happening).where(table.story.in_(naming)).distinct())

    def tellings(self, happenings: Set[str]) -> Mapping[str, tuple[TellingKey, ...]]:
        table, found = schema.tellings.c, defaultdict[str, list[TellingKey]](list)
        query = select(table.happening, table.story, table.event)
        rows = self._connection.execute(
            query.where(among(table.happening, happenings)).order_by(
                table.happening, table.position
            )
        )
        for happening, story, event in rows:
            found[happening].append(TellingKey(story, event))
        return {happening: tuple(keys) for happening, keys in found.items()}

    def matters(self, stories: Set[str]) -> Set[Matter]:
        table = schema.positions.c
        shown = self._shown(stories)
        query = select(table.actor, table.issue).where(table.id.in_(shown))
        return {(actor, issue) for actor, issue in self._connection.execute(query)}

    def _shown(self, stories: Set[str]) -> Select[Any]:
        statements, events = schema.position_statements.c, schema.position_events.c
        return (
            select(statements.held)
            .where(among(statements.story, stories))
            .union(select(events.held).where(among(events.story, stories)))
            .subquery()
            .select()
        )

    def showing_stance(self, matters: Set[Matter]) -> Mapping[str, Set[str]]:
        table = schema.positions.c
        named = tuple_(table.actor, table.issue)
        found: dict[str, set[str]] = {}
        asked = sorted(matters)
        for at in range(0, len(asked), _AT_ONCE):
            ids = select(table.id).where(named.in_(asked[at : at + _AT_ONCE]))
            found |= {id: set() for id in self._texts(ids)}
        for part in (schema.position_statements.c, schema.position_events.c):
            rows = self._connection.execute(
                select(part.held, part.story).where(among(part.held, found))
            )
            for held, story in rows:
                found[held].add(story)
        return found

    def disputing(self, happenings: Set[str]) -> Set[str]:
        table = schema.conflicts.c
        return self._texts(select(table.id).where(among(table.happening, happenings)))


_AT_ONCE = 400  # values in one query: SQLite takes only so many
