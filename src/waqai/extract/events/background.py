"""Violence that is only referred to: what the story tells stands before it or behind it."""

from waqai.arabic.letters import bare
from waqai.extract.events.drafts import Draft
from waqai.extract.events.field import Field
from waqai.extract.events.forms import FINITE, Light, Reading, Shape
from waqai.extract.events.frames import Frame, Role
from waqai.extract.events.readings import readings
from waqai.extract.events.status import is_day
from waqai.extract.events.words import clause_ends, listed, senses
from waqai.extract.statements.ground import COMMAS
from waqai.model.events import EventType, Status
from waqai.model.names import EntityKind
from waqai.model.times import CalendarDate, Era, Shift, TimeMention, Unit

#: Types in which a noun is told in passing likewise.
_SITED = {EventType.ASSAULT, EventType.PROTEST, EventType.COERCE, EventType.MOBILIZE}
_RELATED = {EventType.ASSAULT, EventType.PROTEST}
_WAGED = {"war", "battle"}
_LOSS = {"killing", "wounding", "destruction"}
_AUXILIARIES = 2  # between a relative pronoun and its verb: "الذي كان قد قتل"
_HEADS = 2  # between a preposition and the noun of violence: "بعد سلسلة هجمات"
_NEAR = 10
_TOLD = 4  # from a noun to the relative pronoun behind its adjectives
_LONG = 20  # tokens of a sentence
_THAT = {"ان", "بان", "الا"}
_CLAIM = 8
_STEPS, _JOINED = 5, 8  # words back to what refers to a deed


def background(field: Field, draft: Draft) -> bool:
    """Whether `draft` tells of violence in passing, as what is known or long past.

    A noun behind "بعد" or "حول", a verb in a relative clause, a year without a month: none of them
    is what the sentence tells. A day makes even such a clause tell something.
    """
    type, noun = draft.frame.type, draft.reading.form.shape not in FINITE
    if type not in _SITED or draft.host is not None:
        return False
    dated, old = _times(field, draft)
    before = _before(field, draft.at) if noun else ""
    if noun and (before in listed("negation", "nouns") or before in listed("background", "ends")):
        return True
    if before in listed("background", "about") and not dated:
        return not draft.carried
    told = draft.status in {Status.HAPPENED, Status.FAILED}
    if draft.carried and told and _carried_off(field, draft, dated=dated):
        return True
    if _standing(field, draft) or _habitual(field, draft) or _again(field, draft, dated=dated):
        return True
    return type is EventType.ASSAULT and _assault(field, draft, before, dated=dated, old=old)


def _assault(field: Field, draft: Draft, before: str, *, dated: bool, old: bool) -> bool:
    if _accident(field, draft):
        return True
    if draft.reading.form.shape in FINITE:
        return not dated and old and _since(field, draft)
    if _commented(field, draft):
        return True
    if draft.reading.pronoun == "ي":
        return True  # "استخدام هجومي"
    done = draft.carried and bool(draft.actors)
    past = before in listed("background", "after") and not draft.actors
    if not dated and (past or (old and not done)):
        return True
    if not dated and _led(field, draft.reading, draft.at, listed("background", "answers")):
        return True
    known = draft.reading.article or draft.reading.pronoun
    full = dated or draft.carried or draft.both or draft.places
    if draft.frame.kind in _WAGED and known and not full:
        return True  # "في معركتها ضد التنظيم"
    return _blamed(field, draft) or _tale(field, draft) or _answered(field, draft)


def referred(field: Field, reading: Reading, at: int, refers: frozenset[str]) -> bool:
    """Whether one of `refers` before the noun tells of a deed elsewhere: "التحقيق في اغتيال فلان".

    What و joins to a noun shares what leads it, be it spelled like a verb ("متهمون بالخطف وقتل").
    """
    noun = reading.form.shape not in FINITE or (
        reading.clitics == "و"
        and field.word(at - 1)[:1].isalpha()
        and any(r.form.shape is Shape.NOUN for r in readings(field.word(at)))
    )
    return noun and _led(field, reading, at, refers)


def _led(field: Field, reading: Reading, at: int, wanted: frozenset[str]) -> bool:
    """Whether one of `wanted` stands before the noun; a name or a time between is as one word."""
    steps = _JOINED if reading.clitics == "و" else _STEPS
    k, first = at - 1, field.begins[at]
    while k >= first and steps:
        begin = field.time_end.get(k + 1, k)
        mention = field.mention_end.get(k + 1)
        begin = begin if mention is None else mention.begin
        if begin == k:
            word = field.words[k]
            if not wanted.isdisjoint(senses(word)):
                return True
            if word in COMMAS or word in clause_ends() or field.finite(k):
                return False
        k, steps = max(begin, first) - 1, steps - 1
    return False


def suffered(field: Field, draft: Draft) -> bool:
    """Whether somebody is said to have suffered the attack: "تعرضها للهجوم"."""
    wanted = listed("background", "suffered")
    first = max(field.begins[draft.at], draft.at - 1 - _HEADS)
    if draft.frame.kind not in listed("background", "figurative"):
        return False
    return any(not wanted.isdisjoint(senses(field.word(k))) for k in range(first, draft.at))


def armed(field: Field, draft: Draft) -> bool:
    """Whether arms or victims stand near the trigger, and a day or a place: none need be named."""
    reading = draft.reading
    if draft.frame.type is not EventType.ASSAULT:
        return False
    if reading.article and not told_behind(field, draft):
        return False
    if reading.form.shape is Shape.PRESENT or not _near(field, draft, listed("background", "arms")):
        return False
    if reading.form.shape is Shape.NOUN:
        return bool(draft.places) or _times(field, draft)[0]
    times = range(field.begins[draft.at], field.stops[draft.end - 1])
    days = (field.times[field.time_at[k][1]] for k in times if k in field.time_at)
    return bool(draft.places) or not all(map(_yearly, days))


def violent(field: Field, draft: Draft) -> bool:
    """Whether the parties can be those of an attack with arms, and not of one in words.

    Two people, or a party and a person, attack each other in words unless a deed is told.
    """
    if draft.frame.kind not in listed("background", "figurative"):
        return True
    parties = [field.entities[party] for party in draft.parties]
    speaking = all(p.kind in {EntityKind.PERSON, EntityKind.ORGANISATION} for p in parties)
    bearing = any(map(field.armed, draft.parties))
    return not speaking or bearing or _near(field, draft, listed("background", "arms"))


def told_behind(field: Field, draft: Draft) -> bool:
    """Whether a relative clause goes on to tell of the noun: "الضربات التي نفذتها واشنطن"."""
    if draft.reading.form.shape is not Shape.NOUN:
        return False
    for k in range(draft.end, min(draft.end + _TOLD, field.stops[draft.at])):
        if field.word(k) in listed("relatives"):
            return any(_tells(r, draft) for r in readings(field.word(k + 1)))
        if not field.word(k)[:1].isalpha() or field.finite(k) or field.preposition(k):
            return False
    return False


def _tells(reading: Reading, draft: Draft) -> bool:
    """Whether the verb is one of making the attack, or itself one of attack."""
    of = reading.form.of
    if reading.form.shape not in FINITE:
        return False
    if isinstance(of, Light):
        return of.subject is Role.ACTOR and bool(reading.pronoun)
    return isinstance(of, Frame) and of.type is draft.frame.type


def _near(field: Field, draft: Draft, wanted: frozenset[str]) -> bool:
    first = max(field.begins[draft.at], draft.at - _NEAR)
    last = min(field.stops[draft.end - 1], draft.end + _NEAR)
    words = (*field.words[first : draft.at], *field.words[draft.end : last])
    return any(not wanted.isdisjoint(senses(word)) for word in words)


def _times(field: Field, draft: Draft) -> tuple[bool, bool]:
    """Whether a time of the clause is nearer than a year, and whether one is a mere year."""
    begin, end = min(draft.clause[0], draft.at), max(draft.clause[1], draft.end)
    times = [field.times[field.time_at[k][1]] for k in range(begin, end) if k in field.time_at]
    old = [_yearly(time) for time in times]
    return not all(old), any(old)


def _yearly(time: TimeMention) -> bool:
    """Whether the time is no nearer than a year: "عام 1989", "التسعينيات"."""
    of = time.reference
    if isinstance(of, CalendarDate):
        return of.month is None and of.day is None and of.weekday is None and of.week is None
    return isinstance(of, Era) or (isinstance(of, Shift) and of.unit is Unit.YEAR)


def _again(field: Field, draft: Draft, *, dated: bool) -> bool:
    """Whether the verb goes on with a noun: "الذي اغتيل عام 1989", "مدينة تسيطر عليها المعارضة"."""
    shape = draft.reading.form.shape
    if shape not in FINITE or draft.frame.type not in _RELATED:
        return False
    resumed = shape is Shape.PRESENT and field.word(draft.end) in listed("background", "resumed")
    return resumed or (not dated and _relative(field, draft.at))


def _relative(field: Field, at: int) -> bool:
    """Whether the verb at token `at` stands right behind a relative pronoun."""
    for k in range(at - 1, max(field.begins[at], at - 2 - _AUXILIARIES), -1):
        if field.word(k) in listed("relatives"):
            return True
        if field.word(k) not in listed("background", "auxiliaries"):
            return False
    return False


def _carried_off(field: Field, draft: Draft, *, dated: bool) -> bool:
    """Whether the light verb before the noun tells no deed of its own.

    That is so behind ل ("الضوء الأخضر للقيام بعمليات"), behind أن, and in a relative clause.
    """
    for k in range(draft.at - 1, max(field.begins[draft.at], draft.at - _NEAR) - 1, -1):
        light = [r for r in readings(field.word(k)) if isinstance(r.form.of, Light)]
        if not light or k in field.mention_at or k in field.in_name:
            continue
        shapes = {r.form.shape for r in light}
        if Shape.NOUN in shapes:
            return any(r.preposition == "ل" for r in light)
        if Shape.PRESENT in shapes and field.word(k - 1) in _THAT:
            return True
        return not (dated or draft.actors) and _relative(field, k)
    return False


def _since(field: Field, draft: Draft) -> bool:
    """Whether the clause counts what happened since a year: "خطف 12 صحافيا منذ عام 2004"."""
    return any(
        field.word(k - 1) == "منذ" for k in range(draft.at, draft.clause[1]) if k in field.time_at
    )


def _before(field: Field, at: int) -> str:
    """The word before the noun at token `at` and what only leads to it: "بعد سلسلة هجمات"."""
    k = at - 1
    while k >= at - _HEADS and not senses(field.word(k)).isdisjoint(listed("background", "heads")):
        k -= 1
    return field.word(k) if k >= field.begins[at] else ""


def _blamed(field: Field, draft: Draft) -> bool:
    """Whether somebody is held responsible for a deed told elsewhere, and claims it not."""
    blame, claims = listed("background", "blame"), listed("background", "claims")
    first = field.begins[draft.at]
    for k in range(draft.at - 1, max(first, draft.at - 1 - _HEADS) - 1, -1):
        if not blame.isdisjoint(senses(field.word(k))):
            words = range(max(first, k - _CLAIM), k)
            return not any(not claims.isdisjoint(senses(field.word(j))) for j in words)
    return False


def _answered(field: Field, draft: Draft) -> bool:
    """Whether somebody only answers to the deed, and it is not told who did it to whom."""
    told = draft.places or (draft.actors and draft.recipients) or told_behind(field, draft)
    return not told and _led(field, draft.reading, draft.at, listed("background", "reactions"))


def _commented(field: Field, draft: Draft) -> bool:
    """Whether a story that has no day speaks of violence, by a noun, on nobody's word.

    News says when a deed was done, or who tells of it; comment, in its long sentences, does not.
    """
    length = field.stops[draft.at] - field.begins[draft.at]
    if draft.carried and len(draft.parties) > 1:
        return False  # "اندلعت اشتباكات بين الجيش والمتمردين"
    if length < _LONG or any(map(is_day, field.times)):
        return False
    return field.statement(draft.at) is None


def _habitual(field: Field, draft: Draft) -> bool:
    """Whether it is done time and again: "تتعرض باستمرار للقصف"."""
    begin, end = min(draft.clause[0], draft.at), max(draft.clause[1], draft.end)
    return not listed("background", "habit").isdisjoint(field.words[begin:end])


def _standing(field: Field, draft: Draft) -> bool:
    """Whether the story, behind its headline, tells what somebody holds and has not just taken."""
    reading = draft.reading
    present = reading.form.shape is Shape.PRESENT and not reading.future
    if not present or field.begins[draft.at] == 0 or draft.governor is not None:
        return False
    return bare(draft.frame.lemma) in listed("background", "standing")


def _accident(field: Field, draft: Draft) -> bool:
    """Whether people died by no attack: "تحطم طائرة أسفر عن مقتل ركابها"."""
    around = field.words_around(draft.at)
    return (
        draft.frame.kind in _LOSS
        and not around.isdisjoint(listed("background", "accidents"))
        and around.isdisjoint(listed("background", "weapons"))
    )


def _tale(field: Field, draft: Draft) -> bool:
    """Whether the sentence speaks of a film or a novel, in which the deed is told."""
    return not field.words_around(draft.at).isdisjoint(listed("background", "tales"))
