"""What an event takes from those told around it."""

from waqai.extract.events.background import background
from waqai.extract.events.drafts import Draft
from waqai.extract.events.field import Field
from waqai.extract.events.forms import FINITE, Light, Reading, Shape
from waqai.extract.events.frames import Frame, Role
from waqai.extract.events.memory import Memory
from waqai.extract.events.readings import readings
from waqai.extract.events.roles import acting
from waqai.extract.events.words import listed
from waqai.model.events import EventType, Status
from waqai.model.names import NameForm

#: Kinds that tell of an attack by what it cost.
_COST = {"killing", "wounding"}
_ADJECTIVES = 4
_SIDES = 2


def complete(memory: Memory, draft: Draft, drafts: list[Draft]) -> None:
    """What a noun leaves unsaid: who meets, and whether it is only meant to happen."""
    field, reading = memory.field, draft.reading
    purpose = reading.preposition == "ل" and draft.frame.genitive is Role.THEME  # "لمناقشة"
    example = reading.preposition == "ك" and reading.form.shape is Shape.NOUN  # "كرفع العقوبات"
    aside = example or (purpose and not draft.carried)
    if aside or _background(field, draft) or background(field, draft):
        draft.dropped = True
        return
    visit = _visit(field, draft, drafts)
    if visit is not None:
        visit.absorb(draft)
        draft.dropped = True
        return
    if _subjunctive(field, draft) or _meant(draft):
        draft.dropped = True
    if reading.form.shape in FINITE or draft.governor is not None or draft.operator is not None:
        return
    before = field.preposition(draft.at - 1)
    word = before[0] if before is not None else ""
    adjunct = word in listed("themes") or word == "في"
    host = _host(field, draft, drafts)
    if host is not None and not draft.carried and host.frame.object is Role.THEME:
        draft.dropped = draft.frame.type is not EventType.CONSULT  # what they spoke of
    running = memory.running(draft.at, None)
    if draft.frame.mutual and len(draft.parties) < 2 and running is not None:
        told = happening(field, draft.clause[1])
        meeting = host is not None and host.frame.mutual and running in host.parties
        if adjunct and not told and host is not None and meeting:
            draft.dropped = True  # "التقى فلانا في مؤتمر في ميونيخ"
            host.places.update(draft.places)
        elif (adjunct or reading.preposition == "ل") and draft.parties:
            draft.give(Role.ACTOR, acting(field, running), draft.at)
    if adjunct and reading.pronoun and not draft.recipients and not draft.places:
        draft.dropped = True  # "خلال زيارته"
    named = reading.article and any(at >= draft.end for at in draft.actors.values())
    led = word == "الي" and not _caused(field, draft)
    if (reading.preposition == "ل" or led) and not (draft.carried or named):
        if draft.frame.mutual and len(draft.parties) > 1:
            draft.status = Status.PLANNED
        else:
            draft.dropped = True


def _caused(field: Field, draft: Draft) -> bool:
    """Whether the sentence says far before the noun what led to it: "أدت الغارات، …، إلى مقتل"."""
    return draft.frame.kind in _COST and any(
        isinstance(of := r.form.of, Light) and of.subject is Role.NONE and "الي" in of.prepositions
        for k in range(field.begins[draft.at], draft.at)
        for r in readings(field.word(k))
    )


def _subjunctive(field: Field, draft: Draft) -> bool:
    """Whether the verb stands behind أن and nothing tells what becomes of it: a mere thought."""
    ungoverned = draft.governor is None and draft.operator is None
    behind = field.word(draft.at - 1) in {"ان", "بان", "الا"}
    before = field.word(draft.at - 2) in {"قبل", "بعد", "منذ", "الي", "حتي"}
    present = draft.reading.form.shape is Shape.PRESENT and not draft.reading.future
    return ungoverned and behind and present and not before


def _visit(field: Field, draft: Draft, drafts: list[Draft]) -> Draft | None:
    """The visit whose purpose the verb tells: "يتوجه إلى بغداد ليبحث مع نظيره"."""
    reading, last = draft.reading, drafts[-1] if drafts else None
    purpose = reading.form.shape is Shape.PRESENT and reading.preposition == "ل"
    if not purpose or last is None or last.at < field.begins[draft.at]:
        return None
    goes = last.frame.brings.get("الي") is Role.GOAL and draft.frame.type is last.frame.type
    return last if goes and last.reading.form.shape in FINITE else None


def happening(field: Field, k: int) -> bool:
    """Whether at token `k` a verb begins that tells when the noun before it happened: "جرت"."""
    return any(isinstance(r.form.of, Light) and r.form.of.happens for r in readings(field.word(k)))


def _background(field: Field, draft: Draft) -> bool:
    """Whether "الحرب" only stands behind what is told: no day of its own, no two sides."""
    named = [p for p in draft.parties if not field.entities[p].id.startswith("phrase:")]
    return (
        draft.frame.kind == "war"
        and draft.reading.form.shape is Shape.NOUN
        and (draft.reading.article or draft.governor is None)
        and not draft.carried
        and len(named) < _SIDES
        and not any(k in field.time_at for k in range(*draft.clause))
    )


def _meant(draft: Draft) -> bool:
    """Whether the verb only tells to what end something was done: "ليضغط على"."""
    reading = draft.reading
    return (
        reading.form.shape is Shape.PRESENT
        and reading.preposition == "ل"
        and draft.governor is None
        and draft.operator is None
        and draft.frame.type is not EventType.CONSULT
    )


def _host(field: Field, draft: Draft, drafts: list[Draft]) -> Draft | None:
    """The event told by the verb of the clause that the noun stands in."""
    for other in reversed(drafts):
        if other.at < field.begins[draft.at]:
            return None
        if other.reading.form.shape in FINITE and draft.at < other.clause[1]:
            return other
    return None


def modified(field: Field, i: int, verb: Reading, drafts: list[Draft]) -> Draft | None:
    """The noun that the verb at token `i` tells more of: "هجوم استهدف", "الغارات التي قتلت"."""
    noun = drafts[-1] if drafts else None
    if noun is None or noun.reading.form.shape is not Shape.NOUN or noun.at < field.begins[i]:
        return None
    of = verb.form.of
    if not isinstance(of, Frame) or of.type is not noun.frame.type:
        return None
    if verb.form.shape not in FINITE:
        return None
    relative = field.word(i - 1) in listed("relatives")
    if relative is not noun.reading.article or verb.clitics:
        return None
    k, last = noun.end, i - relative
    while k < last:
        mention = field.mention_at.get(k)
        adjective = mention is None or mention.form is NameForm.DEMONYM
        if not adjective or field.preposition(k) or not field.word(k)[:1].isalpha():
            return None
        k = k + 1 if mention is None else mention.end
    return noun if last - noun.end <= _ADJECTIVES else None


def merged(field: Field, drafts: list[Draft]) -> list[Draft]:
    """The drafts, those that tell what an attack cost made one with the attack itself."""
    kept: list[Draft] = []
    told: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.frame.type is EventType.ASSAULT:
            told.setdefault(field.begins[draft.at], []).append(draft)
    for draft in drafts:
        cost = draft.frame.kind in _COST and not draft.actors and draft.status is Status.HAPPENED
        attacks = [
            other
            for other in told.get(field.begins[draft.at], ())
            if other is not draft
            and other.status is Status.HAPPENED
            and (other.frame.kind not in _COST or other.actors or other in kept)
        ]
        if not cost or not attacks:
            kept.append(draft)
            continue
        attack = min(attacks, key=lambda other: abs(other.at - draft.at))
        attack.absorb(draft)
        attack.cost.append(draft)
    return kept
