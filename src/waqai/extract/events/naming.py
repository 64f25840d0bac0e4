"""Arguments that are names, and the people whom a demonym names by itself."""

from dataclasses import dataclass

from waqai.extract.events.argument import Argument
from waqai.extract.events.field import Mention
from waqai.extract.events.forms import PREPOSITIONS, Shape
from waqai.extract.events.people import spoken
from waqai.extract.events.phrases import Phrases
from waqai.extract.events.readings import readings
from waqai.extract.events.unnamed import (
    Party,
    group,
    nationals,
)
from waqai.extract.events.words import listed
from waqai.extract.statements.ground import COMMAS
from waqai.model.names import EntityKind, NameForm

#: Endings of several men or two, and of one that is counted.
_MANY, _ONE_OF = ("ون", "ين", "ان"), "يا"


@dataclass(slots=True)
class Naming(Phrases):
    """A reading of phrases that takes the names in them."""

    def _named(self, mention: Mention) -> None:
        letters = mention.clitics
        joined = letters == "و" or (self.joins and not letters)
        self.joins = False
        demonym = mention.form is NameForm.DEMONYM
        apposed = self.located and self.head and mention.kind is EntityKind.PLACE
        if letters and letters[-1] in PREPOSITIONS:
            self._governed(letters[-1])
        elif not letters and mention.kind is EntityKind.PLACE and self._bearing(mention):
            self._open("في")
        elif self.filled and not joined and not demonym and not apposed:
            self._open("")
        elif self.preposition == "في" and not demonym and self.head in listed("vessels"):
            self._open("")  # "اتهمت هيلي في بيان روسيا"
        people = self._people(mention) if demonym or self._counted(mention) else None
        if people is not None:
            self.k = max(mention.end, self.k + 1)
            self.found.append(Argument(
                people.entity, people.kind, self.preposition, mention.begin, mention.end, joined,
                people=True,
            ))  # fmt: skip
            self.filled = True
            return
        head = self.head if demonym else ""
        self.k = max(mention.end, self.k + 1)
        if demonym and not joined and (not self.head or (self.filled and not self.located)):
            return
        entity, kind = mention.entity, mention.kind
        if mention.begin < mention.core and self._of_kin(mention):
            found = self._kin(mention)
            entity, kind = found.entity, found.kind
        self.found.append(
            Argument(
                entity,
                kind,
                self.preposition,
                mention.begin,
                mention.end,
                joined,
                head,
                self.located,
                self.story.entities[entity].id.startswith("people:"),
            )
        )
        self.filled = True

    def _bearing(self, mention: Mention) -> bool:
        """Whether the place tells where without a preposition: "قصفت القوات شمال سوريا أمس"."""
        story, begin = self.story, mention.begin
        told = story.word(begin) in spoken("bearings") and story.preposition(begin) is None
        return told and not self.preposition and begin > self.first

    def _counted(self, mention: Mention) -> bool:
        """Whether what is spelled like a country is its men, counted: "19 روسيا"."""
        country = mention.kind is EntityKind.COUNTRY and not mention.clitics
        return country and self.story.word(mention.begin - 1).isdigit()

    def _people(self, mention: Mention) -> Party | None:
        """Those whom a demonym names by itself: "طالب البيت الأبيض الفلسطينيين", "قتل فلسطيني"."""
        story, begin = self.story, mention.begin
        word = story.word(begin)[len(mention.clitics) :]
        before = story.word(begin - 1)
        country = story.entities[mention.entity].country or story.entities[mention.entity].id
        counted = story.counted(begin - 1) or before.isdigit()
        if word.endswith(_MANY):
            inner = begin > self.first and not mention.clitics and begin not in story.mention_end
            if (
                not inner
                or counted
                or begin in story.time_end
                or before in COMMAS
                or story.preposition(begin - 1)
            ):
                return nationals(story, mention)
            if any(r.form.shape is Shape.NOUN for r in readings(before)):
                return None  # "الهجومين الأميركيين"
            described = before.startswith("ال") or before[-2:] == word[-2:] or before[-1:] == "ا"
            return (
                group(story, begin - 1, mention.end, country)
                if described
                else nationals(story, mention)
            )
        counted = word.endswith(_ONE_OF) and counted
        first = begin == self.first and not word.startswith("ال") and not mention.clitics
        verb = not before.endswith("ي")  # "نووي سوري"
        single = first and verb and not self.head and not self.preposition
        return nationals(story, mention) if counted or single else None

    def _kin(self, mention: Mention) -> Party:
        """Whose kin is meant, as a group of the country of him who is named."""
        story = self.story
        country = story.entities[mention.entity].country
        return group(story, mention.begin, mention.end, country)

    def _of_kin(self, mention: Mention) -> bool:
        """Whether the title says whose kin is meant: "زوجة فلان" is not he."""
        word = self.story.word(mention.begin)[len(mention.clitics) :]
        return mention.kind is EntityKind.PERSON and word in spoken("kin")
