"""The record of an entity out of what the stories call it."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from waqai.mentions.names.gazetteer import gazetteer
from waqai.model.names import Entity, EntityKind
from waqai.resolve.entities.spelling import name_keys


class Gathering:
    """The entities of stories that are one, gathered in any order."""

    __slots__ = ("_told",)

    def __init__(self) -> None:
        self._told: Counter[Entity] = Counter()

    def add(self, entity: Entity, stories: int = 1) -> None:
        """Adds what one story calls it, or so many."""
        self._told[entity] += stories

    def record(self, id: str) -> Entity:
        """The record under `id`: the listed one where there is one, else the best of each field.

        The name is the longest by words, of those the most frequent.
        """
        if len(self._told) == 1 and ":" in id:
            [only] = self._told
            return replace(only, id=id, aliases=only.aliases or (only.name,))
        told = sorted(self._told.items(), key=lambda item: (-item[1], repr(item[0])))
        names, forms = Counter[str](), Counter[str]()
        for entity, times in told:
            names[entity.name] += times
            for form in {entity.name, *entity.aliases}:
                forms[form] += times
        best = _known(id) or min((entity for entity, _ in told), key=lambda e: _rank(e, names))
        aliases = dict.fromkeys(best.aliases or (best.name,))
        own = {word for name in aliases for word in name_keys(name)}
        for form in sorted(forms, key=lambda form: (-forms[form], form)):
            if best.kind is not EntityKind.PERSON or own.intersection(name_keys(form)):
                aliases.setdefault(form)
        english = min(told, key=lambda item: (not item[0].name_en, item[0].transliterated))[0]
        english = best if best.name_en and not best.transliterated else english
        placed = next((e for e in (best, *dict(told)) if e.latitude is not None), best)
        return replace(
            best,
            id=id,
            aliases=tuple(aliases),
            name_en=english.name_en,
            transliterated=english.transliterated,
            country=best.country or _most(told, lambda e: e.country),
            body=best.body or _most(told, lambda e: e.body),
            latitude=placed.latitude,
            longitude=placed.longitude,
            sector=_most(told, lambda e: e.sector),
        )


def _known(id: str) -> Entity | None:
    table = gazetteer()
    what = None if ":" in id else table.by_id.get(id)
    return None if what is None else table.known[what].entity


def _rank(entity: Entity, names: Counter[str]) -> tuple[bool, bool, int, int, str]:
    """What sorts first is the better record: a body, by its longest name, and the usual one."""
    words = len(name_keys(entity.name)) if entity.kind is EntityKind.PERSON else 0
    group = entity.kind is EntityKind.GROUP
    return group, entity.role is not None, -words, -names[entity.name], entity.name


def _most(told: Iterable[tuple[Entity, int]], field: Callable[[Entity], str | None]) -> str | None:
    """The value that most stories give a field, None where none does."""
    votes: Counter[str] = Counter()
    for entity, times in told:
        value = field(entity)
        if value is not None:
            votes[value] += times
    return min(votes, key=lambda value: (-votes[value], value)) if votes else None
