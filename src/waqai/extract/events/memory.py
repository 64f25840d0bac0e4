"""Who is meant by a pronoun, a dual or a verb without subject: those just spoken of."""

from dataclasses import dataclass
from dataclasses import field as default

from waqai.arabic.letters import bare
from waqai.extract.events.field import Field
from waqai.extract.events.words import listed
from waqai.extract.statements.morphology import Gender
from waqai.extract.statements.vocabulary import listed as sayings
from waqai.model.names import EntityKind, NameForm

_NEAR = 120  # tokens back within which two are "both"
_PARTIES = {EntityKind.COUNTRY, EntityKind.ORGANISATION, EntityKind.GROUP, EntityKind.PERSON}


@dataclass(slots=True)
class Memory:
    """The subjects of the clauses so far, and the pairs that have met."""

    field: Field
    subjects: list[tuple[int, int]] = default(default_factory=list)  # token, entity
    pairs: list[tuple[int, tuple[int, ...]]] = default(default_factory=list)

    def subject(self, at: int, entity: int) -> None:
        """`entity` is the subject of the verb at token `at`."""
        self.subjects.append((at, entity))

    def running(self, at: int, gender: Gender | None) -> int | None:
        """The subject of the clause before, in the same sentence, that fits the verb's gender."""
        return self._latest(at, self.field.begins[at], gender)

    def last(self, at: int, gender: Gender | None) -> list[int]:
        """The last subject before token `at`, in whichever sentence near by."""
        found = self._latest(at, at - _NEAR, gender)
        return [] if found is None else [found]

    def _latest(self, at: int, first: int, gender: Gender | None) -> int | None:
        """The last subject from token `first` on, of the same teller as token `at`."""
        said = self.field.statement(at)
        for token, entity in reversed(self.subjects):
            if token < first:
                break
            if token < at and self.field.statement(token) == said and self.fits(entity, gender):
                return entity
        return None

    def owner(self, at: int, pronoun: str) -> list[int]:
        """Whom the pronoun behind the word at `at` means."""
        if pronoun == "هما":
            return self.pair(at, persons=False)
        gender = {"ه": Gender.MALE, "ها": Gender.FEMALE}.get(pronoun)
        running = self.running(at, gender)
        if running is not None:
            return [running]
        speaker = self.speaker(at)
        if speaker is not None and self.fits(speaker, gender):
            return [speaker]
        for mention in reversed(self.field.mentions):
            if mention.begin >= at or mention.form is NameForm.DEMONYM:
                continue
            if mention.begin < at - _NEAR:
                break
            kinds = {EntityKind.PERSON} if pronoun == "ه" else _PARTIES
            if mention.kind in kinds and self.fits(mention.entity, gender):
                return [mention.entity]
        return []

    def speaker(self, at: int) -> int | None:
        """Who says the words at token `at`."""
        index = self.field.statement(at)
        return None if index is None else self.field.statements[index].speaker

    def fits(self, entity: int, gender: Gender | None) -> bool:
        """Whether a pronoun or verb of `gender` may mean `entity`: a man is no "she"."""
        if gender is None:
            return True
        found = self.field.entities[entity]
        if found.kind is EntityKind.PERSON:
            return self.field.sort(entity) != ("m" if gender is Gender.FEMALE else "f")
        if found.kind is EntityKind.COUNTRY:
            masculine = bare(found.name) in sayings("words", "masculine")
            return masculine is (gender is Gender.MALE)
        if found.kind is EntityKind.ORGANISATION:
            words = bare(found.name).split()
            masculine = bool(words) and words[0].removeprefix("ال") in listed("masculine")
            return masculine is (gender is Gender.MALE)
        return True

    def _land(self, at: int, word: str) -> list[int]:
        """The country of him to whom "بلاده" belongs."""
        for entity in self.owner(at, "ها" if word.endswith("ها") else "ه"):
            found = self.field.entities[entity]
            if found.kind is EntityKind.COUNTRY:
                return [entity]
            country = self.field.country(found.country)
            if country is not None:
                return [country]
        return []

    def pair(self, at: int, *, persons: bool) -> list[int]:
        """The two whom a dual means: those who met last, else the last two spoken of."""
        named = self._last_two(at, persons=persons)
        for token, parties in reversed(self.pairs):
            if token > at or token < max(at - _NEAR, named[0] if named else 0):
                continue
            kinds = {self.field.entities[p].kind for p in parties}
            if len(kinds) == 1 and (not persons or kinds == {EntityKind.PERSON}):
                return list(parties)
        return named[1] if named else []

    def _last_two(self, at: int, *, persons: bool) -> tuple[int, list[int]] | None:
        """The two last spoken of, and the token at which the first of them stands."""
        people: list[int] = []
        states: list[int] = []
        for mention in reversed(self.field.mentions):
            if mention.begin >= at or mention.form is NameForm.DEMONYM:
                continue
            if mention.begin < at - _NEAR:
                break
            same = people if mention.kind is EntityKind.PERSON else states
            if mention.entity in same or (same is states and persons):
                continue
            if (
                same is people
                or mention.kind in _PARTIES
                or self.field.sort(mention.entity) == "capital"
            ):
                same.append(mention.entity)
                if len(same) == 2:
                    return mention.begin, same[::-1]
        return None

    def dual(self, word: str, at: int) -> list[int]:
        """Whom a dual noun means ("الرئيسان", "بين الجانبين"); none when it is no such word."""
        plain = word.removeprefix("و")
        behind = self.field.mention_at.get(at + 1)
        if behind is not None and (
            behind.kind is EntityKind.PERSON or behind.form is NameForm.DEMONYM
        ):
            return []  # "الرئيسين فلان وفلان": they are named
        if plain in listed("pronouns", "land"):
            return self._land(at, plain)
        if plain in listed("pronouns", "persons"):
            return self.pair(at, persons=True)
        if plain in listed("pronouns", "parties") | listed("pronouns", "both"):
            return self.pair(at, persons=False)
        return []
