"""A name as first read, before the story tells who is who."""

from dataclasses import dataclass

from waqai.mentions.names.index import Senses
from waqai.model.names import EntityKind, NameForm


@dataclass(slots=True)
class Title:
    """The role or title that stands with a name: tokens `[begin, end)`, `clitics` letters cut.

    `inside` are the names within it: "الأمين العام للأمم المتحدة".
    """

    begin: int
    end: int
    clitics: int
    roles: tuple[str, ...] = ()
    country: str | None = None
    body: int | None = None
    inside: tuple["Found", ...] = ()
    pair: bool = False  # said of two at once: "الرئيسين الأميركي … والروسي …"


@dataclass(slots=True)
class Found:
    """Tokens `[begin, end)` that name something, the first without its first `clitics` letters.

    `senses` are indices into the gazetteer's entities, with their marks; empty for what nobody
    listed. `sure` is False where the words are also ordinary ones.
    """

    begin: int
    end: int
    clitics: int
    kind: EntityKind
    form: NameForm = NameForm.NAME
    senses: Senses = ()
    title: Title | None = None
    country: str | None = None
    sure: bool = True
