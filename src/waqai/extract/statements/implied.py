"""Who speaks where nobody is named: the sentence's speaker or subject, or who has the floor."""

from waqai.extract.statements.morphology import Form
from waqai.extract.statements.reading import Reading
from waqai.extract.statements.speakers import Subject, main_subject
from waqai.extract.statements.vocabulary import Cue
from waqai.model.names import EntityKind


def implied_speaker(reading: Reading, i: int, cue: Cue) -> int | None:
    """Who speaks where nobody is named: the sentence's speaker, its subject, or the last one."""
    ground = reading.ground
    begin = ground.begins[i]
    here = [d for d in reading.drafts if begin <= d.first < i and d.after and d.speaker is not None]
    outer = [d for d in here if not (d.direct and d.opener.at <= i < d.end)]
    if cue.form is Form.PARTICIPLE:
        direct = ground.name_end.get(i)
        if direct is not None and not direct.clitic and direct.kind is EntityKind.PERSON:
            return direct.entity
    if outer:
        top = [d for d in outer if d.parent is None] or outer
        return top[-1].speaker
    topic = _topic(reading, begin) if i == begin and cue.clitics else None
    if topic is not None:
        return topic
    opening = i == begin or (ground.phrase(begin, "words", "invisible") == i)
    last = reading.floor.last
    if opening or cue.saying.continues:
        return reading.floor.running(cue)
    quote = ground.inside.get(i)
    within = quote is not None and cue.form is Form.NOUN and begin <= quote.open
    subject = main_subject(ground, quote.open + 1 if quote is not None and within else begin, i)
    vague = subject is not None and subject.named is None and not _definite(reading, subject)
    if subject is not None and not (vague and cue.saying.answers and last is not None):
        return reading.floor.entity_of(subject)
    return reading.floor.running(cue) if last is not None else None


def _definite(reading: Reading, subject: Subject) -> bool:
    return reading.ground.word(subject.begin).startswith("ال")


def _topic(reading: Reading, begin: int) -> int | None:
    """Whom the sentence before was about, where nobody spoke in it: "اعتذر فلان. وقال …"."""
    ground = reading.ground
    stop = begin - 1
    while stop > 0 and ground.begins[stop - 1] == stop:
        stop -= 1
    first = ground.begins[max(stop - 1, 0)]
    if stop <= 0 or any(first <= d.first < begin for d in reading.drafts):
        return None
    subject = main_subject(ground, first, min(first + 12, stop))
    if subject is None or subject.named is None or subject.named.kind is not EntityKind.PERSON:
        return None
    return reading.floor.entity_of(subject)
