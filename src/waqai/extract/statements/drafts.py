"""Statements while they are read: what the grammar keeps between one cue and the next."""

import re
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from waqai.arabic.letters import bare
from waqai.extract.statements.ground import Ground
from waqai.extract.statements.morphology import Gender
from waqai.extract.statements.openers import Opener
from waqai.extract.statements.speakers import Subject
from waqai.extract.statements.titles import (
    adjective,
    of_another,
    plain,
    title_before,
    title_behind,
)
from waqai.extract.statements.vocabulary import Cue, listed
from waqai.model.names import Entity, EntityKind

_QUOTED = re.compile(r"[\"“”«»]([^\"“”«»]+)[\"“”«»]")

#: How many speakers back a pronoun may reach.
_MEMORY = 6


@dataclass(slots=True)
class Draft:
    """One statement in the making. `first` and `last` are the tokens of the word of saying."""

    cue: Cue | None
    first: int
    last: int
    speaker: int | None
    opener: Opener
    end: int
    direct: bool = False
    after: bool = True  # what is said stands behind the word of saying
    fixed: bool = False  # its end is sure
    aside: bool = False  # a headline: nobody takes the floor
    named: bool = False  # its subject was said, not implied
    via: list[int] = field(default_factory=list)
    gap: tuple[int, int] = (0, 0)
    reach: int = 0  # how far headlines between it and the next saying stand
    parent: "Draft | None" = None


@dataclass(slots=True)
class Heard:
    """One who has spoken: `gender` is that of the verb his name stood with."""

    entity: int
    gender: Gender | None
    plural: bool
    at: int


class Floor:
    """Who has the floor: the speakers so far, and how each was called."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._heard: list[Heard] = []
        self._ids: dict[str, int] = {entity.id: k for k, entity in enumerate(ground.entities)}
        self._called: dict[int, set[str]] = {}
        self._first: dict[int, set[str]] = {}
        self._titles: dict[int, set[str]] = {}
        self._known = len(ground.entities)
        for named in ground.names:
            self._call(named.entity, ground.tokens.words[named.begin : named.end])
            title = ground.tokens.words[named.begin : named.core]
            self._titles.setdefault(named.entity, set()).update(map(plain, title))
            self._call(named.entity, title_before(ground, named))
            self._call(named.entity, title_behind(ground, named))

    def give(self, entity: int, gender: Gender | None, plural: bool, at: int) -> None:
        """`entity` speaks at token `at`."""
        if gender is None:
            gender = next((h.gender for h in reversed(self._heard) if h.entity == entity), None)
        self._heard.append(Heard(entity, gender, plural, at))
        del self._heard[:-_MEMORY]

    def running(self, cue: Cue | None) -> int | None:
        """The last speaker whose gender fits the verb."""
        for heard in reversed(self._heard):
            if cue is None or cue.gender is None or heard.gender is None:
                return heard.entity
            if heard.gender is cue.gender or (cue.plural and heard.plural):
                return heard.entity
        return None

    @property
    def last(self) -> Heard | None:
        return self._heard[-1] if self._heard else None

    def entity_of(self, subject: Subject) -> int | None:
        """The entity of `subject`: the name's, one called so before, or a new unnamed source."""
        if subject.named is not None:
            entity = subject.named.entity
            words = self._ground.tokens.words[subject.begin : subject.end]
            if self._ground.entities[entity].id.startswith("role:"):
                known = self._called_so(words, subject.begin, but=entity)
                if known is not None:
                    return known
            self._call(entity, words)
            return entity
        ground = self._ground
        first = ground.word(subject.begin)
        alone = subject.end == subject.begin + 1 and first in listed("sources", "lone")
        if alone or first in listed("sources", "things"):
            return None
        words = ground.tokens.words[subject.begin : subject.end]
        words = [_uncut(words[0], subject.clitics), *words[1:]]
        if words[0].startswith("ال") or len(words) == 1 or _full_title(words):
            known = self._called_so(words, subject.begin)
            if known is None and len(words) == 1:
                known = self._last_carrier(words[0], subject.begin)
            if known is not None:
                return known
        return self._new(subject, words)

    def _called_so(self, words: list[str], at: int, but: int | None = None) -> int | None:
        """The one called so before: a speaker first, then whoever bears the title nearest by."""
        first, definite = plain(words[0]), words[0].startswith("ال")
        want = {plain(w) for w in words if w.startswith("ال") or len(words) == 1 or not definite}
        for heard in reversed(self._heard):
            if heard.entity != but and self._bears(heard.entity, first, want):
                return heard.entity
        titled = [
            n
            for n in self._ground.names
            if n.kind in {EntityKind.PERSON, EntityKind.ORGANISATION}
            and n.begin != at
            and n.entity != but
        ]
        for named in reversed(titled) if len(want) == 1 else titled:
            if len(want) == 1 and named.end > at:
                continue
            if self._bears(named.entity, first, want):
                return named.entity
        if len(want) > 2:  # "المستشار الرئاسي الروسي", called so but for the last word
            for named in titled:
                called = self._called.get(named.entity, set())
                short = len(want - called) == 1 and first in self._first.get(named.entity, set())
                if short and not of_another(want - called, called - want):
                    return named.entity
        return self._sole(first, want)

    def _last_carrier(self, word: str, at: int) -> int | None:
        """ "الوكالة", "الصحيفة": the carrier last named before token `at`."""
        if word.removeprefix("ال") not in listed("sources", "carriers"):
            return None
        before = [n for n in self._ground.names if n.end <= at]
        return next(
            (n.entity for n in reversed(before) if is_carrier(self._ground, n.entity)), None
        )

    def _sole(self, first: str, want: set[str]) -> int | None:
        """The only one yet called by a title ("السفيرة فلانة"), where now the state is said with it
        ("السفيرة القطرية")."""
        if len(want) != 2 or not all(word == first or adjective(word) for word in want):
            return None
        bearers = [
            e
            for e, firsts in self._first.items()
            if first in firsts
            and e < self._known
            and not self._ground.entities[e].id.startswith("role:")
        ]
        if len(bearers) != 1 or any(map(adjective, self._titles.get(bearers[0], ()))):
            return None
        return bearers[0]

    def _bears(self, entity: int, first: str, want: set[str]) -> bool:
        """Whether the entity has been called by a title that begins with `first`."""
        called = self._called.get(entity, set())
        return want <= called and first in self._first.get(entity, set())

    def _call(self, entity: int, words: list[str]) -> None:
        if words:
            self._called.setdefault(entity, set()).update(map(plain, words))
            self._first.setdefault(entity, set()).add(plain(words[0]))

    def _new(self, subject: Subject, words: list[str]) -> int:
        ground = self._ground
        key = "unnamed:" + "_".join(words)
        if key in self._ids:
            return self._ids[key]
        carrier = words[0] in listed("sources", "carriers")
        kind = EntityKind.ORGANISATION if carrier else EntityKind.GROUP
        name = _uncut(ground.text(subject.begin, subject.end), subject.clitics)
        aliases = dict.fromkeys((name, *_short_names(name)))
        ground.entities.append(Entity(key, kind, name, aliases=tuple(aliases)))
        index = len(ground.entities) - 1
        self._ids[key] = index
        self._call(index, words)
        return index


def _full_title(words: list[str]) -> bool:
    """A title that ends definite ("وزير الدفاع"): it names one, not some unnamed source."""
    return (
        len(words) > 1 and words[-1].startswith("ال") and not listed("words", "loose") & set(words)
    )


def _short_names(name: str) -> list[str]:
    """What a body may be called for short: "تاس" of "وكالة أنباء تاس الروسية", "الأمل" of
    "حركة "الأمل" المحلية"."""
    generic = listed("sources", "carriers") | listed("words", "within")
    if bare(name).split()[0] not in generic:
        return []
    quoted = [part.strip() for part in _QUOTED.findall(name)]
    words = name.split()
    while words and bare(words[0]) in generic | listed("sources", "generic"):
        words.pop(0)
    while len(words) > 1 and bare(words[-1]).startswith(("ال", "لل")):
        words.pop()
    return [part for part in (*quoted, " ".join(words)) if part]


def _uncut(words: str, clitics: int) -> str:
    """`words` without the letters before them; للصحيفة becomes الصحيفة."""
    if clitics == 1 and words.startswith("لل"):
        return "ال" + words[2:]
    return words[clitics:]


def is_carrier(ground: Ground, entity: int) -> bool:
    """Whether news comes through the entity: an agency, a channel, a newspaper, a site."""
    found = ground.entities[entity]
    if found.id in carrier_ids():
        return True
    if found.kind is not EntityKind.ORGANISATION:
        return False
    carriers = listed("sources", "carriers")
    if set(map(bare, found.name.split())) & listed("sources", "no_carriers"):
        return False
    return any(
        bare(name).split()[0] in carriers for name in (found.name, *found.aliases) if name.strip()
    )


@cache
def carrier_ids() -> frozenset[str]:
    """The ids of the organisations through which news comes, as the knowledge has them."""
    source = resources.files("waqai.knowledge").joinpath("organisations.tsv")
    if not source.is_file():
        return frozenset()
    lines = source.read_text(encoding="utf-8").splitlines()
    header = [name.strip() for name in lines[0].lstrip("# ").split("\t")]
    if "carrier" not in header:
        return frozenset()
    at = header.index("carrier")
    rows = (line.split("\t") for line in lines[1:] if line and not line.startswith("#"))
    return frozenset(row[0] for row in rows if at < len(row) and row[at].strip())
