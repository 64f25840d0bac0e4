"""The day a story was published: a window of days and the reasons that narrowed it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence about a publication day, in words a reader understands.

    `rule` names the kind of constraint ("stamp.header", "today.weekday", "past.date", …);
    `start` and `end` its span in the page's text, None when it stands outside; `kept` is False
    when it was dropped because stronger evidence spoke against it; `stories` the ids of the other
    stories that it rests on.
    """

    rule: str
    en: str
    ar: str
    start: int | None = None
    end: int | None = None
    kept: bool = True
    stories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Publication:
    """A publication day as a window; an open side is None. `why` in order of strength.

    `likely` is the likeliest day of a window that is wider than a day, where something tells.
    """

    earliest: date | None
    latest: date | None
    why: tuple[Reason, ...] = ()
    likely: date | None = None

    @property
    def day(self) -> date | None:
        """The day, when the window is one day wide."""
        return self.earliest if self.earliest == self.latest else None
