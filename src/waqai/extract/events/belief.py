"""Whether what a trigger seems to tell is an event."""

from waqai.extract.events.drafts import Draft
from waqai.extract.events.field import Field
from waqai.extract.events.forms import FINITE, Shape
from waqai.extract.events.sectors import sector_of
from waqai.extract.events.words import bases, listed
from waqai.model.events import EventType, Status
from waqai.model.names import EntityKind

#: Types in which a place alone, or those who suffered, make an event: nobody need be named.
_SITED = {EventType.ASSAULT, EventType.PROTEST, EventType.COERCE, EventType.MOBILIZE}
#: In `needs`: a known place will do.
PLACED = "@place"
_UNREAL = {Status.PROPOSED, Status.CONDITIONAL}
_DONE = {Status.HAPPENED, Status.FAILED}
_BESIDE, _BEFORE, _DESCRIBED = 7, 3, 2
_OFF_WORDS, _OFF_SHARE = 3, 0.02
_STATE = {"GOV", "MIL", "REB", "IGO", "COP"}


def worded(field: Field, draft: Draft) -> bool:
    """Whether the words that the frame asks for stand in the trigger's clause."""
    needs = draft.frame.needs
    if not needs or (PLACED in needs and _known_place(field, draft)):
        return True
    return _within(field, *_clause(draft), needs, draft)


def possible(field: Field, draft: Draft) -> bool:
    """Whether the frame may be meant at all, by the words of the sentence, before it is read.

    None stands by that it forbids, and one is there of those that it asks for.
    """
    frame = draft.frame
    if frame.needs and PLACED not in frame.needs and not frame.phrased:
        around = field.words_around(draft.at)
        if around.isdisjoint(frame.needs):
            return False
    first, last = field.begins[draft.at], field.stops[draft.end - 1]
    before = max(draft.at - _BEFORE, first)
    noun = draft.reading.form.shape not in FINITE
    if noun and frame.refers and _within(field, before, draft.at, frame.refers, draft):
        return False  # "التحقيق في اغتيال فلان" tells of no new deed
    beside = (before, min(draft.end + _BESIDE, last))
    return not (frame.unless and _within(field, *beside, frame.unless, draft))


def off_mission(field: Field) -> bool:
    """Whether the story is of sport, shows or cooking: their fights and meetings are no events."""
    wanted = listed("off")
    found = sum(not wanted.isdisjoint(bases(word)) for word in field.tokens.words)
    return found >= _OFF_WORDS and found > _OFF_SHARE * len(field.tokens.words)


def of_state(field: Field, draft: Draft) -> bool:
    """Whether somebody who acts for a state, an army or an armed group takes part."""
    parties = (field.entities[party] for party in draft.parties)
    return any(
        party.kind is not EntityKind.COUNTRY and sector_of(party) in _STATE for party in parties
    )


def described(field: Field, draft: Draft) -> bool:
    """Whether what the frame asks for stands right behind the trigger: "هجوم صاروخي"."""
    return _within(field, draft.end, draft.end + _DESCRIBED, draft.frame.needs, draft)


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
    if not draft.frame.sure:
        acting = bool(draft.actors or draft.both)
        turned = draft.operator is not None and parties > 0  # "أحبط هجوما"
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


def _within(field: Field, begin: int, end: int, wanted: frozenset[str], draft: Draft) -> bool:
    """Whether one of `wanted` stands in tokens `[begin, end)`, in whichever form."""
    words = field.tokens.words
    phrases = [want.split() for want in wanted if " " in want]
    for k in range(max(begin, 0), min(end, len(words))):
        if draft.at <= k < draft.end:
            continue
        if not wanted.isdisjoint(bases(words[k])):
            return True
        if any(words[k : k + len(phrase)] == phrase for phrase in phrases):
            return True
    return False
