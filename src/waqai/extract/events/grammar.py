"""The grammar's one public function: a story's tokens and what was found in them, its events out.

The run is read once, left to right. At a word that is a trigger in one of its forms its clause is
read for parties; then what governs it from before; then its day and place.
"""

from collections.abc import Sequence

from waqai.arabic.tokens import Tokens
from waqai.extract.events.arguments import arguments
from waqai.extract.events.belief import described, of_state, off_mission, peopled, possible, worded
from waqai.extract.events.context import complete, merged, modified
from waqai.extract.events.drafts import Draft
from waqai.extract.events.field import Field
from waqai.extract.events.forms import FINITE, Light, Reading, Shape
from waqai.extract.events.frames import Frame, Role
from waqai.extract.events.governors import govern, relate
from waqai.extract.events.laying import lay
from waqai.extract.events.memory import Memory
from waqai.extract.events.nouns import read_noun
from waqai.extract.events.people import spoken
from waqai.extract.events.reach import Governor
from waqai.extract.events.readings import readings
from waqai.extract.events.records import events_of
from waqai.extract.events.sectors import with_sectors
from waqai.extract.events.spacing import ahead
from waqai.extract.events.status import awaiting, negated, of_itself
from waqai.extract.events.subjects import before, slots
from waqai.extract.events.suffering import blamed, victims
from waqai.extract.events.verbs import read_participle, read_verb
from waqai.extract.events.voices import stands_as
from waqai.extract.events.words import listed
from waqai.model.events import Event, Status
from waqai.model.names import Entity, NameMention, QuantityMention
from waqai.model.statements import Statement
from waqai.model.times import TimeMention


def find_events(
    tokens: Tokens,
    entities: Sequence[Entity],
    names: Sequence[NameMention],
    times: Sequence[TimeMention],
    quantities: Sequence[QuantityMention],
    statements: Sequence[Statement],
) -> tuple[tuple[Entity, ...], tuple[Event, ...]]:
    """The events that `tokens`, one run over a story's blocks, tell, in order of their triggers.

    The entities come back with those parties added that no name covers ("مسلحون"); the events'
    indices count in that tuple, in `times`, `quantities` and `statements`. Offsets are code points
    of the page. Nothing is raised on any text.
    """
    field = lay(tokens, entities, names, times, quantities, statements)
    drafts = _drafts(field)
    events = sorted(events_of(field, drafts), key=lambda e: (e.cue.start, e.end))
    return with_sectors(field.entities), tuple(events)


def _drafts(field: Field) -> list[Draft]:
    memory = Memory(field)
    governors: dict[int, Governor] = {}
    drafts: list[Draft] = []
    speakers = _speakers(field)
    words = field.tokens.words
    i, n = 0, len(words)
    while i < n:
        if i in speakers:
            memory.subject(i, speakers[i])
        rows = readings(words[i])
        if not rows or _named(field, i):
            i += 1
            continue
        i = _read(memory, i, rows, governors, drafts)
    kept = [draft for draft in drafts if not draft.dropped and peopled(field, draft)]
    if kept and off_mission(field):
        kept = [draft for draft in kept if of_state(field, draft)]
    return merged(field, _told_once(kept))


def _told_once(drafts: list[Draft]) -> list[Draft]:
    """The drafts without proposals of a meeting that is told itself, as proposed."""
    asked = {draft.governor for draft in drafts if draft.status is Status.PROPOSED}
    return [d for d in drafts if d not in asked or d.frame.controls is not Role.BOTH]


def _read(
    memory: Memory,
    i: int,
    rows: tuple[Reading, ...],
    governors: dict[int, Governor],
    drafts: list[Draft],
) -> int:
    """Reads the word at token `i`; the token to go on from."""
    field = memory.field
    best: Draft | None = None
    end = i + 1
    for reading in rows:
        stop = i + 1 + len(reading.form.rest)
        if reading.form.rest and tuple(field.tokens.words[i + 1 : stop]) != reading.form.rest:
            continue
        of = reading.form.of
        if not isinstance(of, Frame):
            if stands_as(field, i, reading, rows):
                governors.setdefault(i, Governor(i, stop, reading))
                end = max(end, stop)
                _carry_on(memory, governors[i], reading, drafts)
            continue
        if not stands_as(field, i, reading, rows) or _other_voice(memory, i, stop, reading, rows):
            continue
        host = modified(field, i, reading, drafts)
        if host is None and not possible(field, reading, i, stop):
            continue  # as with most: such a word has other senses
        draft = _draft(memory, Draft(of, reading, i, stop, host=host), governors, drafts)
        if draft is not None and (best is None or _better(field, draft, best)):
            best = draft
    if best is None:
        _pass_over(memory, i, rows[0])
        return end
    if best.host is not None:
        best.host.absorb(best)
        return max(end, best.end)
    if i not in governors or best.frame.embeds is not None:
        governors[i] = Governor(i, best.end, best.reading, best)
    if _same(field, drafts, best):
        return max(end, best.end)
    drafts.append(best)
    memory.pair_up(best.at, best)
    return max(end, best.end)


def _carry_on(memory: Memory, verb: Governor, reading: Reading, drafts: list[Draft]) -> None:
    """Who acts by a verb that is no event may be meant by what follows; a light one tells more."""
    if reading.form.shape not in FINITE:
        return
    i, stop = verb.at, verb.end
    if isinstance(reading.form.of, Light):
        relate(memory, i, reading, drafts)
    _remember(memory, i, stop)


def _pass_over(memory: Memory, i: int, reading: Reading) -> None:
    """A verb that tells no event here has a subject all the same."""
    if reading.form.shape in FINITE and isinstance(reading.form.of, Frame):
        _remember(memory, i, i + 1)


def _remember(memory: Memory, i: int, stop: int) -> None:
    """Who acts by the verb at token `i` may be meant by what follows."""
    subject = before(memory, i)
    if not subject:
        for group in slots(list(arguments(memory, stop, memory.field.clause_end(stop - 1)))):
            if not group[0].preposition and group[0].entity is not None:
                subject = [a.entity for a in group if a.entity is not None]
                break
    for entity in subject:
        memory.subject(i, entity)


def _other_voice(
    memory: Memory, i: int, stop: int, reading: Reading, rows: tuple[Reading, ...]
) -> bool:
    """Whether a verb that is written alike in both voices stands in the other one here."""
    of, shape = reading.form.of, reading.form.shape
    if shape is Shape.PRESENT and any(r.form.shape is Shape.PASSIVE for r in rows):
        assert isinstance(of, Frame)
        return blamed(memory, Draft(of, reading, i, stop))
    other = _VOICES.get(shape)
    if other is None or not any(r.form.of is of and r.form.shape is other for r in rows):
        return False
    assert isinstance(of, Frame)
    passive = victims(memory, Draft(of, reading, i, stop))
    return passive is (shape is Shape.PAST)


_VOICES = {Shape.PAST: Shape.PASSIVE, Shape.PASSIVE: Shape.PAST}


def _draft(
    memory: Memory, draft: Draft, governors: dict[int, Governor], drafts: list[Draft]
) -> Draft | None:
    field = memory.field
    if negated(field, draft):
        return None
    shape = draft.reading.form.shape
    if shape in FINITE:
        read_verb(memory, draft)
    elif shape is Shape.PARTICIPLE:
        read_participle(memory, draft)
    else:
        read_noun(memory, draft)
    if draft.frame.spoken:
        if not _spoken(memory, draft):
            return None
    else:
        draft.status = of_itself(field, draft)
        govern(memory, draft, governors)
        if draft.status is Status.PLANNED and awaiting(field, draft):
            draft.status = Status.CONDITIONAL
        if draft.status is Status.HAPPENED and draft.frame.mutual and ahead(field, draft.at):
            draft.status = Status.PLANNED
    if draft.dropped or (draft.host is None and not worded(field, draft)):
        return None
    complete(memory, draft, drafts)
    return None if draft.dropped else draft


def _spoken(memory: Memory, draft: Draft) -> bool:
    """Gives the act to him who says so; whether somebody does."""
    speaker = memory.speaker(draft.at)
    if draft.reading.form.shape is Shape.PHRASE:
        for entity in before(memory, draft.at):
            draft.give(Role.RECIPIENT, entity, draft.at)
    if speaker is None or speaker in draft.parties or not draft.recipients:
        return False
    draft.give(Role.ACTOR, speaker, draft.at)
    return True


def _same(field: Field, drafts: list[Draft], new: Draft) -> bool:
    """Whether the noun tells what its verb has told ("رفع حالة التأهب"): it adds its parties."""
    if not drafts or new.reading.form.shape in FINITE:
        return False
    verb = drafts[-1]
    if verb.frame.kind != new.frame.kind or verb.reading.form.shape not in FINITE:
        return False
    if new.at >= verb.clause[1] or new.governor is not None:
        return False
    if new.reading.article and field.word(new.end) in listed("relatives"):
        return False  # "استهدفت الهجمات التي شنها"
    for mine, its in (
        (verb.actors, new.actors),
        (verb.recipients, new.recipients),
        (verb.both, new.both),
        (verb.places, new.places),
    ):
        for entity, at in its.items():
            mine.setdefault(entity, at)
    return True


def _better(field: Field, one: Draft, other: Draft) -> bool:
    """Of two frames for one word that which asks for more, and nearer, then for more parties."""
    return _weight(field, one) > _weight(field, other)


def _weight(field: Field, draft: Draft) -> tuple[int, bool, bool, int]:
    frame = draft.frame
    beside = bool(frame.needs) and described(field, draft)
    return len(draft.reading.form.rest), beside, bool(frame.needs), len(draft.parties)


def _speakers(field: Field) -> dict[int, int]:
    """The speaker of each statement by the token of its verb."""
    tokens = field.tokens
    starts = {start: k for k, start in enumerate(tokens.starts)}
    return {
        starts[said.cue.start]: said.speaker
        for said in field.statements
        if said.speaker is not None
        and said.cue.start in starts
        and tokens.words[starts[said.cue.start]] not in spoken("according")
    }


def _named(field: Field, i: int) -> bool:
    """Whether token `i` belongs to a name that is spelled like a trigger: "ليبرمان"."""
    return i in field.mention_at or i in field.in_name
