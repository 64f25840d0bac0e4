"""What the commands that ask a chronicle answer, as JSON: one object each.

The keys are promised: docs/json.md tells them, schema/answers.schema.json defines them.
"""

from collections.abc import Iterable

import orjson

from waqai.chronicle.identity import position_id
from waqai.chronicle.references import Json
from waqai.exports import findings
from waqai.exports.annotations import published, reason_row
from waqai.exports.named import whole
from waqai.model.chronicle import Announcement, Conflict, Happening, Position
from waqai.model.names import Entity
from waqai.store.queries.evidence import Place
from waqai.store.queries.explain import Explanation
from waqai.store.queries.profile import Profile
from waqai.store.queries.search import Passage
from waqai.store.reading import Chronicle


def announcements(chronicle: Chronicle, found: Iterable[Announcement]) -> Json:
    """`{"announcements": […]}`, each with the headline of its happening."""
    return {
        "announcements": [
            {**findings.announcement(one, chronicle.entity), **_headline(chronicle, one.happening)}
            for one in found
        ]
    }


def positions(chronicle: Chronicle, found: Iterable[Position]) -> Json:
    """`{"positions": […]}`, each with its sentences."""
    return {
        "positions": [
            {
                **findings.position(one, chronicle.entity),
                "evidence": [
                    findings.evidence(shown, chronicle.entity)
                    for explained in chronicle.explain(position_id(one))
                    for shown in explained.evidence
                ],
            }
            for one in found
        ]
    }


def conflicts(chronicle: Chronicle, found: Iterable[Conflict]) -> Json:
    """`{"conflicts": […]}`, each with the headline of its happening."""
    return {
        "conflicts": [
            {**findings.conflict(one, chronicle.entity), **_headline(chronicle, one.happening)}
            for one in found
        ]
    }


def found(passages: Iterable[Passage]) -> Json:
    """`{"found": […]}`: sentences, the best first."""
    return {"found": [findings.passage(one) for one in passages]}


def who(chronicle: Chronicle, profiles: Iterable[Profile]) -> Json:
    """`{"found": […]}`: whom a name may mean, with what they did and said."""
    return {
        "found": [
            {
                **findings.known(one.entity, one.counts, one.titles),
                "did": [findings.happening(h, chronicle.entity) for h in one.did],
                "said": [findings.evidence(shown, chronicle.entity) for shown in one.said],
            }
            for one in profiles
        ]
    }


def explained(chronicle: Chronicle, found: Iterable[Explanation]) -> Json:
    """`{"explained": […]}`: the thing under the name of its kind, its sentences and reasons."""
    return {
        "explained": [
            {
                "id": one.id,
                **_thing(chronicle, one),
                "reasons": [reason_row(reason) for reason in one.reasons],
                "own": None if one.own is None else published(one.own),
                "evidence": [findings.evidence(shown, chronicle.entity) for shown in one.evidence],
                "related": list(one.related),
            }
            for one in found
        ]
    }


def judgements(chronicle: Chronicle) -> Json:
    """`{"judgements": […]}`."""
    return {"judgements": [findings.judgement(one) for one in chronicle.judgements()]}


def line(answer: Json) -> bytes:
    """The answer in UTF-8, with its line end."""
    return orjson.dumps(answer, option=orjson.OPT_APPEND_NEWLINE)


def _thing(chronicle: Chronicle, one: Explanation) -> Json:
    """The kind of a thing, and its object under that name."""
    match one.thing:
        case Happening() as thing:
            return {"kind": "happening", "happening": findings.happening(thing, chronicle.entity)}
        case Announcement() as thing:
            row = findings.announcement(thing, chronicle.entity)
            return {"kind": "announcement", "announcement": row}
        case Position() as thing:
            return {"kind": "position", "position": findings.position(thing, chronicle.entity)}
        case Conflict() as thing:
            return {"kind": "conflict", "conflict": findings.conflict(thing, chronicle.entity)}
        case Entity() as thing:
            return {"kind": "entity", "entity": whole(thing)}
        case Place() as thing:
            return {"kind": "story", "story": findings.place(thing)}


def _headline(chronicle: Chronicle, happening: str) -> Json:
    one = chronicle.happening(happening)
    return {"headline_ar": one.headline_ar, "headline_en": one.headline_en}
