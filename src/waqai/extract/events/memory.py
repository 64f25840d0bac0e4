"""Who is meant by a pronoun, a dual or a verb without subject: those just spoken of."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from dataclasses import field as default
from functools import cache
from typing import Any

from waqai.arabic.letters import bare
from waqai.extract.events.drafts import Draft
from waqai.extract.events.field import Field, Mention
from waqai.extract.events.forms import readings
from waqai.extract.events.frames import Frame
from waqai.extract.events.people import heads, singular, spoken
from waqai.extract.events.sectors import sector_of
from waqai.extract.events.unnamed import PRIVATE, Party, agrees, group, party, without_clitics
from waqai.extract.events.words import clause_ends, listed
from waqai.extract.statements.ground import COMMAS
from waqai.extract.statements.morphology import Gender
from waqai.extract.statements.vocabulary import listed as sayings
from waqai.mentions.names.gazetteer import gazetteer
from waqai.model.names import EntityKind, NameForm

_TWO = 2
_NEAR = 120  # tokens back within which two are "both"
_OTHERS = {
    "ه": frozenset({EntityKind.PERSON}),
    "ها": frozenset({EntityKind.COUNTRY, EntityKind.ORGANISATION, EntityKind.PERSON}),
    "هم": frozenset({EntityKind.GROUP}),
}
_GOVERNMENT = "حكومت"  # before a pronoun
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
_PARTIES = {EntityKind.COUNTRY, EntityKind.ORGANISATION, EntityKind.GROUP, EntityKind.PERSON}


@dataclass(slots=True)
class Memory:
    """The subjects of the clauses so far, and the pairs that have met."""

    field: Field
    subjects: list[tuple[int, int]] = default(default_factory=list)  # token, entity
    pairs: list[tuple[int, tuple[int, ...]]] = default(default_factory=list)
    met: dict[str, tuple[int, ...]] = default(default_factory=dict)  # by kind, who met first
    agents: list[tuple[int, int]] = default(default_factory=list)
    read: dict[Hashable, tuple[tuple[int, int, int] | None, Sequence[Any]]] = default(
        default_factory=dict
    )
    recalled: int = 0  # how often somebody asked who was spoken of
    _nouns: dict[str, list[tuple[int, int]]] | None = None

    def stamp(self) -> tuple[int, int, int]:
        """What changes when somebody new may be meant."""
        return len(self.subjects), len(self.pairs), len(self.agents)

    def subject(self, at: int, entity: int) -> None:
        """`entity` is the subject of the verb at token `at`."""
        if not self._tells(entity) and not self._town(entity):
            self.subjects.append((at, entity))

    def agent(self, at: int, entity: int) -> None:
        """`entity` acts by the noun at token `at`: it may own what is spoken of behind it."""
        if not self._town(entity):
            self.agents.append((at, entity))

    def _town(self, entity: int) -> bool:
        """Whether the entity is a place that speaks for no country: it takes up no verb."""
        place = self.field.entities[entity].kind is EntityKind.PLACE
        return place and self.field.sort(entity) != "capital"

    def _tells(self, entity: int) -> bool:
        """Whether the entity only tells what it knows: "مصادر ميدانية", "بيان"."""
        found = self.field.entities[entity]
        known = found.id in gazetteer().by_id
        words = bare(found.name).split()[:_TWO]
        one = words[:1] if not words or words[0] not in spoken("one_of") else words  # "أحد المصادر"
        return not known and not spoken("sources").isdisjoint(one)

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
            entity = next((entity for token, entity in found if token < at + _NEAR), None)
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
            acts = mention.kind in _PARTIES or self.field.sort(mention.entity) == "capital"
            acts = acts and self.field.word(mention.end) != ":"  # "فرنسا: الحزب يقترح"
            free = not mention.clitics and mention.end < at and acts
            return mention.entity if free and mention.form is not NameForm.DEMONYM else None
        if k >= at or self.field.word(k) not in heads():
            return None
        found = self.called(self.field.word(k), k) or party(self.field, k, at)
        return None if found is None else found.entity

    def other(self, at: int, pronoun: str) -> int | None:
        """Whom a pronoun behind a preposition at token `at` means: not who acts in the clause."""
        self.recalled += 1
        gender = {"ه": Gender.MALE, "ها": Gender.FEMALE}.get(pronoun)
        acting = self.running(at, None)
        kinds = _OTHERS.get(pronoun, frozenset())
        for mention in reversed(self.field.mentions):
            if mention.begin >= at or mention.form is NameForm.DEMONYM:
                continue
            if mention.begin < at - _NEAR:
                break
            fits = mention.kind in kinds and self.fits(mention.entity, gender)
            if fits and mention.entity != acting:
                return mention.entity
        return None

    def spoken_of(self, at: int, gender: Gender | None, *, plural: bool = False) -> list[int]:
        """The last person that the sentence names before token `at`, else the last party."""
        field = self.field
        named = [
            m
            for m in reversed(field.mentions)
            if field.begins[at] <= m.begin < at
            and m.form is not NameForm.DEMONYM
            and m.kind in _PARTIES
            and self.fits(m.entity, gender)
        ]
        people = [m for m in named if m.kind is EntityKind.PERSON]
        chosen = [m for m in named if m.kind is not EntityKind.PERSON] if plural else people
        return [chosen[0].entity] if chosen else []

    def last(self, at: int, gender: Gender | None) -> list[int]:
        """The last subject before token `at`, in whichever sentence near by."""
        found = self._latest(at, at - _NEAR, gender)
        return [] if found is None else [found]

    def others(self, at: int, gender: Gender | None, but: list[int]) -> list[int]:
        """The last subject before token `at` in its sentence who is none of `but`."""
        self.recalled += 1
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

    def owner(self, at: int, pronoun: str) -> list[int]:
        """Whom the pronoun behind the word at `at` means."""
        self.recalled += 1
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
            if mention.begin < at - _NEAR:
                break
            kinds = {EntityKind.PERSON} if pronoun == "ه" else _PARTIES
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
        for k in range(at - 1, max(0, at - _NEAR), -1):
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

    def two_men(self, at: int) -> list[int]:
        """The two without a name whom the sentence, or that before it, speaks of: "رجلين"."""
        field = self.field
        for k in range(at - 1, max(0, at - _NEAR // 2), -1):
            mention = field.mention_at.get(k)
            if mention is not None and mention.form is NameForm.DEMONYM:
                if field.word(k).endswith("يان"):
                    return [group(field, k, mention.end, field.entities[mention.entity].id).entity]
            elif without_clitics(field.word(k)) in spoken("two") and k not in field.in_name:
                found = party(field, k, at)
                return [] if found is None else [found.entity]
        return []

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
            words = self._called_last(entity)
            masculine = bool(words) and words[0].removeprefix("ال") in listed("masculine")
            return masculine is (gender is Gender.MALE)
        if found.kind is EntityKind.GROUP and found.id.startswith(("group:", "phrase:")):
            head = bare(found.name).split()[0]
            one = head in singular() or head.removeprefix("ال") in listed("masculine")
            return one is (gender is Gender.MALE)
        return True

    def _called_last(self, entity: int) -> list[str]:
        """The words of an organisation's name: one body is "المفوضية" here and "مكتب" there."""
        names = [m for m in self.field.mentions if m.entity == entity]
        if len({self.field.word(m.core) for m in names}) == 1:
            return [self.field.word(names[0].core)[len(names[0].clitics) :]]
        return bare(self.field.entities[entity].name).split()

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

    def pair(self, at: int, *, persons: bool, office: bool = False) -> list[int]:
        """The two whom a dual means: those who met last, else the last two spoken of.

        Two of `office` ("الرئيسان") are such as hold one, where the story has two of them.
        """
        self.recalled += 1
        named = self._last_two(at, persons=persons, office=office)
        for token, parties in reversed(self.pairs):
            if token > at or token < max(at - _NEAR, named[0] if named else 0):
                continue
            kinds = {self.field.entities[p].kind for p in parties}
            if len(kinds) == 1 and (not persons or kinds == {EntityKind.PERSON}):
                return list(parties)
        return named[1] if named else []

    def pair_up(self, at: int, draft: Draft) -> None:
        """Two who take part in an event may be meant by a dual behind token `at`."""
        if len(draft.parties) != _TWO:
            return
        self.pairs.append((at, tuple(draft.parties)))
        if draft.frame.mutual and not draft.reading.pronoun:
            self.met.setdefault(draft.frame.kind, tuple(draft.parties))

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
        self.recalled += 1
        found: list[int] = []
        for mention in reversed(self.field.mentions):
            if mention.begin >= at or mention.form is NameForm.DEMONYM:
                continue
            if mention.begin < at - _NEAR or len(found) == _TWO:
                break
            land = self._land_of(mention)
            if land is not None and land not in found:
                found.append(land)
        return found[::-1] if len(found) == _TWO else []

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
            office = len(rulers) >= _TWO
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
            if office and sector_of(self.field.entities[mention.entity]) != "GOV":
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
