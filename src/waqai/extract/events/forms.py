"""What a written form is: a trigger, a light verb or an operator in one of its shapes."""

from dataclasses import dataclass
from enum import StrEnum

from waqai.extract.events.frames import Frame, Role
from waqai.extract.statements.morphology import Gender
from waqai.model.events import Status


class Shape(StrEnum):
    """How a form stands in its clause."""

    PAST = "past"
    PRESENT = "present"
    PASSIVE = "passive"
    PARTICIPLE = "participle"
    NOUN = "noun"
    PHRASE = "phrase"


FINITE = frozenset({Shape.PAST, Shape.PRESENT, Shape.PASSIVE})
#: Clitics that govern the word behind them.
PREPOSITIONS = frozenset("بلك")


@dataclass(frozen=True, slots=True)
class Light:
    """A verb that only carries a noun; `subject` is what its subject is to the noun's event.

    The noun stands behind one of `prepositions`, "" for none. Of a verb that `causes` it is the
    object: "أجبره على الاستقالة".
    """

    lemma: str
    subject: Role
    prepositions: frozenset[str]
    announces: bool = False
    gathers: bool = False
    ends: bool = False
    happens: bool = False
    causes: bool = False


@dataclass(frozen=True, slots=True)
class Operator:
    """What acts on the event in its content; `own` when its subject acts in the event.

    What one that `wishes` governs is told by nobody as done, unless they are to meet.
    """

    lemma: str
    status: Status
    content: frozenset[str]
    own: bool
    before_present: bool = False
    wishes: bool = False


@dataclass(frozen=True, slots=True)
class Inflection:
    """A base form in the table. `rest` are the further words of a phrase."""

    of: Frame | Light | Operator
    shape: Shape
    gender: Gender | None = None
    plural: bool = False
    first: bool = False
    dual: bool = False
    rest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A word as a form: with the clitics before it, its article and the pronoun behind it."""

    form: Inflection
    clitics: str = ""
    article: bool = False
    pronoun: str = ""

    @property
    def future(self) -> bool:
        return "س" in self.clitics

    @property
    def preposition(self) -> str:
        """The clitic that governs the word: ب, ل or ك; "" for none."""
        last = self.clitics[-1:]
        return last if last in PREPOSITIONS and last else ""
