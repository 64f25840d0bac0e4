"""What people judged to be the same or not, laid over what the evidence says."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from waqai.model.chronicle import Judgement, Verdict
from waqai.resolve.entities.evidence import Path
from waqai.resolve.entities.unions import Unions


@dataclass(frozen=True, slots=True)
class Settled:
    """The entity of each path that judgements bear on, and every name that they bear on."""

    entities: Mapping[Path, str]
    names: frozenset[str]


def settle(paths: Iterable[Path], judgements: Iterable[Judgement]) -> Settled:
    """What the judgements make of `paths`.

    Two names judged different are in no entity together. Judgements of sameness come next, in
    their order as they sort, then what the evidence joins, each unless it would break what stands.
    """
    said = sorted(set(judgements))
    if not said:
        return Settled({}, frozenset())
    unions = Unions((j.first, j.second) for j in said if j.verdict is Verdict.DIFFERENT)
    named = frozenset(name for j in said for name in (j.first, j.second))
    for judgement in said:
        if judgement.verdict is Verdict.SAME:
            unions.join(judgement.first, judgement.second)
    every = sorted(set(paths))
    for path in every:
        steps = [step for step in path[:-1] if step in named]
        for narrow, wide in pairwise((*steps, path[-1])):
            unions.join(narrow, wide)
    settled = {}
    for path in every:
        step = next((s for s in path if s in named), path[-1])
        if step in unions or step in named:
            settled[path] = _id(unions[step])
    return Settled(settled, unions.names() | named)


def _id(names: set[str]) -> str:
    """The id of a set: a listed one's, else the widest name, of those the first as they sort."""
    return min(names, key=lambda name: (":" in name, "#" in name, "@" in name, name))
