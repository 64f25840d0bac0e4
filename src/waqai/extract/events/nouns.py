"""Triggers that are nouns: what is in construct with them, and what the prepositions bring."""

from waqai.extract.events.arguments import Argument, arguments
from waqai.extract.events.drafts import Draft
from waqai.extract.events.frames import Role
from waqai.extract.events.memory import Memory
from waqai.extract.events.roles import acting, give, of_preposition
from waqai.extract.events.subjects import slots
from waqai.extract.events.words import parties
from waqai.model.events import EventType
from waqai.model.names import EntityKind

_SITES = {EntityKind.PLACE, EntityKind.COUNTRY}
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
    construct = not draft.reading.pronoun
    second = False
    for n, group in enumerate(found):
        first = group[0]
        if first.entity is None and not first.preposition:
            continue
        if first.preposition:
            role = of_preposition(frame, first.preposition)
        elif first.head == noun:
            role = Role.BOTH if frame.mutual and len(group) > 1 else Role.ACTOR
        elif construct and not second and (n == 0 or found[n - 1][0].head == noun):
            if draft.reading.article or first.begin - draft.end > _CONSTRUCT:
                break
            role, second = _first(frame.genitive, found[n + 1 :]), True
        elif second:
            role, second, construct = _other(role, frame.object), False, False
        else:
            break
        if role is Role.NONE and first.head in parties() and frame.type is EventType.ASSAULT:
            role = Role.ACTOR if first.preposition == "ب" and not draft.actors else role
        for argument in group:
            visited = role is Role.ACTOR and argument.kind in _SITES and not argument.head
            goal = visited and frame.brings.get("الي") is Role.GOAL  # "زيارة موسكو"
            give(field, draft, Role.GOAL if goal else role, argument)


def _first(genitive: Role, behind: list[list[Argument]]) -> Role:
    """Of two that stand in construct the first acts: "إعدام السعودية فلانا"."""
    if behind and not behind[0][0].preposition and behind[0][0].entity is not None:
        return Role.ACTOR if genitive in {Role.TARGET, Role.RECIPIENT, Role.EITHER} else genitive
    return genitive


def _other(first: Role, object: Role) -> Role:
    """What stands second in construct: "لقاء ويتكوف بوتين", "اغتيال إسرائيل فلانا"."""
    if first in {Role.ACTOR, Role.EITHER, Role.BOTH}:
        return object
    return Role.NONE
