"""Nodes joined into happenings: the likest first, and never what something keeps apart."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from waqai.model.chronicle import Judgement, TellingKey, Verdict
from waqai.model.events import Status
from waqai.model.ground import Block, Like, Node
from waqai.resolve.happenings.families import families, is_landmark
from waqai.resolve.happenings.likeness import Likeness
from waqai.resolve.happenings.nodes import LAST
from waqai.resolve.happenings.parties import Cast

#: Nodes told so many days apart are compared only where a day or an announcement links them.
_CHUNK = 32
#: A window is looked for in its last so many days: a year is told as a year.
_YEAR = 13 * _CHUNK
#: The stretch in which all stands of which there is but one, told without a day.
_EVER = -1
#: One pair in so many may speak against two groups being one: readings slip.
_SLIPS = 10


def join(
    nodes: Sequence[Node], likes: Iterable[Like], cast: Cast, judgements: Iterable[Judgement] = ()
) -> list[tuple[Node, ...]]:
    """The nodes of each happening, in the order of their first tellings.

    `likes` are all pairs of `nodes` that are like each other. `judgements` on tellings
    ("STORY#EVENT") join what they call the same whatever else speaks against it, and keep apart
    what they call different. Nodes that no chain of likes or judgements links do not bear on each
    other: each such set may be joined by itself.
    """
    groups = _Groups(nodes, Likeness(cast), _kept_apart(nodes, judgements))
    for first, second in _said_to_be_one(nodes, judgements):
        groups.put_together(first, second)
    at = {node.first: number for number, node in enumerate(nodes)}
    for like in sorted(likes):
        groups.join(at[like.first], at[like.second])
    return groups.listed()


def likes(
    nodes: Sequence[Node], cast: Cast, of: Collection[TellingKey] | None = None
) -> Iterator[Like]:
    """The pairs of `nodes` that are like each other; with `of`, those that one of these is in."""
    likeness = Likeness(cast)
    for at, other in sorted(candidates(nodes, cast, of)):
        found = likeness.of(nodes[at], nodes[other])
        if found is not None:
            yield Like(-found, nodes[at].first, nodes[other].first)


def judged_tellings(judgements: Iterable[Judgement]) -> frozenset[TellingKey]:
    """The tellings that people have judged."""
    ends = (end for judgement in judgements for end in (judgement.first, judgement.second))
    return frozenset(_key(end) for end in ends if "#" in end)


def candidates(
    nodes: Sequence[Node], cast: Cast, of: Collection[TellingKey] | None = None
) -> set[tuple[int, int]]:
    """Pairs of nodes worth comparing: a party or place and a family in common, days that meet.

    With `of`, those that one of the nodes of these first tellings is in.
    """
    blocks: dict[Block, list[int]] = defaultdict(list)
    for at, node in enumerate(nodes):
        for key in blocks_of(node, cast):
            blocks[key].append(at)
    asked = range(len(nodes)) if of is None else [n for n, x in enumerate(nodes) if x.first in of]
    if of is None:
        return {
            (first, second)
            for members in blocks.values()
            for i, first in enumerate(members)
            for second in members[i + 1 :]
        }
    return {
        (min(at, other), max(at, other))
        for at in asked
        for key in blocks_of(nodes[at], cast)
        for other in blocks[key]
        if other != at
    }


def blocks_of(node: Node, cast: Cast) -> frozenset[Block]:
    """The blocks of a node: by family, by whom or where, and by the stretch of days it may be in.

    Two nodes that have none in common are not compared. A stretch is `_CHUNK` days; what may lie in
    many stands in all of them, what has no end in one for itself and in those of the days it was
    told on.
    """
    names = {*node.parties} | {f"={c}" for p in node.parties if (c := cast.acts_for(p))}
    lone = any(family.lone for family in families(node.type, node.kind))
    if node.place is not None and (lone or not node.parties):
        names.add(node.place)
    chunks = [*_chunks(node), _EVER] if is_landmark(node.kind) else _chunks(node)
    return frozenset(
        (family.name, name, chunk)
        for family in families(node.type, node.kind)
        for chunk in chunks
        for name in names
    )


def _chunks(node: Node) -> range:
    low, high = node.near
    if high == LAST:
        high = max(low, node.told[0])
    low = max(low, high - _YEAR)
    return range(low // _CHUNK, high // _CHUNK + 1)


class _Sets:
    """Sets of nodes, by their numbers."""

    def __init__(self, size: int) -> None:
        self.of = [[at] for at in range(size)]

    def join(self, first: int, second: int) -> None:
        small, large = sorted((self.of[first], self.of[second]), key=lambda s: (len(s), s[0]))
        if small is not large:
            large += small
            for at in small:
                self.of[at] = large


class _Groups:
    """Sets of nodes that are one happening so far.

    Of a group that people have put together only the `parts` that are like each other are asked
    whether another may join them: what was judged the same would else keep away all others.
    """

    def __init__(
        self,
        nodes: Sequence[Node],
        likeness: Likeness,
        kept_apart: Mapping[int, frozenset[int]],
    ) -> None:
        self._nodes = nodes
        self._likeness = likeness
        self._kept_apart = kept_apart
        self._groups = _Sets(len(nodes))
        self._parts = _Sets(len(nodes))
        self._refused: set[tuple[int, int, int, int]] = set()  # two sets as they were

    def put_together(self, first: int, second: int) -> None:
        """Join what people judge to be one, unless they keep it apart."""
        if not self._judged_apart(first, second):
            self._groups.join(first, second)

    def join(self, first: int, second: int) -> None:
        """Join what is alike, unless something keeps it apart."""
        ours, theirs = self._parts.of[first], self._parts.of[second]
        if ours is theirs or self._judged_apart(first, second):
            return
        asked = (ours[0], theirs[0], len(ours), len(theirs))
        if asked in self._refused:
            return
        if self._may_not(ours, theirs):
            self._refused.add(asked)
            return
        self._parts.join(first, second)
        self._groups.join(first, second)

    def _judged_apart(self, first: int, second: int) -> bool:
        """Whether people keep the groups of two nodes apart."""
        if not self._kept_apart:
            return False
        there = self._groups.of[second]
        return any(
            other in there
            for one in self._groups.of[first]
            for other in self._kept_apart.get(one, ())
        )

    def _may_not(self, ours: Sequence[int], theirs: Sequence[int]) -> bool:
        """Whether more pairs of two sets speak against their being one than slip."""
        left = len(ours) * len(theirs) // _SLIPS
        put_off = self._put_off(ours) or self._put_off(theirs)
        for one in ours:
            for other in theirs:
                if self._likeness.apart(self._nodes[one], self._nodes[other], put_off):
                    left -= 1
                    if left < 0:
                        return True
        return False

    def _put_off(self, members: Iterable[int]) -> bool:
        return any(self._nodes[at].status is Status.POSTPONED for at in members)

    def listed(self) -> list[tuple[Node, ...]]:
        """The groups, each with its nodes in their order."""
        members = {id(group): group for group in self._groups.of}.values()
        found = (tuple(self._nodes[at] for at in sorted(group)) for group in members)
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
