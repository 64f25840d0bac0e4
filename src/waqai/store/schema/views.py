"""Views for a person with a plain SQLite shell: names and words in the place of offsets.

All but `resolved_entities` show the current pages only.
"""

#: The entities of every story, a role alone replaced by the person who held it.
_RESOLVED_ENTITIES = """CREATE VIEW resolved_entities AS
    SELECT story, position, id, kind, name, name_en, country, role, body
    FROM bearers
    UNION ALL
    SELECT story, position, id, kind, name, name_en, country, role, body
    FROM entities
    WHERE NOT EXISTS (
        SELECT 1 FROM bearers
        WHERE bearers.story = entities.story AND bearers.position = entities.position
    )"""

_STORY_LIST = """CREATE VIEW story_list AS
    SELECT stories.id, pages.name AS page, stories.position, stories.title, stories.outlet,
           CASE WHEN settled.story IS NULL THEN stories.published
                WHEN settled.earliest = settled.latest THEN settled.earliest END AS published,
           CASE WHEN settled.story IS NULL THEN stories.earliest ELSE settled.earliest END
           AS earliest,
           CASE WHEN settled.story IS NULL THEN stories.latest ELSE settled.latest END AS latest,
           settled.story IS NOT NULL AS dated_by_others
    FROM stories JOIN pages ON pages.id = stories.page
         LEFT JOIN settled ON settled.story = stories.id
    WHERE pages.current"""

_TIME_LIST = """CREATE VIEW time_list AS
    SELECT pages.name AS page, stories.position AS story, times.type, times.value,
           times.earliest, times.latest,
           substr(pages.text, times."start" + 1, times."end" - times."start") AS words
    FROM times JOIN stories ON stories.id = times.story JOIN pages ON pages.id = stories.page
    WHERE pages.current"""

_NAME_LIST = """CREATE VIEW name_list AS
    SELECT pages.name AS page, stories.position AS story, whom.id, whom.kind, whom.name,
           whom.name_en, names.form, names.role,
           substr(pages.text, names.title_start + 1, names.title_end - names.title_start) AS title,
           substr(pages.text, names."start" + 1, names."end" - names."start") AS words
    FROM resolved_entities AS whom
         JOIN names ON names.story = whom.story AND names.entity = whom.position
         JOIN stories ON stories.id = names.story JOIN pages ON pages.id = stories.page
    WHERE pages.current"""


def _number(column: str) -> str:
    """The exact text of a bound as a number, so that bounds compare as numbers do."""
    return f"""CASE WHEN instr({column}, '/')
           THEN CAST({column} AS REAL) / CAST(substr({column}, instr({column}, '/') + 1) AS REAL)
           ELSE CAST({column} AS NUMERIC) END AS {column}"""


_QUANTITY_LIST = f"""CREATE VIEW quantity_list AS
    SELECT pages.name AS page, stories.position AS story,
           {_number("low")}, {_number("high")}, quantities.unit, quantities."of",
           substr(pages.text, quantities."start" + 1, quantities."end" - quantities."start")
           AS words
    FROM quantities JOIN stories ON stories.id = quantities.story
         JOIN pages ON pages.id = stories.page
    WHERE pages.current"""


def _entity(column: str, row: str, link: str) -> str:
    """The `column` of the entity that `row` points at with `link`; null where it does not."""
    return f"""(SELECT {column} FROM resolved_entities AS entity
            WHERE entity.story = {row}.story AND entity.position = {row}.{link})"""


_STATEMENT_LIST = f"""CREATE VIEW statement_list AS
    SELECT pages.name AS page, stories.position AS story,
           {_entity("id", "said", "speaker")} AS speaker_id,
           {_entity("name", "said", "speaker")} AS speaker,
           said.act, said.verb, said.mode,
           (SELECT group_concat(name, '; ') FROM (
                SELECT {_entity("name", "via", "entity")} AS name FROM statement_via AS via
                WHERE via.story = said.story AND via.statement = said.position
                ORDER BY via.position)) AS via,
           {_entity("name", "said", "addressee")} AS addressee,
           (SELECT value FROM times
            WHERE times.story = said.story AND times.position = said.said) AS time,
           substr(pages.text, said.occasion_start + 1, said.occasion_end - said.occasion_start)
           AS occasion,
           substr(pages.text, said."start" + 1, said."end" - said."start") AS words
    FROM statements AS said JOIN stories ON stories.id = said.story
         JOIN pages ON pages.id = stories.page
    WHERE pages.current"""


def _parties(role: str) -> str:
    """The names of those who have `role` in an event, in their order."""
    return f"""(SELECT group_concat(name, '; ') FROM (
                SELECT {_entity("name", "part", "entity")} AS name FROM event_roles AS part
                WHERE part.story = event.story AND part.event = event.position
                      AND part.role = '{role}'
                ORDER BY part.position))"""


_EVENT_LIST = f"""CREATE VIEW event_list AS
    SELECT pages.name AS page, stories.position AS story, event.type, event.kind, event.mode,
           event.status, {_parties("actor")} AS actors, {_parties("recipient")} AS recipients,
           {_entity("name", "event", "place")} AS place,
           event.value, event.earliest, event.latest,
           (SELECT group_concat(words, '; ') FROM (
                SELECT substr(pages.text, many."start" + 1, many."end" - many."start") AS words
                FROM event_quantities AS part JOIN quantities AS many
                ON many.story = part.story AND many.position = part.quantity
                WHERE part.story = event.story AND part.event = event.position
                ORDER BY part.position)) AS quantities,
           (SELECT {_entity("name", "said", "speaker")} FROM statements AS said
            WHERE said.story = event.story AND said.position = event.statement) AS told_by,
           substr(pages.text, event."start" + 1, event."end" - event."start") AS words
    FROM events AS event JOIN stories ON stories.id = event.story
         JOIN pages ON pages.id = stories.page
    WHERE pages.current"""

#: In the order in which they can be made.
PAGE_VIEWS = (
    _RESOLVED_ENTITIES,
    _STORY_LIST,
    _TIME_LIST,
    _NAME_LIST,
    _QUANTITY_LIST,
    _STATEMENT_LIST,
    _EVENT_LIST,
)
