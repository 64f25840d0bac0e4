"""Nodes joined into happenings: the likest first, and never what something keeps apart."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from waqai.model.chronicle import Judgement, TellingKey, Verdict
from waqai.resolve.happenings.families import families, is_landmark
from waqai.resolve.happenings.likeness import Likeness
from waqai.resolve.happenings.nodes import LAST, Node
from waqai.resolve.happenings.parties import Cast

#: Nodes told so many days apart are compared only where a day or an announcement links them.
_CHUNK = 32
#: A window is looked for in its last so many days: a year is told as a year.
_YEAR = 13 * _CHUNK
_NOBODY: frozenset[int] = frozenset()
#: The stretch in which all stands of which there is but one, told without a day.
_EVER = -1
#: One pair in so many may speak against two groups being one: readings slip.
_SLIPS = 10


def join(
    nodes: Sequence[Node], cast: Cast, judgements: Iterable[Judgement] = ()
) -> list[tuple[Node, ...]]:
    """The nodes of each happening, in the order of their first tellings.

    `judgements` on tellings ("STORY#EVENT") join what they call the same whatever else speaks
    against it, and keep apart what they call different.
    """
    likeness = Likeness(cast)
    groups = _Groups(nodes, likeness, _kept_apart(nodes, judgements))
    for first, second in _said_to_be_one(nodes, judgements):
        groups.join(first, second, forced=True)
    scored = [
        (-like, first, second)
        for first, second in sorted(candidates(nodes, cast))
        if (like := likeness.of(nodes[first], nodes[second])) is not None
    ]
    for _, first, second in sorted(scored):
        groups.join(first, second)
    return groups.listed()


def judged_tellings(judgements: Iterable[Judgement]) -> frozenset[TellingKey]:
    """The tellings that people have judged."""
    ends = (end for judgement in judgements for end in (judgement.first, judgement.second))
    return frozenset(_key(end) for end in ends if "#" in end)


def candidates(nodes: Sequence[Node], cast: Cast) -> set[tuple[int, int]]:
    """Pairs of nodes worth comparing: a party or place and a family in common, days that meet."""
    blocks: dict[tuple[str, str, int], list[int]] = defaultdict(list)
    for at, node in enumerate(nodes):
        for key in set(_keys(node, cast)):
            blocks[key].append(at)
    return {
        (first, second)
        for members in blocks.values()
        for i, first in enumerate(members)
        for second in members[i + 1 :]
    }


def _keys(node: Node, cast: Cast) -> Iterator[tuple[str, str, int]]:
    """The blocks of a node: by family, by whom or where, and by the stretch of days it may be in.

    A stretch is `_CHUNK` days; what may lie in many stands in all of them, what has no end in one
    for itself and in those of the days it was told on.
    """
    names = {*node.parties} | {f"={c}" for p in node.parties if (c := cast.acts_for(p))}
    lone = any(family.lone for family in families(node.type, node.kind))
    if node.place is not None and (lone or not node.parties):
        names.add(node.place)
    for family in families(node.type, node.kind):
        chunks = [*_chunks(node), _EVER] if is_landmark(node.kind) else _chunks(node)
        for chunk in chunks:
            for name in names:
                yield family.name, name, chunk


def _chunks(node: Node) -> range:
    low, high = node.near
    if high == LAST:
        high = max(low, node.told[0])
    low = max(low, high - _YEAR)
    return range(low // _CHUNK, high // _CHUNK + 1)


class _Groups:
    """Sets of nodes that are one happening so far."""

    def __init__(
        self,
        nodes: Sequence[Node],
        likeness: Likeness,
        kept_apart: Mapping[int, frozenset[int]],
    ) -> None:
        self._nodes = nodes
        self._likeness = likeness
        self._kept_apart = kept_apart
        self._group = list(range(len(nodes)))
        self._members = {at: [at] for at in range(len(nodes))}

    def join(self, first: int, second: int, forced: bool = False) -> None:
        a, b = self._group[first], self._group[second]
        if a == b or self._judged_apart(a, b) or (not forced and self._may_not(a, b)):
            return
        small, large = sorted((a, b), key=lambda g: (len(self._members[g]), g))
        for at in self._members.pop(small):
            self._group[at] = large
            self._members[large].append(at)

    def _judged_apart(self, a: int, b: int) -> bool:
        """Whether people keep two groups apart."""
        if not self._kept_apart:
            return False
        there = self._members[b]
        return any(
            other in there for one in self._members[a] for other in self._kept_apart.get(one, ())
        )

    def _may_not(self, a: int, b: int) -> bool:
        """Whether more pairs of two groups speak against their being one than slip."""
        pairs = [(one, other) for one in self._members[a] for other in self._members[b]]
        left = len(pairs) // _SLIPS
        for one, other in pairs:
            if self._likeness.apart(self._nodes[one], self._nodes[other]):
                left -= 1
                if left < 0:
                    return True
        return False

    def listed(self) -> list[tuple[Node, ...]]:
        found = (
            tuple(self._nodes[at] for at in sorted(members)) for members in self._members.values()
        )
        return sorted(found, key=lambda group: group[0].keys)


def _at(nodes: Sequence[Node]) -> dict[TellingKey, int]:
    return {key: at for at, node in enumerate(nodes) for key in node.keys}


def _pairs(
    nodes: Sequence[Node], judgements: Iterable[Judgement], verdict: Verdict
) -> Iterator[tuple[int, int]]:
    where = _at(nodes)
    for judgement in sorted(judgements):
        if judgement.verdict is not verdict:
            continue
        first, second = (where.get(_key(end)) for end in (judgement.first, judgement.second))
        if first is not None and second is not None and first != second:
            yield first, second


def _said_to_be_one(
    nodes: Sequence[Node], judgements: Iterable[Judgement]
) -> Iterator[tuple[int, int]]:
    return _pairs(nodes, judgements, Verdict.SAME)


def _kept_apart(
    nodes: Sequence[Node], judgements: Iterable[Judgement]
) -> dict[int, frozenset[int]]:
    found: defaultdict[int, set[int]] = defaultdict(set)
    for first, second in _pairs(nodes, judgements, Verdict.DIFFERENT):
        found[first].add(second)
        found[second].add(first)
    return {at: frozenset(others) for at, others in found.items()}


def _key(written: str) -> TellingKey:
    story, _, event = written.rpartition("#")
    return TellingKey(story, int(event) if event.isdigit() else -1)
