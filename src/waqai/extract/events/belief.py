"""Whether what a trigger seems to tell is an event."""

from collections import Counter
from functools import lru_cache

from waqai.arabic.letters import bare
from waqai.extract.events.background import armed, referred, suffered, violent
from waqai.extract.events.drafts import Draft
from waqai.extract.events.field import Field
from waqai.extract.events.forms import FINITE, Reading, Shape
from waqai.extract.events.frames import Frame
from waqai.extract.events.sectors import sector_of
from waqai.extract.events.words import listed, senses
from waqai.knowledge import load
from waqai.model.events import EventType, Status
from waqai.model.names import Entity, EntityKind

#: Types in which a place alone, or those who suffered, make an event: nobody need be named.
_SITED = {EventType.ASSAULT, EventType.PROTEST, EventType.COERCE, EventType.MOBILIZE}
#: In `needs`: a known place will do.
PLACED = "@place"
_UNREAL = {Status.PROPOSED, Status.CONDITIONAL}
_DONE = {Status.HAPPENED, Status.FAILED}
_BESIDE, _BEFORE, _DESCRIBED = 7, 3, 2
#: Words of one field that make a story off the mission, at least; the share of all its words that
#: must be so, by how many different ones there are.
_OFF_WORDS, _OFF_LEAST, _OFF_SHARE = 3, 0.02, {1: 1.0, 2: 0.028}
_UNNAMED = ("group:", "phrase:", "unnamed:")
_STATE = {"GOV", "MIL", "REB", "IGO", "COP"}


def worded(field: Field, draft: Draft) -> bool:
    """Whether the words that the frame asks for stand in the trigger's clause."""
    needs = draft.frame.needs
    if not needs or (PLACED in needs and _known_place(field, draft)):
        return True
    return _within(field, *_clause(draft), needs, (draft.at, draft.end))


def possible(field: Field, reading: Reading, at: int, end: int) -> bool:
    """Whether the trigger in tokens `[at, end)` may be meant at all, before its clause is read.

    None of the words stands by that its frame forbids, and one is there of those that it asks for.
    """
    frame = reading.form.of
    assert isinstance(frame, Frame)
    if frame.needs and PLACED not in frame.needs and not frame.phrased:
        around = field.words_around(at)
        if around.isdisjoint(frame.needs):
            return False
    if frame.refers and referred(field, reading, at, frame.refers):
        return False
    if not frame.unless:
        return True
    first = max(at - _BEFORE, field.begins[at])
    last = min(end + _BESIDE, field.stops[end - 1])
    return not _within(field, first, last, frame.unless, (at, end))


def off_mission(field: Field) -> bool:
    """Whether the story is of sport, shows, the weather or the bourse: their fights are no events.

    So it is where many of its words are of one such field.
    """
    words = field.tokens.words
    found = [(of, word) for word in words if senses(word) for of in _fields_of(word)]
    told, kinds = Counter(of for of, _ in found), Counter(of for of, _ in set(found))
    return any(
        told[of] >= _OFF_WORDS and told[of] > _OFF_SHARE.get(kinds[of], _OFF_LEAST) * len(words)
        for of in told
    )


@lru_cache(maxsize=1 << 16)
def _fields_of(word: str) -> tuple[str, ...]:
    """The fields off the mission that a word speaks of."""
    fields: dict[str, list[str]] = load("events", examples=False)["off"]
    return tuple(of for of in fields if not senses(word).isdisjoint(listed("off", of)))


def of_state(field: Field, draft: Draft) -> bool:
    """Whether a named body or person of a state, an army or an armed group takes part.

    Else two countries must face each other. A ministry of health or of schools acts for no state.
    """
    parties = (field.entities[party] for party in draft.parties)
    named = (party for party in parties if not party.id.startswith(_UNNAMED))
    if any(
        party.kind is not EntityKind.COUNTRY and sector_of(party) in _STATE and not _civil(party)
        for party in named
    ):
        return True
    sides = (draft.actors, draft.recipients, draft.both)
    states = [{p for p in side if field.entities[p].kind is EntityKind.COUNTRY} for side in sides]
    return bool(states[0] and states[1] - states[0]) or len(states[2]) > 1


def _civil(party: Entity) -> bool:
    """Whether the party is a ministry, or who leads one, of health, of schools or the like."""
    words = frozenset[str]().union(*map(senses, bare(party.name).split()))
    return not words.isdisjoint(listed("civil"))


def described(field: Field, draft: Draft) -> bool:
    """Whether what the frame asks for stands right behind the trigger: "هجوم صاروخي"."""
    return _within(
        field, draft.end, draft.end + _DESCRIBED, draft.frame.needs, (draft.at, draft.end)
    )


def _known_place(field: Field, draft: Draft) -> bool:
    """Whether a place that the knowledge has is named as the event's."""
    return any(field.entities[place].latitude is not None for place in draft.places)


def peopled(field: Field, draft: Draft) -> bool:
    """Whether those take part without whom it would be no event worth telling.

    What is only wished for or possible needs two parties, or one and a place; so does a mutual act
    unless somebody means to do it. A place alone is enough for violence and its like.
    """
    named = [p for p in draft.parties if not field.entities[p].id.startswith("phrase:")]
    parties, placed = len(draft.parties) if named else 0, bool(draft.places)
    if draft.status in _DONE and armed(field, draft):
        return True
    if not draft.frame.sure:
        acting = bool(draft.actors or draft.both)
        turned = draft.operator is not None and parties > 0  # "أحبط هجوما"
        if draft.frame.type is EventType.ASSAULT and (parties > 0 or placed):
            told = suffered(field, draft) or (acting and (parties > 1 or placed))
            return turned or (told and violent(field, draft))
        return turned or (acting and (parties > 1 or placed))
    if draft.status in _UNREAL and not draft.actors and not draft.both:
        return False
    bare = draft.reading.form.shape is Shape.NOUN and not draft.carried
    if bare and draft.frame.type is EventType.THREATEN and draft.governor is None:
        return parties > 1  # "تهديد للأمن الأوروبي"
    thought = draft.status in _UNREAL and draft.reading.form.shape not in FINITE
    if thought or (draft.frame.mutual and draft.status in _DONE):
        return parties > 1 or (parties == 1 and placed)
    return parties > 0 or (placed and draft.frame.type in _SITED)


def _clause(draft: Draft) -> tuple[int, int]:
    return min(draft.clause[0], draft.at), max(draft.clause[1], draft.end)


def _within(
    field: Field, begin: int, end: int, wanted: frozenset[str], trigger: tuple[int, int]
) -> bool:
    """Whether one of `wanted` stands in tokens `[begin, end)` beside the trigger, in any form."""
    words = field.tokens.words
    phrases = _phrases(wanted)
    for k in range(max(begin, 0), min(end, len(words))):
        if trigger[0] <= k < trigger[1]:
            continue
        if not wanted.isdisjoint(senses(words[k])):
            return True
        if phrases and any(words[k : k + len(phrase)] == phrase for phrase in phrases):
            return True
    return False


@lru_cache(maxsize=1 << 12)
def _phrases(wanted: frozenset[str]) -> list[list[str]]:
    """Those of `wanted` that are more than one word, in their words."""
    return [want.split() for want in wanted if " " in want]
