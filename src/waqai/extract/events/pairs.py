"""Whom a dual means: the two who met last, or were spoken of last."""

from dataclasses import dataclass

from waqai.extract.events.field import Mention
from waqai.extract.events.frames import Frame
from waqai.extract.events.people import spoken
from waqai.extract.events.readings import readings
from waqai.extract.events.recollection import NEAR, PARTIES, TWO
from waqai.extract.events.running import Running
from waqai.extract.events.sectors import sector_of
from waqai.extract.events.unnamed import group, party, without_clitics
from waqai.model.names import EntityKind, NameForm


@dataclass(slots=True)
class Pairs(Running):
    """A memory that tells which two are meant."""

    def pair(self, at: int, *, persons: bool, office: bool = False) -> list[int]:
        """The two whom a dual means: those who met last, else the last two spoken of.

        Two of `office` ("الرئيسان") are such as hold one, where the story has two of them.
        """
        named = self._last_two(at, persons=persons, office=office)
        for token, parties in reversed(self.pairs):
            if token > at or token < max(at - NEAR, named[0] if named else 0):
                continue
            kinds = {self.field.entities[p].kind for p in parties}
            if len(kinds) == 1 and (not persons or kinds == {EntityKind.PERSON}):
                return list(parties)
        return named[1] if named else []

    def _met_before(self, at: int) -> list[int]:
        """The two of the summit told before whom "قمتهما" means, where the sentence names one."""
        same = {
            kind
            for reading in readings(self.field.word(at))
            if isinstance(reading.form.of, Frame) and (kind := reading.form.of.kind) in self.met
        }
        begin = self.field.begins[at]
        here = {m.entity for k in range(begin, at) if (m := self.field.mention_at.get(k))}
        found = (self.met[kind] for kind in sorted(same) if here.intersection(self.met[kind]))
        return list(next(found, ()))

    def lands(self, at: int) -> list[int]:
        """The two countries last spoken of before token `at`; none where it is one."""
        found: list[int] = []
        for mention in reversed(self.field.mentions):
            if mention.begin >= at or mention.form is NameForm.DEMONYM:
                continue
            if mention.begin < at - NEAR or len(found) == TWO:
                break
            land = self._land_of(mention)
            if land is not None and land not in found:
                found.append(land)
        return found[::-1] if len(found) == TWO else []

    def _land_of(self, mention: Mention) -> int | None:
        """The country that is named, whose capital it is, or for which somebody speaks."""
        if mention.kind is EntityKind.COUNTRY:
            return mention.entity
        found = self.field.entities[mention.entity]
        stands = mention.kind is EntityKind.PERSON or self.field.sort(mention.entity) == "capital"
        return self.field.country(found.country) if stands else None

    def _last_two(
        self, at: int, *, persons: bool, office: bool = False
    ) -> tuple[int, list[int]] | None:
        """The two last spoken of, and the token at which the first of them stands."""
        if office:
            rulers = [e.id for e in self.field.entities if sector_of(e) == "GOV"]
            office = len(rulers) >= TWO
        people: list[int] = []
        states: list[int] = []
        for mention in reversed(self.field.mentions):
            if mention.begin >= at or mention.form is NameForm.DEMONYM:
                continue
            if mention.begin < at - NEAR:
                break
            same = people if mention.kind is EntityKind.PERSON else states
            if mention.entity in same or (same is states and persons):
                continue
            if office and sector_of(self.field.entities[mention.entity]) != "GOV":
                continue
            if (
                same is people
                or mention.kind in PARTIES
                or self.field.sort(mention.entity) == "capital"
            ):
                same.append(mention.entity)
                if len(same) == 2:
                    return mention.begin, same[::-1]
        return None

    def two_men(self, at: int) -> list[int]:
        """The two without a name whom the sentence, or that before it, speaks of: "رجلين"."""
        field = self.field
        for k in range(at - 1, max(0, at - NEAR // 2), -1):
            mention = field.mention_at.get(k)
            if mention is not None and mention.form is NameForm.DEMONYM:
                if field.word(k).endswith("يان"):
                    return [group(field, k, mention.end, field.entities[mention.entity].id).entity]
            elif without_clitics(field.word(k)) in spoken("two") and k not in field.in_name:
                found = party(field, k, at)
                return [] if found is None else [found.entity]
        return []
