"""What is kept of the joining as rows, and back."""

from collections.abc import Iterable

import orjson

from waqai.model.chronicle import Brief, TellingKey
from waqai.model.events import EventType, Status
from waqai.model.ground import Block, Ground, Laid, Node
from waqai.resolve.copies import bands
from waqai.resolve.entities import asked_keys, scene_of, told
from waqai.store import schema
from waqai.store.rows.row import Parts, Row


def key_text(key: TellingKey) -> str:
    """A telling in one word: "STORY#EVENT"."""
    return f"{key.story}#{key.event}"


def key_from(text: str) -> TellingKey:
    """The telling that `key_text` wrote."""
    story, _, event = text.rpartition("#")
    return TellingKey(story, int(event))


def block_text(block: Block) -> str:
    """A block in one word."""
    return "|".join(map(str, block))


def story_ground_rows(brief: Brief) -> Parts:
    """What a story is looked up by."""
    story = brief.report.id
    scene = scene_of(story, brief.entities)
    company = orjson.dumps(sorted(scene.company)).decode()
    return {
        schema.ground_bands: [
            {"band": band, "story": story} for band in sorted({*bands(brief.signature)})
        ],
        schema.ground_told: [
            {"key": one.key, "story": story, "name": one.name, "country": one.country or ""}
            for one in sorted(told(scene), key=repr)
        ],
        schema.ground_asked: [{"key": key, "story": story} for key in sorted(asked_keys(scene))],
        schema.ground_company: [{"story": story, "company": company}],
    }


def ground_rows(ground: Ground) -> Parts:
    """The rows of tellings and nodes, and of what was judged."""
    return {
        schema.ground_tellings: [_telling_row(laid, node) for laid, node in ground.laid],
        schema.ground_blocks: [
            {"block": block, "node": key_text(node)}
            for node, blocks in ground.blocks.items()
            for block in sorted(map(block_text, blocks))
        ],
        schema.ground_likes: [
            {"first": key_text(like.first), "second": key_text(like.second), "less": like.less}
            for like in ground.likes
        ],
        schema.ground_judged: [{"name": name} for name in sorted(ground.judged)],
        schema.ground_judgements: [
            {"first": one.first, "second": one.second, "verdict": one.verdict.value}
            for one in ground.judgements
        ],
    }


def _telling_row(laid: Laid, node: TellingKey) -> Row:
    one = laid.node
    told = [
        one.type,
        one.kind,
        one.status,
        one.actors,
        one.recipients,
        one.place,
        one.days,
        one.near,
        one.told,
        one.loose,
        sorted(one.gist),
        one.by_noun,
    ]
    return {
        "story": laid.key.story,
        "event": laid.key.event,
        "telling": orjson.dumps(told),
        "within": laid.within,
        "node": key_text(node),
    }


def laid_of(rows: Iterable[Row]) -> list[Laid]:
    """The tellings that `ground_rows` wrote."""
    return [_laid(row) for row in rows]


def _laid(row: Row) -> Laid:
    type, kind, status, actors, recipients, place, days, near, told, loose, gist, by_noun = (
        orjson.loads(row["telling"])
    )
    node = Node(
        _TYPES[type],
        kind,
        _STATUSES[status],
        tuple(actors),
        tuple(recipients),
        place,
        (days[0], days[1]),
        (near[0], near[1]),
        (told[0], told[1]),
        loose,
        frozenset((row["story"],)),
        (TellingKey(row["story"], row["event"]),),
        frozenset(gist),
        by_noun,
    )
    return Laid(node, row["within"])


# a look-up is faster than the call of an Enum
_TYPES = {one.value: one for one in EventType}
_STATUSES = {one.value: one for one in Status}
