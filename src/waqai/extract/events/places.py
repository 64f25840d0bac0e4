"""Where an event happened: the places of its clause, what it befell, where its sentence opens."""

from waqai.extract.events.drafts import Draft
from waqai.extract.events.field import Field
from waqai.extract.events.forms import FINITE
from waqai.extract.events.words import event_times, listed
from waqai.model.events import EventType, Status
from waqai.model.names import EntityKind

_BEFALLING = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.PROTEST, EventType.MOBILIZE})
_TOWNS = frozenset({"city", "capital"})
_SITED = frozenset({"في", "وفي"})
_DONE = frozenset({Status.HAPPENED, Status.FAILED})
_NEAR = 4  # tokens from "قرب" to the name
_OPENING = 3  # tokens from "وفي بلدة" to the name


def place_of(field: Field, draft: Draft) -> int | None:
    """The place of the event, by its entity.

    Of several places behind the trigger that is the first on the map, of a meeting the town rather
    than the hall; where none is named it is the place that was struck, or that the sentence opens
    with.
    """
    named = _behind(draft) or list(draft.places)
    if not named:
        found = (_within, _struck, _opening, _beside)
        return next((place for find in found if (place := find(field, draft)) is not None), None)
    towns = [e for e in named if field.entities[e].kind is EntityKind.PLACE]
    known = [e for e in towns if field.entities[e].latitude is not None]
    first = (known or towns or named)[0]
    if draft.frame.type in _BEFALLING or field.sort(first) in _TOWNS:
        return first
    within = _within(field, draft)
    return within if within is not None and field.sort(within) in _TOWNS else first


def _behind(draft: Draft) -> list[int]:
    return [entity for entity, at in draft.places.items() if at >= draft.at]


def _within(field: Field, draft: Draft) -> int | None:
    """The place behind a noun with ب: "بمنطقة عفرين", "بالعاصمة بكين"."""
    for k in range(draft.end, draft.clause[1]):
        mention = field.mention_at.get(k)
        if mention is None or mention.kind is not EntityKind.PLACE or mention.clitics:
            continue
        word = field.word(k - 1)
        if word.startswith("ب") and word[1:] in listed("places", "heads"):
            return mention.entity
    return None


def _beside(field: Field, draft: Draft) -> int | None:
    """The place that a word of place or ب leads to: "بفلوريدا", "شمال غزة", "المؤدية إلى عفرين"."""
    if draft.frame.type not in _BEFALLING or draft.status not in _DONE:
        return None
    leads = listed("sited") | event_times("leading")
    for k in range(draft.end, draft.clause[1]):
        mention = field.mention_at.get(k)
        if mention is None or mention.kind is not EntityKind.PLACE:
            continue
        if mention.entity in draft.actors:
            continue
        by = mention.clitics == "ب" or (not mention.clitics and field.word(k - 1) in leads)
        far = {field.word(j) for j in range(max(draft.end, k - _NEAR), k)}
        if by or not far.isdisjoint(event_times("leading")):
            return mention.entity
    return None


def _struck(field: Field, draft: Draft) -> int | None:
    """The town or site that the act befell."""
    if draft.frame.type not in _BEFALLING:
        return None
    for party in draft.recipients:
        if field.entities[party].kind is EntityKind.PLACE:
            return party
    return None


def _opening(field: Field, draft: Draft) -> int | None:
    """Where the sentence opens: "خلال المحادثات في إسطنبول، طلب …", "وفي حلب … القصف"."""
    first = field.begins[draft.at]
    if draft.status is not Status.HAPPENED:
        return None
    if field.word(first).removeprefix("و") in event_times("witness"):
        return _first(field, first + 1, draft.at, frozenset())
    if field.preposition(first) is None:
        return None
    if draft.reading.form.shape not in FINITE:
        last = min(draft.at, first + _OPENING)
        return _first(field, first + 1, last, _SITED | listed("places", "heads"))
    for k in range(draft.at - 1, first, -1):
        mention = field.mention_at.get(k)
        if mention is not None and mention.kind is EntityKind.PLACE and field.word(k - 1) == "في":
            return mention.entity
    return None


def _first(field: Field, begin: int, end: int, behind: frozenset[str]) -> int | None:
    """The first place named in tokens `[begin, end)`, behind one of these words where given."""
    for k in range(begin, end):
        mention = field.mention_at.get(k)
        named = mention is not None and mention.kind is EntityKind.PLACE
        if mention is not None and named and (not behind or field.word(k - 1) in behind):
            return mention.entity
    return None
