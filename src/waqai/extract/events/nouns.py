"""Triggers that are nouns: what is in construct with them, and what the prepositions bring."""

from collections.abc import Iterator

from waqai.extract.events.argument import Argument
from waqai.extract.events.arguments import arguments
from waqai.extract.events.drafts import Draft
from waqai.extract.events.field import Field
from waqai.extract.events.forms import Shape
from waqai.extract.events.frames import Frame, Role
from waqai.extract.events.memory import Memory
from waqai.extract.events.people import heads, spoken
from waqai.extract.events.readings import readings
from waqai.extract.events.roles import acting, either, give, of_preposition
from waqai.extract.events.subjects import accused, slots
from waqai.extract.events.unnamed import group as party_of
from waqai.extract.events.words import listed
from waqai.model.events import EventType
from waqai.model.names import EntityKind, NameForm

_OBJECTS = {Role.TARGET, Role.RECIPIENT}
_TAKEN = {*_OBJECTS, Role.EITHER}
#: What is said: who says it may stand behind من.
_UTTERED = {
    EventType.ACCUSE,
    EventType.REQUEST,
    EventType.REJECT,
    EventType.SUPPORT,
    EventType.THREATEN,
}
_ARMED = {"MIL", "REB", "COP"}
_SITES = {EntityKind.PLACE, EntityKind.COUNTRY}
_NAMED_SO = 5  # words that may call an operation by its name before ل tells whose it is
_SUFFERED = 8  # tokens back to the verb of him whom it befell: "تعرض الوزير لانتقادات"
_CONSTRUCT = 4  # words that may stand between a noun and the name in construct with it


def read_noun(memory: Memory, draft: Draft) -> None:
    """Fills the parties of a draft whose trigger is a noun, from the words behind it."""
    field, frame = memory.field, draft.frame
    end = field.clause_end(draft.end - 1)
    draft.clause = (field.clause_begin(draft.at), end)
    for entity in memory.owner(draft.at, draft.reading.pronoun) if draft.reading.pronoun else ():
        draft.give(frame.owner, acting(field, entity), draft.at)
        if frame.owner is Role.EITHER:
            draft.give(Role.ACTOR, acting(field, entity), draft.at)
    noun = field.word(draft.end - 1)
    found = slots(list(arguments(memory, draft.end, end, noun, wide=frame.embeds is not None)))
    for asked, parties in _roles(field, draft, found, noun):
        role = either(field, parties[0]) if asked is Role.EITHER else asked
        for one in parties:
            argument = _man(field, one) if one.head == noun and role is Role.TARGET else one
            visited = role is Role.ACTOR and argument.kind in _SITES and not argument.head
            goal = visited and frame.brings.get("الي") is Role.GOAL  # "زيارة موسكو"
            site = visited and frame.mutual and len(parties) == 1
            if site and argument.kind is EntityKind.PLACE and argument.entity is not None:
                draft.give(Role.PLACE, argument.entity, argument.begin, place=True)  # "قمة ألاسكا"
                continue
            give(field, draft, Role.GOAL if goal else role, argument)
    if not draft.actors and not draft.both:
        for entity in accused(memory, draft.at) or _meaning(memory, draft):
            draft.give(Role.ACTOR, acting(field, entity), draft.at)
    if draft.reading.pronoun and frame.type is EventType.ASSAULT and not draft.recipients:
        _invaded(memory, draft)
    for entity in draft.actors:
        memory.agent(draft.at, entity)


def _parted(field: Field, draft: Draft, first: Argument, *, behind: bool) -> bool:
    """Whether what stands there is too far for construct, or counted `behind` an adjective."""
    if draft.reading.article or first.begin - draft.end > _CONSTRUCT:
        return True  # also "قتلت غارة تركية عشرة أشخاص"
    return behind and (field.counted(first.begin) or field.counted(first.begin - 1))


def _deed(field: Field, draft: Draft, first: Argument) -> bool:
    """Whether what is refused or blamed is the deed of `first`: "عرقلة وصول بعثة"."""
    return any(
        isinstance(r.form.of, Frame) and r.form.shape is Shape.NOUN and not r.clitics
        for k in range(draft.end, first.begin)
        for r in readings(field.word(k))
    )


def _man(field: Field, one: Argument) -> Argument:
    """Him of a country whom it befell, in place of the country: "مقتل فلسطيني"."""
    if one.entity is None or one.kind is not EntityKind.COUNTRY:
        return one
    who = party_of(field, one.begin, one.end, field.entities[one.entity].id)
    return one._replace(entity=who.entity, kind=who.kind, head="", people=True)


def _invaded(memory: Memory, draft: Draft) -> None:
    """Gives the country that the sentence has named before to "her invasion", which names none."""
    field = memory.field
    if draft.places:
        return
    for mention in reversed(field.mentions):
        if not field.begins[draft.at] <= mention.begin < draft.at:
            continue
        country = mention.kind is EntityKind.COUNTRY and mention.form is NameForm.NAME
        if country and mention.clitics[-1:] == "ل" and mention.entity not in draft.actors:
            draft.give(Role.RECIPIENT, mention.entity, mention.begin)
            draft.give(Role.PLACE, mention.entity, mention.begin, place=True)
            return


def _meaning(memory: Memory, draft: Draft) -> list[int]:
    """Who means to do what stands behind ل: "أعدت النيابة مذكرة للمطالبة بإدراجه"."""
    frame, reading = draft.frame, draft.reading
    if reading.preposition != "ل" or frame.type not in _UTTERED or reading.pronoun:
        return []
    begin = max(memory.field.begins[draft.at], draft.at - _SUFFERED)
    if not listed("background", "suffered").isdisjoint(memory.field.words[begin : draft.at]):
        return []
    running = memory.running(draft.at, None)
    return [] if running is None or running in draft.parties else [running]


def _roles(
    field: Field, draft: Draft, found: list[list[Argument]], noun: str
) -> Iterator[tuple[Role, list[Argument]]]:
    """What each group of arguments behind the noun is to its event."""
    frame = draft.frame
    owned = bool(draft.reading.pronoun)
    construct, second, role = not owned, owned, frame.owner  # "لقائه وزير الخارجية"
    for n, group in enumerate(found):
        first = group[0]
        if first.entity is None and not first.preposition:
            continue
        if first.preposition:
            role = _governed(field, draft, group, second=second)
        elif first.head == noun and _befallen(field, draft, first):
            role = Role.TARGET
        elif first.head == noun:
            role = Role.BOTH if frame.mutual and len(group) > 1 else Role.ACTOR
        elif construct and not second and (n == 0 or found[n - 1][0].head == noun):
            if _parted(field, draft, first, behind=n > 0):
                break
            role, second = _in_construct(field, draft, group, found[n + 1 :]), True
        elif second:
            role, second, construct = _other(role, frame.object), False, False
        else:
            break
        if role is Role.NONE and heads().get(first.head) in _ARMED and not draft.actors:
            armed = frame.type is EventType.ASSAULT and first.preposition == "ب"
            role = Role.ACTOR if armed else role
        yield role, group


def _in_construct(
    field: Field, draft: Draft, group: list[Argument], behind: list[list[Argument]]
) -> Role:
    """What those in construct with the noun are, with more groups `behind` them."""
    frame, first = draft.frame, group[0]
    if first.people and frame.genitive in _TAKEN:
        return Role.TARGET
    shared = field.word(group[-1].end).startswith("و")  # "إقالة الوزير ورئيس الجهاز"
    role = _first(frame, [] if shared else behind)
    deed = frame.object in _OBJECTS and _deed(field, draft, first)
    return frame.object if role is Role.ACTOR and (deed or _within(field, draft, first)) else role


def _governed(field: Field, draft: Draft, group: list[Argument], *, second: bool) -> Role:
    """What a preposition brings to a noun: its object, or who acts ("عملية لتركيا")."""
    frame, first = draft.frame, group[0]
    asked = frame.brings.get(first.preposition)
    by = first.preposition == "من" and first.begin == draft.end + 1
    if by and frame.type in _UTTERED and not draft.reading.article and not draft.actors:
        return Role.ACTOR  # "مطالبات من الأمم المتحدة"
    if first.preposition != "ل":
        return of_preposition(frame, first.preposition)
    if second and draft.actors and frame.genitive in _OBJECTS:
        return frame.genitive  # "إقالة فلان لوزيره"
    if first.entity is None:
        return Role.NONE
    visits = frame.brings.get("الي") is Role.GOAL
    bearer = first.kind is EntityKind.PERSON and not draft.actors
    if visits and bearer and not draft.both:
        return Role.ACTOR  # "زيارة لفلان إلى القاهرة"
    indefinite = not draft.reading.article and not draft.reading.pronoun and not draft.actors
    owned = (
        asked is None
        and indefinite
        and not frame.mutual
        and frame.genitive in {Role.ACTOR, Role.EITHER}
    )
    between = range(draft.end, first.begin)
    own = len(between) <= _NAMED_SO and not any(field.preposition(k) for k in between)
    own = own and spoken("arms").isdisjoint(field.words[k] for k in between)  # "بارجة للتحالف"
    struck = frame.type is EventType.ASSAULT and indefinite and own
    strikes = field.armed(first.entity) and frame.genitive not in _OBJECTS
    if struck and (heads().get(first.head) in _ARMED or strikes):
        return Role.ACTOR  # "غارات لطيران التحالف"
    if owned and own and first.kind is not EntityKind.PLACE and not draft.both:
        return Role.ACTOR
    return of_preposition(frame, first.preposition)


def _befallen(field: Field, draft: Draft, first: Argument) -> bool:
    """Whether a demonym behind the noun is a man whom it befell: "مقتل فلسطيني", "إصابة تركي"."""
    word = field.word(first.begin)
    if word.startswith("ال") or first.begin != draft.end or draft.frame.genitive not in _TAKEN:
        return False
    masculine = field.marbuta(draft.end - 1) and not field.marbuta(first.begin)
    return masculine or draft.frame.kind in spoken("befalls")


def _within(field: Field, draft: Draft, first: Argument) -> bool:
    """Whether a noun without article stands between, whose genitive it is: "تهديد أمن مصر"."""
    between = range(draft.end, first.begin)
    inner = [k for k in between if not field.word(k).startswith("ال") and field.word(k).isalpha()]
    takes = draft.frame.object in {*_OBJECTS, Role.THEME, Role.NONE} and not draft.frame.mutual
    return takes and bool(inner) and not first.head


def _first(frame: Frame, behind: list[list[Argument]]) -> Role:
    """Of two behind it the first acts: "إعدام السعودية فلانا", "إقالة فلان لوزيره"."""
    next_one = behind[0][0] if behind else None
    if next_one is not None and next_one.entity is not None and frame.genitive in _TAKEN:
        marked = next_one.preposition == "ل" and frame.brings.get("ل") in {None, *_OBJECTS}
        if not next_one.preposition or marked:
            return Role.ACTOR
    return frame.genitive


def _other(first: Role, object: Role) -> Role:
    """What stands second in construct: "لقاء ويتكوف بوتين", "اغتيال إسرائيل فلانا"."""
    if first in {Role.ACTOR, Role.EITHER, Role.BOTH}:
        return object
    return Role.NONE
