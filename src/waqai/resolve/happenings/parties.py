"""How like two parties are: the same, one acting for the other, or two."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from waqai.model.names import Entity, EntityKind
from waqai.resolve.happenings.families import weight

#: Sectors in which somebody acts for the country.
_OFFICIAL = frozenset({"GOV", "MIL", "SPY", "COP"})


class Cast:
    """The entities of a chronicle as parties of events."""

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        self.entities = entities
        self.likeness = cache(self._likeness)

    def named(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Those of `ids` that are one thing in the world, not "officials" or "two people"."""
        return tuple(id for id in ids if not self.is_nameless(id))

    def distinct(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Those of `ids` that are named, without a country beside a person who acts for it."""
        named = tuple(dict.fromkeys(self.named(ids)))
        spoken_for = {self.acts_for(id) for id in named if self.is_person(id)}
        return tuple(id for id in named if self.is_person(id) or not self._is_of(id, spoken_for))

    def _is_of(self, id: str, countries: set[str | None]) -> bool:
        entity = self.entities[id]
        return entity.kind is EntityKind.COUNTRY and entity.country in countries

    def is_nameless(self, id: str) -> bool:
        """Whether `id` stands for people whom nobody named."""
        entity = self.entities.get(id)
        return entity is None or (entity.kind is EntityKind.GROUP and entity.country is None)

    def acts_for(self, id: str) -> str | None:
        """The country that a party acts for (ISO code), None for who acts for none."""
        entity = self.entities.get(id)
        if entity is None or entity.kind is EntityKind.PLACE:
            return None
        if entity.kind is EntityKind.COUNTRY or entity.sector in _OFFICIAL:
            return entity.country
        return entity.country if entity.kind is EntityKind.GROUP and not entity.sector else None

    def is_person(self, id: str) -> bool:
        """Whether a party is one human being."""
        entity = self.entities.get(id)
        return entity is not None and entity.kind is EntityKind.PERSON

    def is_at_home(self, id: str, place: str) -> bool:
        """Whether a party is of the country that a place is in, or is it."""
        country = self.entities[id].country
        return country is not None and country == self.entities[place].country

    def _likeness(self, first: str, second: str) -> int:
        if first == second:
            return weight("party")
        country = self.acts_for(first)
        if country is None or country != self.acts_for(second):
            return 0
        return 0 if self.is_person(first) and self.is_person(second) else weight("country")

    def matched(self, first: Sequence[str], second: Sequence[str]) -> tuple[int, int]:
        """What the best pairing of two sets weighs, and how many it pairs; strongest first."""
        if not first or not second:
            return 0, 0
        if len(first) == len(second) == 1:
            like = self.likeness(first[0], second[0])
            return like, int(like > 0)
        pairs = sorted(
            ((like, a, b) for a in first for b in second if (like := self.likeness(a, b))),
            key=lambda pair: (-pair[0], pair[1], pair[2]),
        )
        used: set[tuple[int, str]] = set()
        total = count = 0
        for like, a, b in pairs:
            if (0, a) not in used and (1, b) not in used:
                used |= {(0, a), (1, b)}
                total, count = total + like, count + 1
        return total, count
