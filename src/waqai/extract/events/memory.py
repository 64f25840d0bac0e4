"""Who is meant by a pronoun, a dual or a verb without subject: those just spoken of."""

from dataclasses import dataclass
from functools import cache

from waqai.extract.events.pronouns import Pronouns
from waqai.extract.events.words import listed
from waqai.model.names import EntityKind, NameForm


@dataclass(slots=True)
class Memory(Pronouns):
    """All that is remembered of a story while it is read."""

    def dual(self, word: str, at: int) -> list[int]:
        """Whom a dual noun means ("الرئيسان", "بين الجانبين"); none when it is no such word."""
        plain = word.removeprefix("و")
        if plain not in _duals():
            return self._forces(plain, at)
        behind = self.field.mention_at.get(at + 1)
        if behind is not None and (
            behind.kind is EntityKind.PERSON or behind.form is NameForm.DEMONYM
        ):
            return []  # "الرئيسين فلان وفلان": they are named
        if plain in listed("pronouns", "land"):
            return self._land(at, plain)
        if plain in listed("pronouns", "persons"):
            return self.pair(at, persons=True, office=plain in listed("pronouns", "offices"))
        if plain in listed("pronouns", "lands"):
            return self.lands(at) or self.pair(at, persons=False)
        if plain in listed("pronouns", "parties") | listed("pronouns", "both"):
            return self.pair(at, persons=False)
        return []


@cache
def _duals() -> frozenset[str]:
    """Every noun that means two who were spoken of, or the land of one."""
    return frozenset().union(*(listed("pronouns", key) for key in _DUALS))


_DUALS = ("land", "persons", "parties", "both")
