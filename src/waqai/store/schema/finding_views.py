"""Views of the findings: names, words and days in the place of ids and offsets."""


def _name(id: str) -> str:
    return f"(SELECT name FROM chronicle_entities AS whom WHERE whom.id = {id})"


def _parties(role: str) -> str:
    """The names of those who have `role` in a happening, in their order."""
    return f"""(SELECT group_concat(name, '; ') FROM (
                SELECT {_name("part.entity")} AS name FROM parties AS part
                WHERE part.happening = happening.id AND part.role = '{role}'
                ORDER BY part.position))"""


_ENTITY_LIST = """CREATE VIEW entity_list AS
    SELECT whom.id, whom.kind, whom.name, whom.name_en, whom.country,
           (SELECT count(DISTINCT story) FROM named WHERE named.entity = whom.id) AS stories,
           (SELECT count(DISTINCT happening) FROM parties WHERE parties.entity = whom.id)
           AS happenings,
           (SELECT count(*) FROM positions WHERE positions.actor = whom.id) AS positions
    FROM chronicle_entities AS whom"""

_HAPPENING_LIST = f"""CREATE VIEW happening_list AS
    SELECT happening.id, happening.type, happening.kind, happening.status,
           happening.earliest, happening.latest,
           {_parties("actor")} AS actors, {_parties("recipient")} AS recipients,
           {_name("happening.place")} AS place,
           happening.stories, happening.outlets, happening.accounts,
           happening.headline_ar, happening.headline_en
    FROM happenings AS happening"""


def _words(table: str, part: str) -> str:
    """The words of the `part` that a row shows, of a story's rows in `table`."""
    return f'substr(pages.text, {table}."start" + 1, {table}."end" - {table}."start") AS {part}'


_TELLING_LIST = f"""CREATE VIEW telling_list AS
    SELECT telling.happening, pages.name AS page, stories.position AS story, telling.event,
           stories.outlet, events.status, telling.earliest, telling.latest,
           {_name("telling.told_by")} AS told_by, {_words("events", "words")}
    FROM tellings AS telling
         JOIN events ON events.story = telling.story AND events.position = telling.event
         JOIN stories ON stories.id = telling.story JOIN pages ON pages.id = stories.page"""

_ANNOUNCEMENT_LIST = f"""CREATE VIEW announcement_list AS
    SELECT announcement.id, announcement.happening, happening.headline_ar, happening.headline_en,
           announcement.announced_on, {_name("announcement.announced_by")} AS announced_by,
           announcement.due_earliest, announcement.due_latest, announcement.outcome,
           announcement.held_on, announcement.moved_earliest, announcement.moved_latest
    FROM announcements AS announcement
         JOIN happenings AS happening ON happening.id = announcement.happening"""

_POSITION_LIST = f"""CREATE VIEW position_list AS
    SELECT held.id, held.actor AS actor_id, {_name("held.actor")} AS actor, held.issue,
           held.stance, held.earliest, held.latest,
           (SELECT count(*) FROM position_statements AS shown WHERE shown.held = held.id)
           AS statements,
           (SELECT count(*) FROM position_events AS shown WHERE shown.held = held.id) AS events
    FROM positions AS held"""

_POSITION_EVIDENCE = f"""CREATE VIEW position_evidence AS
    SELECT shown.held, pages.name AS page, stories.position AS story,
           {_words("statements", "words")}
    FROM position_statements AS shown
         JOIN statements ON statements.story = shown.story
              AND statements.position = shown.statement
         JOIN stories ON stories.id = shown.story JOIN pages ON pages.id = stories.page
    UNION ALL
    SELECT shown.held, pages.name AS page, stories.position AS story, {_words("events", "words")}
    FROM position_events AS shown
         JOIN events ON events.story = shown.story AND events.position = shown.event
         JOIN stories ON stories.id = shown.story JOIN pages ON pages.id = stories.page"""

_CONFLICT_LIST = """CREATE VIEW conflict_list AS
    SELECT conflict.id, conflict.happening, happening.headline_ar, happening.headline_en,
           conflict.slot, told.position AS rank,
           coalesce((SELECT name FROM chronicle_entities AS whom WHERE whom.id = told.value
                     AND conflict.slot IN ('place', 'actors', 'recipients')), told.value) AS value,
           count(*) AS tellings, group_concat(DISTINCT pages.name) AS pages
    FROM conflicts AS conflict
         JOIN happenings AS happening ON happening.id = conflict.happening
         JOIN conflict_values AS told ON told.conflict = conflict.id
         JOIN stories ON stories.id = told.story JOIN pages ON pages.id = stories.page
    GROUP BY conflict.id, told.position"""

#: In the order in which they can be made.
FINDING_VIEWS = (
    _ENTITY_LIST,
    _HAPPENING_LIST,
    _TELLING_LIST,
    _ANNOUNCEMENT_LIST,
    _POSITION_LIST,
    _POSITION_EVIDENCE,
    _CONFLICT_LIST,
)
