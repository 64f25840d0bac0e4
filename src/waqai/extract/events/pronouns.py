"""Whom a pronoun means: who owns a noun, or stands behind a preposition."""

from dataclasses import dataclass

from waqai.extract.events.pairs import Pairs
from waqai.extract.events.people import heads, singular, spoken
from waqai.extract.events.recollection import NEAR, PARTIES
from waqai.extract.events.sectors import sector_of
from waqai.extract.events.unnamed import party, without_clitics
from waqai.extract.statements.morphology import Gender
from waqai.model.names import EntityKind, NameForm

_OTHERS = {
    "ه": frozenset({EntityKind.PERSON}),
    "ها": frozenset({EntityKind.COUNTRY, EntityKind.ORGANISATION, EntityKind.PERSON}),
    "هم": frozenset({EntityKind.GROUP}),
}
_GOVERNMENT = "حكومت"  # before a pronoun


@dataclass(slots=True)
class Pronouns(Pairs):
    """A memory that tells whom "his", "her" and "their" mean."""

    def other(self, at: int, pronoun: str) -> int | None:
        """Whom a pronoun behind a preposition at token `at` means: not who acts in the clause."""
        gender = {"ه": Gender.MALE, "ها": Gender.FEMALE}.get(pronoun)
        acting = self.running(at, None)
        kinds = _OTHERS.get(pronoun, frozenset())
        for mention in reversed(self.field.mentions):
            if mention.begin >= at or mention.form is NameForm.DEMONYM:
                continue
            if mention.begin < at - NEAR:
                break
            fits = mention.kind in kinds and self.fits(mention.entity, gender)
            if fits and mention.entity != acting:
                return mention.entity
        return None

    def owner(self, at: int, pronoun: str) -> list[int]:
        """Whom the pronoun behind the word at `at` means."""
        if pronoun == "هما":
            return self._met_before(at) or self.two_men(at) or self.pair(at, persons=False)
        if pronoun in {"هم", "هن"}:
            return self._many(at)
        gender = {"ه": Gender.MALE, "ها": Gender.FEMALE}.get(pronoun)
        nearest = self._agent(at, gender)
        if nearest is not None:
            return [nearest]
        speaker = self.speaker(at)
        if speaker is not None and self.fits(speaker, gender):
            return [speaker]
        for mention in reversed(self.field.mentions):
            if mention.begin >= at or mention.form is NameForm.DEMONYM:
                continue
            if mention.begin < at - NEAR:
                break
            kinds = {EntityKind.PERSON} if pronoun == "ه" else PARTIES
            if mention.kind in kinds and self.fits(mention.entity, gender):
                return [mention.entity]
        return []

    def _agent(self, at: int, gender: Gender | None) -> int | None:
        """Who acts last in the sentence before token `at`, by a verb or by a noun."""
        first, said = self.field.begins[at], self.field.statement(at)
        for token, entity in reversed(self.agents):
            if token < first or token >= at:
                break
            later = any(token < t < at for t, _ in self.subjects)
            if not later and self.field.statement(token) == said and self.fits(entity, gender):
                return entity
        return self.running(at, gender)

    def _many(self, at: int) -> list[int]:
        """Whom "هم" means: the last group that the text speaks of."""
        field = self.field
        for k in range(at - 1, max(0, at - NEAR), -1):
            mention = field.mention_at.get(k)
            if mention is not None and mention.kind is EntityKind.GROUP:
                return [mention.entity]
            if mention is None and k not in field.in_name:
                word = without_clitics(field.word(k))
                adjective = field.word(k - 1) in heads() or (
                    word.startswith("ال") and field.word(k - 1).startswith("ال")
                )
                if word in heads() and not adjective and word not in singular():
                    found = party(field, k, at)
                    if found is not None and found.kind is EntityKind.GROUP:
                        return [found.entity]
        return []

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

    def _forces(self, word: str, at: int) -> list[int]:
        """The country whose forces a ruler's pronoun means: "قال الرئيس إن قواته تحاصر المدينة"."""
        stem = word.removesuffix("ها") if word.endswith("ها") else word.removesuffix("ه")
        if stem == word or stem not in spoken("forces") or self.field.marbuta(at):
            return []
        owners = self.owner(at, word[len(stem) :])
        ruling = [
            k for k in owners if stem == _GOVERNMENT or sector_of(self.field.entities[k]) == "GOV"
        ]
        return self._land(at, word) if ruling else []
