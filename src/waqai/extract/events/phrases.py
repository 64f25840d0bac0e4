"""Where the reading of a clause stands: which phrase it is in, and whether that has its party."""

from dataclasses import dataclass, field

from waqai.extract.events.argument import THEME, Argument
from waqai.extract.events.field import Field, Mention
from waqai.extract.events.forms import Shape
from waqai.extract.events.frames import Frame
from waqai.extract.events.memory import Memory
from waqai.extract.events.people import heads, spoken, tallied
from waqai.extract.events.readings import readings
from waqai.extract.events.unnamed import (
    clitics_of,
)
from waqai.extract.events.words import listed
from waqai.extract.statements.ground import COMMAS
from waqai.extract.statements.vocabulary import listed as sayings
from waqai.mentions.names.gazetteer import gazetteer
from waqai.model.names import EntityKind, NameForm

_PHRASE = 5
_SHORTEST = 4
_NISBA = "يه"


@dataclass(slots=True)
class Phrases:
    """The phrase that stands at token `k`: `filled` when it has its party."""

    memory: Memory
    story: Field
    k: int
    end: int
    head: str
    wide: bool
    first: int = -1
    preposition: str = ""
    filled: bool = False
    located: bool = False
    theme: bool = False
    phrase: int = -1  # where a phrase without a name begins
    joins: bool = False  # "وحليفتها روسيا"
    found: list[Argument] = field(default_factory=list)

    def nameless(self, at: int) -> None:
        """The phrase that ends at token `at`, where it has named nobody: "شركات أجنبية"."""
        begin, self.phrase = self.phrase, -1
        if begin < 0 or self.filled or self.located:
            return
        end = min(at, begin + _PHRASE)
        if len(self.story.text(begin, end)) >= _SHORTEST and self._person(begin):
            self.found.append(Argument(None, None, self.preposition, begin, end))

    def _person(self, k: int) -> bool:
        """Whether the nameless phrase at token `k` may be somebody: no act, no measure."""
        word = self.story.word(k)
        plain = word[len(clitics_of(word)) :]
        if plain in listed("no_party") or plain.removeprefix("ال") in listed("no_party"):
            return False
        return not any(r.form.shape is Shape.NOUN for r in readings(plain))

    def _open(self, preposition: str) -> None:
        """A phrase begins."""
        self.preposition, self.filled, self.head, self.located = preposition, False, "", False

    def _governed(self, preposition: str) -> None:
        aside = preposition == "مع" and self.preposition == "في" and self.head in listed("vessels")
        themed = aside or (self.theme and preposition in listed("sited"))
        self._open(THEME if themed else preposition)
        self.theme = self.theme or preposition in listed("themes")

    def _aside(self, k: int) -> int:
        """Behind what is put in between commas: "دعا فلان، في حوار مع صحيفة، الصين إلى"."""
        story = self.story
        return next((j for j in range(k, self.end) if story.word(j) in COMMAS), self.end)

    def _apart(self, mention: Mention) -> bool:
        """Whether a definite noun before the name is another's: "اتهمت المنشورات حركة"."""
        if self.phrase < 0 or not self.story.word(self.k - 1).startswith("ال"):
            return False
        named = mention.kind in {EntityKind.COUNTRY, EntityKind.ORGANISATION, EntityKind.GROUP}
        return named and not mention.clitics and mention.form is not NameForm.DEMONYM

    def _counting(self, k: int, preposition: str) -> bool:
        """Whether the preposition at `k` but says how many: "أكثر من 20 دولة", "5 من المسلحين"."""
        story = self.story
        number = story.counted(k + 1) or story.word(k + 1).isdigit()
        if preposition == "من":
            over = story.word(k - 1) in spoken("over")
            some = story.word(k - 1).isdigit() and not self.filled and k - 1 not in story.in_name
            return over or (some and not number)
        return number and story.word(k) in spoken("about")

    def _common(self, mention: Mention) -> bool:
        """Whether what was taken for a name is a common noun alone: "نظام"."""
        if mention.end != mention.core + 1:
            return False
        story = self.story
        word = story.words[mention.core]
        common = word in heads() or word in listed("regimes")
        return common and story.entities[mention.entity].id not in gazetteer().by_id

    def _heads(self, k: int, plain: str) -> bool:
        """Whether the word at `k` may head a party: some do only behind a number."""
        story, always = self.story, plain in heads()
        if not always and plain not in tallied():
            return False
        if plain.endswith("ان") and plain in listed("pronouns", "parties"):
            return False
        if story.word(k - 1) in spoken("faceted"):
            return False  # "المفاوضات متعددة الأطراف"
        return always or story.counted(k) or story.counted(k - 1) or story.word(k - 1).isdigit()

    def _describing(self, k: int, cut: str, plain: str) -> bool:
        """Whether the word is no party here: an adjective, or a part of what is not one."""
        single = plain in spoken("qualities") and not plain.endswith(("ين", "ون"))
        if self.head and k == self.first and single:
            return True  # "هجوم انتحاري"
        if self.phrase >= 0 and not cut and plain.endswith(_NISBA) and not self.filled:
            return True  # "تصريحات صحفية"
        return cut == "و" and not self.filled and self.phrase >= 0  # "مكتب الصناعة والأمن"

    def _plain(self, k: int, cut: str, word: str, plain: str) -> None:
        """A word that names no party: the head of a phrase, or the beginning of a nameless one."""
        joined = cut == "و" and self.filled
        owned = word.endswith(("ها", "هم")) or (word[-1] == "ه" and not self.story.marbuta(k))
        self.joins = joined and owned and k + 1 in self.story.mention_at
        if joined and not self.joins and self.preposition in {"بين", "مع"}:
            self.filled, self.phrase = False, k  # "بين طهران والغرب"
            return
        self.located = self.located or plain in listed("places", "heads")
        if not self.filled:
            self.head = self.head or plain
            filler = word in sayings("words", "fillers")
            if self.phrase < 0 and word[:1].isalpha() and not filler:
                self.phrase = k

    def _told(self, k: int, word: str, cut: str) -> bool:
        """Whether another event's noun stands at `k`: what follows it is its own."""
        if self.wide or k - self.first < 2:
            return False
        if not self.preposition and not cut:
            return False  # a part of the object: "خرق اتفاق وقف إطلاق النار"
        found = [r for r in readings(word) if isinstance(r.form.of, Frame)]
        if not found or any(r.form.shape is not Shape.NOUN for r in found):
            return False
        if self.preposition in listed("themes") and any(r.pronoun for r in found):
            self.k += 1  # "التقى خلال زيارته نظيره"
            self._open("")
            self.filled = True
            return True
        self.k = self._aside(k) if self.preposition == "في" else self.end
        return True
