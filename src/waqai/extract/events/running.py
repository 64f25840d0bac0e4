"""Who goes on acting: the subject of the clause before, or who opens the sentence."""

from dataclasses import dataclass

from waqai.extract.events.field import Mention
from waqai.extract.events.people import heads, spoken
from waqai.extract.events.recollection import NEAR, PARTIES, Recollection
from waqai.extract.events.unnamed import PRIVATE, Party, agrees, party, without_clitics
from waqai.extract.events.words import clause_ends
from waqai.extract.statements.ground import COMMAS
from waqai.extract.statements.morphology import Gender
from waqai.model.names import EntityKind, NameForm

_OPENERS = {
    "كان",
    "كانت",
    "وكان",
    "وكانت",
    "قد",
    "وقد",
    "كما",
    "فقد",
    "لقد",
    "لكن",
    "ولكن",
    "بينما",
    "فيما",
}


@dataclass(slots=True)
class Running(Recollection):
    """A memory that tells who acts where a verb has no subject, and whom a noun takes up."""

    def called(self, word: str, at: int) -> Party | None:
        """Whom a definite noun alone takes up: "الوزارة" behind "وزارة الدفاع الروسية"."""
        if not word.startswith("ال"):
            return None
        found = self._called().get(word)
        next_name = self.field.mention_at.get(at + 1)
        if found is None or (next_name is not None and next_name.form is NameForm.DEMONYM):
            return None
        headline = self.field.begins[at] == 0
        end = at + 1
        while headline and self.field.word(end).startswith("ال") and end not in self.field.in_name:
            end += 1
        behind = self.field.word(end)
        described = behind in spoken("others") or agrees(behind, word)
        if behind.startswith("ال") and described and end not in self.field.mention_at:
            return None
        entity = next((entity for token, entity in reversed(found) if token < at), None)
        if entity is None and headline:
            entity = next((entity for token, entity in found if token < at + NEAR), None)
        if entity is None:
            return None
        kind = self.field.entities[entity].kind
        bearer = next_name is not None and next_name.kind is EntityKind.PERSON
        return None if bearer and kind is EntityKind.PERSON else Party(entity, kind, end)

    def _called(self) -> dict[str, list[tuple[int, int]]]:
        """Who has been called by each noun so far, with the tokens."""
        if self._nouns is None:
            self._nouns = {}
            for mention in self.field.mentions:
                noun = self._noun(mention)
                if noun is not None:
                    self._nouns.setdefault(noun, []).append((mention.begin, mention.entity))
        return self._nouns

    def _noun(self, mention: Mention) -> str | None:
        """The definite noun by which one may go on to speak of what is mentioned."""
        field = self.field
        if mention.form is NameForm.DEMONYM:
            word = without_clitics(field.word(mention.begin - 1))
            state = heads().get(word) not in PRIVATE  # "المواطنين الفرنسيين" are not France
            return word if word.startswith("ال") and word in heads() and state else None
        titled = mention.begin < mention.core or mention.form is NameForm.ROLE
        if mention.kind is EntityKind.ORGANISATION or (
            mention.kind is EntityKind.PERSON and titled
        ):
            word = field.word(mention.begin)[len(mention.clitics) :]
            return word if word.startswith("ال") else "ال" + word
        return None

    def running(self, at: int, gender: Gender | None) -> int | None:
        """The subject of the clause before, in the same sentence, that fits the verb's gender."""
        found = self._latest(at, self.field.begins[at], gender)
        return self._opening(at, gender) if found is None else found

    def _opening(self, at: int, gender: Gender | None) -> int | None:
        """Who stands first in the sentence or one of its clauses, or behind a verb that does.

        The verb may be any word: the knowledge has but those that tell of events.
        """
        field = self.field
        words, first = field.words, field.begins[at]
        commas = [k + 1 for k in range(at - 2, first, -1) if words[k] in COMMAS]
        for begin in (*commas, first):
            found = self._opener(begin, at, whole=begin == first)
            if found is not None:
                same = field.statement(begin) == field.statement(at)
                return found if same and self.fits(found, gender) else None
        return None

    def _opener(self, k: int, at: int, *, whole: bool) -> int | None:
        """Who opens the clause that begins at token `k`; first in it only of a `whole` sentence."""
        field = self.field
        while field.word(k) in _OPENERS and k < at:
            k, whole = k + 1, True
        found = self._free(k, at) if whole else None
        if found is not None:
            return found
        word = field.word(k)
        verb = not field.marbuta(k) and not word.startswith("ال") and not field.preposition(k)
        verb = verb and k not in field.mention_at and k not in field.time_at
        verb = verb and word not in clause_ends() and without_clitics(word) not in heads()
        return self._free(k + 1, at) if verb else None

    def _free(self, k: int, at: int) -> int | None:
        """The party that begins at token `k`, before token `at`, with no letter before it."""
        mention = self.field.mention_at.get(k)
        if mention is not None:
            acts = mention.kind in PARTIES or self.field.sort(mention.entity) == "capital"
            acts = acts and self.field.word(mention.end) != ":"  # "فرنسا: الحزب يقترح"
            free = not mention.clitics and mention.end < at and acts
            return mention.entity if free and mention.form is not NameForm.DEMONYM else None
        if k >= at or self.field.word(k) not in heads():
            return None
        found = self.called(self.field.word(k), k) or party(self.field, k, at)
        return None if found is None else found.entity

    def spoken_of(self, at: int, gender: Gender | None, *, plural: bool = False) -> list[int]:
        """The last person that the sentence names before token `at`, else the last party."""
        field = self.field
        named = [
            m
            for m in reversed(field.mentions)
            if field.begins[at] <= m.begin < at
            and m.form is not NameForm.DEMONYM
            and m.kind in PARTIES
            and self.fits(m.entity, gender)
        ]
        people = [m for m in named if m.kind is EntityKind.PERSON]
        chosen = [m for m in named if m.kind is not EntityKind.PERSON] if plural else people
        return [chosen[0].entity] if chosen else []

    def last(self, at: int, gender: Gender | None) -> list[int]:
        """The last subject before token `at`, in whichever sentence near by."""
        found = self._latest(at, at - NEAR, gender)
        return [] if found is None else [found]

    def others(self, at: int, gender: Gender | None, but: list[int]) -> list[int]:
        """The last subject before token `at` in its sentence who is none of `but`."""
        for token, entity in reversed(self.subjects):
            if token < self.field.begins[at]:
                break
            if token < at and entity not in but and self.fits(entity, gender):
                return [entity]
        return []

    def _latest(self, at: int, first: int, gender: Gender | None) -> int | None:
        """The last subject from token `first` on, of the same teller as token `at`."""
        said = self.field.statement(at)
        for token, entity in reversed(self.subjects):
            if token < first:
                break
            if token < at and self.field.statement(token) == said and self.fits(entity, gender):
                return entity
        return None
