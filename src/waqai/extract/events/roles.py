"""From an argument to its role in the event."""

from waqai.arabic.letters import bare
from waqai.extract.events.argument import Argument
from waqai.extract.events.drafts import Draft
from waqai.extract.events.field import Field
from waqai.extract.events.frames import Frame, Role
from waqai.extract.events.people import heads
from waqai.extract.events.words import listed
from waqai.model.events import EventType
from waqai.model.names import EntityKind

_SITES = {EntityKind.PLACE, EntityKind.COUNTRY}
_PEACEFUL = {"CVL", "MED", "NGO", "BUS", "OPP", "IGO"}
_UNNAMED = ("group:", "phrase:")
_HOLDING = {Role.ACTOR, Role.RECIPIENT, Role.BOTH}


def give(field: Field, draft: Draft, role: Role, argument: Argument) -> None:
    """Gives the argument its role in the event."""
    entity, kind, at = argument.entity, argument.kind, argument.begin
    if entity is None:
        return
    if role is Role.EITHER:
        role = either(field, argument)
    capital = field.sort(entity) == "capital"
    if draft.frame.type is EventType.ACCUSE and kind is EntityKind.PLACE and not capital:
        role = Role.NONE if role is Role.RECIPIENT else role  # "تدين احتلال عفرين"
    left = role is Role.RECIPIENT and argument.preposition == "من" and not capital
    beside = argument.preposition == "ب" or left  # "خروج المسلحين من الغوطة"
    if role in _HOLDING and not (kind is EntityKind.PLACE and beside):
        draft.give(role, acting(field, entity), at)
        return
    facility = _facility(field, entity)
    abroad = argument.head in listed("places", "abroad")  # "السفارة الفرنسية" is not in France
    if _placed(role, argument, facility=facility) and not abroad:
        draft.give(Role.PLACE, entity, at, place=True)
    if role in {Role.GOAL, Role.TARGET} and kind is not EntityKind.PLACE and not facility:
        if argument.located and kind is not EntityKind.COUNTRY:
            return
        draft.give(Role.RECIPIENT, acting(field, entity), at)


def either(field: Field, argument: Argument) -> Role:
    """Whether who stands in construct with a killing did it, or was killed: who is counted was."""
    at = argument.begin
    unnamed = argument.entity is not None and field.entities[argument.entity].id.startswith(
        _UNNAMED
    )
    if unnamed and argument.head and not argument.head.startswith("ال"):
        return Role.TARGET  # "اعتقال ضابط"
    strong = argument.kind is EntityKind.ORGANISATION or _armed(argument)
    counted = field.counted(at) or field.counted(at - 1) or field.word(at - 1).isdigit()
    return Role.ACTOR if strong and not counted else Role.TARGET


def _placed(role: Role, argument: Argument, *, facility: bool) -> bool:
    """Whether the argument tells where: "التقى به بالقاهرة", "قصف ميناء", "في البيت الأبيض"."""
    kind = argument.kind
    if role is Role.PLACE:
        return argument.located or facility or kind in {*_SITES, EntityKind.ORGANISATION}
    if role in _HOLDING:
        return kind is EntityKind.PLACE
    if role in {Role.GOAL, Role.TARGET}:
        return argument.located or kind in _SITES or (facility and role is Role.TARGET)
    return role is Role.SOURCE and kind in _SITES


def of_preposition(frame: Frame, preposition: str) -> Role:
    """What a preposition brings to the event."""
    role = frame.brings.get(preposition)
    if role is not None:
        return role
    return Role.PLACE if preposition in listed("sited") else Role.NONE


def acting(field: Field, entity: int) -> int:
    """Who acts where a capital is named, or an ambassador: the country."""
    found = field.entities[entity]
    country = None
    if found.role in listed("standing") or field.sort(entity) == "capital":
        country = field.country(found.country)
    return entity if country is None else country


def _facility(field: Field, entity: int) -> bool:
    """A station, a port, a refinery: where things are hit, whatever kind of name it bears."""
    words = bare(field.entities[entity].name).split()
    return bool(words) and words[0] in listed("places", "heads")


def _armed(argument: Argument) -> bool:
    """Whether the party's own word says that it strikes: an army, a force, not people."""
    if argument.people:
        return False
    sector = heads().get(argument.head)
    if argument.head:
        return sector not in _PEACEFUL
    return argument.kind is EntityKind.GROUP
