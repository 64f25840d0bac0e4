"""What an address asks for of happenings, and whom its names mean."""

from dataclasses import dataclass
from enum import StrEnum

from waqai.model.events import EventType, Status
from waqai.model.names import Entity
from waqai.store.queries.filters import Wanted
from waqai.web.asked import Asked

_MEANT = 50  # of those whom one word means that are asked for
_NAME = 120  # characters of a name that are heard


class Order(StrEnum):
    """In which order of days a list stands."""

    LATEST = "latest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class Meant:
    """A name of the address, and whom it means; nobody where `found` is empty."""

    words: str
    found: tuple[Entity, ...]

    @property
    def ids(self) -> list[str]:
        """Their ids."""
        return [entity.id for entity in self.found]


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters of a list of happenings, as the address has them."""

    actor: Meant | None
    place: Meant | None
    wanted: Wanted
    order: Order

    @property
    def some(self) -> bool:
        """Whether anything is asked for but the order."""
        return self.wanted != Wanted()


def meant(asked: Asked, name: str) -> Meant | None:
    """Whom the parameter `name` of the address means, None where it is not there."""
    words = asked.word(name)
    if words is None:
        return None
    # an id is longer than a name where it tells its story too
    found = asked.chronicle.who(words if " " not in words else words[:_NAME])
    return Meant(words, found[:_MEANT])


def filters(asked: Asked, order: Order = Order.LATEST) -> Filters:
    """The filters of the address. Raises Refused when one of them is not understood."""
    actor, place = meant(asked, "actor"), meant(asked, "place")
    type, status = asked.one_of("type", EventType), asked.one_of("status", Status)
    wanted = Wanted(
        None if actor is None else actor.ids,
        None if place is None else place.ids,
        type and type.value,
        status and status.value,
        asked.day("from"),
        asked.day("to"),
        asked.word("outlet"),
    )
    return Filters(actor, place, wanted, asked.one_of("order", Order) or order)
