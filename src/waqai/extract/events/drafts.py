"""Events while they are read: what the grammar keeps between one trigger and the next."""

from dataclasses import dataclass, field

from waqai.extract.events.forms import Reading
from waqai.extract.events.frames import Frame, Role
from waqai.model.events import Status


@dataclass(slots=True, eq=False)  # two drafts are one only when they are the same
class Draft:
    """An event in the making: its trigger at tokens `[at, end)`, parties by entity index."""

    frame: Frame
    reading: Reading
    at: int
    end: int
    actors: dict[int, int] = field(default_factory=dict)  # entity → token it stands at
    recipients: dict[int, int] = field(default_factory=dict)
    both: dict[int, int] = field(default_factory=dict)
    places: dict[int, int] = field(default_factory=dict)
    status: Status = Status.HAPPENED
    operator: tuple[int, int] | None = None
    clause: tuple[int, int] = (0, 0)
    governor: "Draft | None" = None
    host: "Draft | None" = None  # the noun whose event the verb goes on to tell
    carried: bool = False  # by a light verb
    cost: "list[Draft]" = field(default_factory=list)  # what tells of its victims
    dropped: bool = False

    def give(self, role: Role, entity: int, at: int, *, place: bool = False) -> None:
        """`entity`, named at token `at`, has `role`; `place` when it is a place or a country."""
        if role is Role.ACTOR:
            self.actors.setdefault(entity, at)
        elif role is Role.RECIPIENT:
            self.recipients.setdefault(entity, at)
        elif role is Role.BOTH:
            self.both.setdefault(entity, at)
        elif role is Role.PLACE and place:
            self.places.setdefault(entity, at)

    def absorb(self, other: "Draft") -> None:
        """Takes over those who suffered in `other`, and where: it tells the same event."""
        for entity, at in other.recipients.items():
            self.recipients.setdefault(entity, at)
        for entity, at in other.places.items():
            self.places.setdefault(entity, at)

    @property
    def parties(self) -> dict[int, int]:
        """Everybody who takes part, with the token that each stands at."""
        return {**self.actors, **self.both, **self.recipients}
