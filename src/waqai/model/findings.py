"""All that many stories say together, as it is worked out and written down."""

from collections.abc import Mapping
from dataclasses import dataclass

from waqai.model.chronicle import Announcement, Conflict, Happening, Position, Report
from waqai.model.ground import Ground
from waqai.model.names import Entity
from waqai.model.publication import Publication


@dataclass(frozen=True, slots=True)
class Findings:
    """All that stages 5 and 6 make of a set of briefs. Everything is sorted by id.

    `reports` name the chronicle's entities, with the days as they are now known; `named` gives, by
    story, the chronicle's id of each of the story's entities in their order. `settled` has the
    publication of those stories whose day their neighbours told. `ground` is what is kept of the
    joining for pages that come later; without it all is made anew for them.
    """

    entities: tuple[Entity, ...]
    reports: tuple[Report, ...]
    named: Mapping[str, tuple[str, ...]]
    settled: Mapping[str, Publication]
    happenings: tuple[Happening, ...]
    announcements: tuple[Announcement, ...]
    positions: tuple[Position, ...]
    conflicts: tuple[Conflict, ...]
    ground: Ground | None = None
