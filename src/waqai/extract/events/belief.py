"""Whether what a trigger seems to tell is an event."""

from functools import lru_cache

from waqai.arabic.clitics import proclitics
from waqai.extract.events.drafts import Draft
from waqai.extract.events.field import Field
from waqai.extract.events.forms import FINITE
from waqai.model.events import EventType, Status

#: Types in which a place alone, or those who suffered, make an event: nobody need be named.
_SITED = {EventType.ASSAULT, EventType.PROTEST, EventType.COERCE, EventType.MOBILIZE}
#: In `needs`: a known place will do.
PLACED = "@place"
_UNREAL = {Status.PROPOSED, Status.CONDITIONAL}
_BESIDE, _BEFORE = 7, 3
_ENDINGS = (
    "ا", "ه", "ها", "هم", "ين", "ون", "ان", "يه", "ي", "ته", "تها",
    "اتها", "اته", "تين", "تان", "تهم", "هما", "اتهم", "ات",
)  # fmt: skip


def worded(field: Field, draft: Draft) -> bool:
    """Whether the words that the frame asks for stand by the trigger, and none that it forbids."""
    frame = draft.frame
    if frame.needs and not (
        (PLACED in frame.needs and _known_place(field, draft))
        or _within(field, *_clause(draft), frame.needs, draft)
    ):
        return False
    beside = (draft.at - _BEFORE, draft.end + _BESIDE)
    return not (frame.unless and _within(field, *beside, frame.unless, draft))


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
        return acting and (parties > 1 or placed)
    if draft.status in _UNREAL and not draft.actors and not draft.both:
        return False
    thought = draft.status in _UNREAL and draft.reading.form.shape not in FINITE
    if thought or (draft.frame.mutual and draft.status is Status.HAPPENED):
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


@lru_cache(maxsize=1 << 16)
def bases(word: str) -> frozenset[str]:
    """What the folded `word` may be a form of: without clitics, article, endings and pronouns.

    >>> "صفقه" in bases("وصفقتها"), "هدف" in bases("الأهداف")
    (True, False)
    """
    rest = word[proclitics(word) :]
    found = {word, rest, word.removeprefix("ال"), rest.removeprefix("ال")}
    for form in tuple(found):
        for ending in _ENDINGS:
            if form.endswith(ending) and len(form) - len(ending) > 2:
                stem = form[: -len(ending)]
                found |= {stem, stem + "ه"}
    return frozenset(found)
