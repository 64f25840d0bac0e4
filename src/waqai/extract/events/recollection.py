"""What is remembered of the clauses read so far, and who may be meant at all."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as default
from typing import Any

from waqai.arabic.letters import bare
from waqai.extract.events.drafts import Draft
from waqai.extract.events.field import Field
from waqai.extract.events.people import singular, spoken
from waqai.extract.events.words import listed
from waqai.extract.statements.morphology import Gender
from waqai.extract.statements.vocabulary import listed as sayings
from waqai.mentions.names.gazetteer import gazetteer
from waqai.model.names import EntityKind

TWO = 2
NEAR = 120  # tokens back within which two are "both"
PARTIES = {EntityKind.COUNTRY, EntityKind.ORGANISATION, EntityKind.GROUP, EntityKind.PERSON}


@dataclass(slots=True)
class Recollection:
    """The subjects of the clauses so far, and the pairs that have met.

    Whoever looks at them is counted in `recalled`, for what was read so reads otherwise later.
    """

    field: Field
    recalled: int = 0  # how often somebody asked who was spoken of
    read: dict[Hashable, tuple[tuple[int, int, int] | None, Sequence[Any]]] = default(
        default_factory=dict
    )
    _subjects: list[tuple[int, int]] = default(default_factory=list)  # token, entity
    _pairs: list[tuple[int, tuple[int, ...]]] = default(default_factory=list)
    _met: dict[str, tuple[int, ...]] = default(default_factory=dict)  # by kind, who met first
    _agents: list[tuple[int, int]] = default(default_factory=list)
    _nouns: dict[str, list[tuple[int, int]]] | None = None
    _bodies: dict[int, list[str]] = default(default_factory=dict)  # what each is called by

    @property
    def subjects(self) -> Sequence[tuple[int, int]]:
        """The subjects of the clauses so far, each with the token of its verb."""
        self.recalled += 1
        return self._subjects

    @property
    def agents(self) -> Sequence[tuple[int, int]]:
        """Who acts by a noun, each with its token."""
        self.recalled += 1
        return self._agents

    @property
    def pairs(self) -> Sequence[tuple[int, tuple[int, ...]]]:
        """The pairs that have taken part in an event, each with its token."""
        self.recalled += 1
        return self._pairs

    @property
    def met(self) -> Mapping[str, tuple[int, ...]]:
        """Who met first, by the kind of the meeting."""
        self.recalled += 1
        return self._met

    def stamp(self) -> tuple[int, int, int]:
        """What changes when somebody new may be meant."""
        return len(self._subjects), len(self._pairs), len(self._agents)

    def subject(self, at: int, entity: int) -> None:
        """`entity` is the subject of the verb at token `at`."""
        if not self._tells(entity) and not self._town(entity):
            self._subjects.append((at, entity))

    def agent(self, at: int, entity: int) -> None:
        """`entity` acts by the noun at token `at`: it may own what is spoken of behind it."""
        if not self._town(entity):
            self._agents.append((at, entity))

    def pair_up(self, at: int, draft: Draft) -> None:
        """Two who take part in an event may be meant by a dual behind token `at`."""
        if len(draft.parties) != TWO:
            return
        self._pairs.append((at, tuple(draft.parties)))
        if draft.frame.mutual and not draft.reading.pronoun:
            self._met.setdefault(draft.frame.kind, tuple(draft.parties))

    def _town(self, entity: int) -> bool:
        """Whether the entity is a place that speaks for no country: it takes up no verb."""
        place = self.field.entities[entity].kind is EntityKind.PLACE
        return place and self.field.sort(entity) != "capital"

    def _tells(self, entity: int) -> bool:
        """Whether the entity only tells what it knows: "مصادر ميدانية", "بيان"."""
        found = self.field.entities[entity]
        known = found.id in gazetteer().by_id
        words = bare(found.name).split()[:TWO]
        one = words[:1] if not words or words[0] not in spoken("one_of") else words  # "أحد المصادر"
        return not known and not spoken("sources").isdisjoint(one)

    def speaker(self, at: int) -> int | None:
        """Who says the words at token `at`, unless it only tells of others."""
        index = self.field.statement(at)
        if index is None or self._attributed(index):
            return None
        speaker = self.field.statements[index].speaker
        return None if speaker is None or self._tells(speaker) else speaker

    def _attributed(self, index: int) -> bool:
        """Whether the statement only stands beside who told it: "بدأت المحادثات، حسب الوكالة"."""
        cue = self.field.statements[index].cue
        return bare(self.field.tokens.text[cue.start : cue.end]) in spoken("according")

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
            words = self._bodies.get(entity)
            if words is None:
                words = self._bodies[entity] = self._body(entity)
            masculine = bool(words) and words[0].removeprefix("ال") in listed("masculine")
            return masculine is (gender is Gender.MALE)
        if found.kind is EntityKind.GROUP and found.id.startswith(("group:", "phrase:")):
            head = bare(found.name).split()[0]
            one = head in singular() or head.removeprefix("ال") in listed("masculine")
            return one is (gender is Gender.MALE)
        return True

    def _body(self, entity: int) -> list[str]:
        """The words of an organisation's name: one body is "المفوضية" here and "مكتب" there."""
        names = [m for m in self.field.mentions if m.entity == entity]
        if len({self.field.word(m.core) for m in names}) == 1:
            return [self.field.word(names[0].core)[len(names[0].clitics) :]]
        return bare(self.field.entities[entity].name).split()
