"""Sources that stand beside what is said: "بحسب مصادر", "نقلت وكالة عن فلان قوله"."""

from waqai.extract.statements.drafts import Draft
from waqai.extract.statements.ground import COMMAS, Ground
from waqai.extract.statements.morphology import Form
from waqai.extract.statements.noun_phrases import noun_phrase
from waqai.extract.statements.openers import Opener, Strength, find_opener
from waqai.extract.statements.reading import Reading, finite_cue, give_end, keep
from waqai.extract.statements.speakers import Subject, subject_at, subject_before
from waqai.extract.statements.subjects import copula_subject
from waqai.extract.statements.vocabulary import Cue, Saying, cues, heads, listed
from waqai.model.statements import SpeechAct

#: How far behind the verb the one reported, and then what he said, may stand.
_REACH = 16


def read_report(reading: Reading, i: int, end: int, cue: Cue) -> int:
    """ "نقلت وكالة كذا عن فلان قوله": the speaker, through the carrier. The token to go on from."""
    ground = reading.ground
    carrier, at = _carrier(reading, i, end, cue)
    behind_carrier, at = at, _marker(reading, at)
    if at < 0:
        return _told_by_carrier(reading, i, end, cue, carrier, behind_carrier)
    if ground.word(at) in listed("words", "of_him"):
        speaker, behind = reading.floor.running(None), at + 1
    else:
        subject = subject_at(ground, at + 1)
        if subject is None:
            return i
        speaker, behind = reading.floor.entity_of(subject), subject.end
    behind = _past_reporter(reading, behind)
    opener = find_opener(ground, behind, cue)
    if opener is None or speaker is None:
        return i
    draft = Draft(cue, i, end, speaker, opener, 0, named=True, gap=(end, opener.mark))
    entity = reading.floor.entity_of(carrier) if carrier is not None else None
    if entity is not None and entity != speaker:
        draft.via.append(entity)
    keep(reading, draft)
    return behind


def _told_by_carrier(
    reading: Reading, i: int, end: int, cue: Cue, carrier: Subject | None, at: int
) -> int:
    """ "نقل التلفزيون: "…"": what nobody is named for is the carrier's own."""
    if carrier is None or not carrier.sure or carrier.begin < i:
        return i
    entity = reading.floor.entity_of(carrier)
    opener = find_opener(reading.ground, at, cue)
    if entity is None or opener is None or opener.strength < Strength.COLON:
        return i
    keep(reading, Draft(cue, i, end, entity, opener, 0, named=True, gap=(end, opener.mark)))
    return carrier.end


def _carrier(reading: Reading, i: int, end: int, cue: Cue) -> tuple[Subject | None, int]:
    """Who reports, behind or before the verb, and the token from which عن may stand."""
    ground = reading.ground
    at = end - 1 if cue.rest else ground.past_fillers(end)
    found = None
    if ground.word(at) not in listed("words", "of") | listed("words", "of_him"):
        found = subject_at(ground, at)
        at = found.end if found is not None else at
    if found is None and not cue.clitics:
        found = copula_subject(reading, i) or subject_before(ground, i)
    return found, at


def _marker(reading: Reading, at: int) -> int:
    """The token عن or عنه that tells who is reported; -1 where there is none."""
    ground = reading.ground
    words = listed("words", "of") | listed("words", "of_him")
    for k in range(at, min(at + _REACH, len(ground.tokens))):
        if ground.word(k) in words:
            return k
        if ground.word(k) == ":" or ground.ends_sentence(k):
            break
    return -1


def _past_reporter(reading: Reading, behind: int) -> int:
    """The token behind قوله or تأكيده, where it stands before what is said."""
    ground = reading.ground
    for k in range(behind, min(behind + _REACH, len(ground.tokens))):
        if ground.word(k) in listed("words", "reporters"):
            return k + 1
        if ground.word(k) in {":", "ان"} or k in ground.opened or ground.ends_sentence(k):
            break
    return behind


def read_carrier(reading: Reading, i: int, end: int) -> int:
    """ "بحسب ما نقلت عنه وكالة كذا": who carried what is said. The token to go on from."""
    subject = subject_at(reading.ground, reading.ground.past_fillers(end))
    if subject is None or not subject.sure:
        return i
    entity = reading.floor.entity_of(subject)
    if entity is not None:
        _attach(reading, i, end, subject, entity)
    return subject.end


def read_attribution(reading: Reading, i: int, end: int, saying: Saying) -> int:
    """ "بحسب مصادر", "وفق ما أعلن فلان", "كما أفاد فلان"."""
    ground, kind = reading.ground, saying.kind
    if saying.strong and i != ground.begins[i] and ground.word(i - 1) not in COMMAS:
        return i
    at = end
    if kind != "attribution":
        at = _attributing_verb(reading, at)
        if at == end or (kind == "attribution_كما" and _says_itself(reading, i, end)):
            return i
    found = subject_at(ground, at)
    if kind == "attribution_كما" and found is not None and not _closes(reading, found.end):
        return i
    if found is None and kind == "attribution" and ground.word(at).startswith("ل"):
        found = _behind_clitic(reading, at)
    if found is None or not (found.sure or ground.word(at)[1:] in heads()):
        return i
    entity = reading.floor.entity_of(found)
    if entity is None:
        return i
    _attach(reading, i, at, found, entity)
    return found.end


def _says_itself(reading: Reading, i: int, end: int) -> bool:
    """Whether كما only joins the verb at `end` ("كما قال فلان، وزير كذا، إن", "كما أدان فلان")."""
    ground = reading.ground
    rows = [c for c in (cues().get(ground.word(end)) or ()) if c.saying.kind == "verb"]
    if not any(c.saying.act is SpeechAct.ASSERT for c in rows):
        return bool(rows)
    if i != ground.begins[i]:
        return False
    openers = [find_opener(ground, end + 1, c) for c in rows]
    return any(o is not None and o.strength >= Strength.COMPLEMENT for o in openers)


def _closes(reading: Reading, k: int) -> bool:
    word = reading.ground.word(reading.ground.past_fillers(k))
    return not word or word in COMMAS | {".", "\n", "؟", "!", ")"} | listed("words", "quoting")


def _behind_clitic(reading: Reading, at: int) -> Subject | None:
    """ "وفقا لوزارة كذا": the source with ل written before it."""
    ground = reading.ground
    named = ground.name_at.get(at)
    if named is not None:
        return Subject(at, named.end, named, True)
    word = ground.word(at)
    bare_word = "ال" + word[2:] if word.startswith("لل") else word[1:]
    if bare_word not in heads():
        return None
    stop = max(noun_phrase(ground, at + 1), at + 1)
    carrier = bare_word in listed("sources", "carriers")
    named = ground.name_at.get(at + 1) if carrier and stop > at + 1 else None
    return Subject(at, stop, named, True, clitics=1)


def _attributing_verb(reading: Reading, at: int) -> int:
    ground = reading.ground
    k = at + 1 if ground.word(at) in listed("words", "what") else at
    word = ground.word(k)
    for candidate in (word, word[:-1], word[:-2]):
        rows = cues().get(candidate)
        if rows and any(c.form in {Form.PAST, Form.PRESENT} and not c.clitics for c in rows):
            k += 1
            while ground.word(k) in listed("words", "about_it"):
                k += 1
            return ground.past_fillers(k)
    return at


def _attach(reading: Reading, i: int, end: int, source: Subject, entity: int) -> None:
    """Hangs a source on the sentence: as carrier of its statement, or as its speaker."""
    ground = reading.ground
    begin, stop = ground.begins[i], ground.stops[i]
    here = [
        d
        for d in reading.drafts
        if d.after
        and d.speaker != entity
        and (begin <= d.first < i or (d.direct and begin <= d.end <= i <= d.end + 4))
    ]
    if here and here[-1].opener.at <= i:
        owner = next((d for d in reversed(here) if d.parent is None), here[-1])
        owner.via.append(entity)
        return
    last = reading.drafts[-1] if reading.drafts else None
    if last is not None and not last.after and last.gap[0] == i and last.speaker is not None:
        last.via.append(last.speaker)  # "وفق ما نقلت وكالة كذا نقلا عن فلان"
        last.speaker = entity
        return
    trailing = i - begin > 2
    behind = range(source.end, min(source.end + 8, stop))
    if here or any(finite_cue(reading, k) for k in behind):
        reading.carried.append((i, entity))
        return
    if not trailing and source.end >= stop and reading.drafts:
        reading.drafts[-1].via.append(entity)  # a sentence of its own: ". وفقا لوكالة كذا."
        return
    if trailing and _goes_on(ground, i, source.end):
        return
    draft = _told_before(reading, i) if trailing else _told_behind(reading, i, source.end)
    if draft is None:
        return
    draft.last, draft.speaker = end, entity
    if not draft.after:
        draft.gap = source.end, _past_time(ground, source.end)
    reading.drafts.append(draft)
    reading.floor.give(entity, None, False, i)


def _goes_on(ground: Ground, i: int, k: int) -> bool:
    """Whether the clause that a source stands in goes on behind it: "يمكن لكل منهم، وفق الوزارة،
    الاقتراع". What is said is then no one stretch, and is left out."""
    if ground.word(i - 1) not in COMMAS or ground.word(k) not in COMMAS:
        return False
    word = ground.word(k + 1)
    apart = word.startswith(("و", "ف")) or ground.phrase(k + 1, "words", "closers") > k + 1
    noun = word.startswith(("ال", "بال", "لل")) or word in listed("words", "prepositions")
    return noun and not apart and k + 1 not in ground.time_at and k + 1 not in ground.name_at


def _past_time(ground: Ground, k: int) -> int:
    """The token behind the time that stands at `k`, or behind a comma there; else `k`."""
    at = k + 1 if ground.word(k) in COMMAS else k
    return ground.time_at[at][0] if at in ground.time_at else k


def _told_before(reading: Reading, i: int) -> Draft:
    """ "الطريق مغلق، بحسب كذا": the sentence up to the source."""
    ground = reading.ground
    begin = ground.begins[i]
    carried = [at for at, _ in reading.carried if ground.begins[at] == begin and begin < at < i]
    close = min(i, *carried) if carried else i  # "…، كما أفادت وكالة كذا نقلا عن مصدر"
    close -= ground.word(close - 1) in COMMAS
    opener = Opener(begin, begin, Strength.OBJECT)
    return Draft(None, i, i + 1, None, opener, close, after=False, fixed=True, named=True)


def _told_behind(reading: Reading, i: int, at: int) -> Draft | None:
    """ "بحسب كذا، فإن الطريق مغلق": the sentence behind the source."""
    ground = reading.ground
    first = at
    while ground.word(at) in COMMAS:
        at += 1
    if not (ground.word(at)[:1].isalpha() or at in ground.opened):
        return None
    mark = at
    if ground.word(at) in listed("words", "results") and at + 1 in ground.opened:
        at += 1
    quoted = at in ground.opened
    opener = Opener(mark, at + quoted, Strength.QUOTE if quoted else Strength.COMPLEMENT)
    draft = Draft(None, i, i + 1, None, opener, 0, named=True, gap=(first, mark))
    give_end(reading, draft)
    return draft


def unnamed_carriers(reading: Reading) -> list[tuple[int, int]]:
    """Agencies and channels that no name covers and that what is said was said to: token, entity.

    "لصحيفة محلية", "مع قناة فضائية", "من وكالة كذا".
    """
    ground = reading.ground
    carriers, gates = listed("sources", "carriers"), listed("words", "gates")
    found = []
    places = {
        k
        for d in reading.drafts
        for k in range(ground.begins[d.first], d.opener.mark if d.after else d.first)
    }
    for k in sorted(places):
        word = ground.word(k)
        quote = ground.opened.get(k + 1) if word == "ل" else None
        if quote is not None and quote.close == k + 2:
            quote = None  # a mark too many: "لـ""قناة كذا""
        if quote is not None and ground.names_something(quote) and k + 2 not in ground.name_at:
            entity = reading.floor.entity_of(Subject(k + 2, quote.close, None, True))
            found += [(k, entity)] if entity is not None else []
            continue
        clitics = 1 if word[:1] == "ل" and (word[1:] in carriers or word[:2] == "لل") else 0
        plain = "ال" + word[2:] if clitics and word[1] == "ل" else word[clitics:]
        if plain not in carriers or not (clitics or ground.word(k - 1) in gates):
            continue
        if k in ground.name_at:
            continue
        stop = max(noun_phrase(ground, k + 1), k + 1)
        if stop == k + 1 and k + 1 in ground.opened:
            quote = ground.opened[k + 1]
            stop = quote.close + 1 if ground.names_something(quote) else stop
        if stop > k + 1 and not any(k < n.begin < stop for n in ground.names):
            entity = reading.floor.entity_of(Subject(k, stop, None, True, clitics))
            found += [(k, entity)] if entity is not None else []
    return found
