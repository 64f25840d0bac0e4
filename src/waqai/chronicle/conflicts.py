"""Conflicts: independent sources give different values for the same thing.

A source is an account (near-copies of one report are one) and, where somebody makes the claim in
it, that speaker. Values conflict only when they cannot hold together and each has a source that
gives none of the others; what may be the same (a city and its country, a toll that rose) is not
told.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from waqai.chronicle.slots import (
    Claim,
    days_apart,
    parties_apart,
    places_apart,
    status_apart,
    tolls_apart,
)
from waqai.chronicle.wordings import wordings
from waqai.model.chronicle import (
    Conflict,
    Happening,
    Report,
    Slot,
    SlotValue,
    Telling,
    TellingKey,
)
from waqai.model.names import Entity
from waqai.resolve.happenings.mentions import without_mentions
from waqai.resolve.happenings.parties import Cast


@dataclass(frozen=True, slots=True)
class _Told:
    """The tellings of one happening, and the reports that they stand in."""

    tellings: tuple[Telling, ...]
    reports: Mapping[str, Report]
    entities: Mapping[str, Entity]

    def account(self, telling: Telling) -> str:
        return self.reports[telling.key.story].account

    def voice(self, telling: Telling) -> str:
        """Who makes the claim: the speaker, else the account."""
        return telling.told_by or self.account(telling)


def conflicts(
    happenings: Iterable[Happening],
    tellings: Mapping[TellingKey, Telling],
    reports: Mapping[str, Report],
    entities: Mapping[str, Entity],
) -> tuple[Conflict, ...]:
    """The conflicts of `happenings`, sorted by happening, slot and values.

    `tellings` and `reports` hold all that the happenings name, by key and by story id. A telling
    whose story is not among `reports` is passed over.
    """
    cast = Cast(entities)
    found = (
        conflict
        for happening in happenings
        for conflict in _conflicts_of(happening, tellings, reports, cast)
    )
    return tuple(sorted(found, key=lambda c: (c.happening, c.slot, [v.value for v in c.values])))


def _conflicts_of(
    happening: Happening,
    tellings: Mapping[TellingKey, Telling],
    reports: Mapping[str, Report],
    cast: Cast,
) -> Iterator[Conflict]:
    if len(happening.tellings) < 2:
        return
    keys = sorted(set(happening.tellings))
    there = [tellings[key] for key in keys if key in tellings and key.story in reports]
    told = _Told(tuple(without_mentions(there, cast)), reports, cast.entities)
    for slot, claims in _disputes(told):
        by_telling = {telling.key: telling for telling in told.tellings}
        spoken = slot in {Slot.STATUS, Slot.FIGURES, Slot.WORDING}
        source = told.voice if spoken else told.account
        sources = [{source(by_telling[key]) for key in claim.tellings} for claim in claims]
        kept = [
            claim
            for i, claim in enumerate(claims)
            if sources[i].difference(*(other for j, other in enumerate(sources) if j != i))
        ]
        if len(kept) > 1:
            yield Conflict(happening.id, slot, _ranked(slot, kept, told))


def _disputes(told: _Told) -> Iterator[tuple[Slot, list[Claim]]]:
    """The values of each slot that cannot hold together, with the tellings that give them."""
    yield Slot.DAY, days_apart(told.tellings)
    yield Slot.PLACE, places_apart(told.tellings, told.entities)
    for slot, claims in parties_apart(told.tellings, told.entities):
        yield slot, claims
    yield Slot.STATUS, status_apart(told.tellings)
    for claims in tolls_apart(told.tellings, told.reports):
        yield Slot.FIGURES, claims
    for claims in _wordings_apart(told):
        yield Slot.WORDING, claims


def _wordings_apart(told: _Told) -> Iterator[list[Claim]]:
    """For each thing that has more than one name among the tellings, its names."""
    named: dict[tuple[str, str], dict[str, list[TellingKey]]] = {}
    for telling in told.tellings:
        for wording in wordings(telling, told.entities):
            words = named.setdefault((wording.thing, wording.of), {})
            words.setdefault(wording.word, []).append(telling.key)
    for _, words in sorted(named.items()):
        yield [Claim(word, tuple(keys)) for word, keys in sorted(words.items())]


def _ranked(slot: Slot, claims: Iterable[Claim], told: _Told) -> tuple[SlotValue, ...]:
    """The claims as values, the one that most accounts tell first."""

    def support(claim: Claim) -> int:
        return len({told.reports[key.story].account for key in claim.tellings})

    ranked = sorted(claims, key=lambda claim: (-support(claim), claim.value))
    return tuple(SlotValue(slot, claim.value, tuple(sorted(claim.tellings))) for claim in ranked)
