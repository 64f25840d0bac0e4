"""Sets of nodes that are one happening so far, and what people say of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from waqai.model.chronicle import Judgement, TellingKey, Verdict
from waqai.model.events import Status
from waqai.model.ground import Node
from waqai.resolve.happenings.likeness import Likeness

#: One pair in so many may speak against two groups being one: readings slip.
_SLIPS = 10


def judged_tellings(judgements: Iterable[Judgement]) -> frozenset[TellingKey]:
    """The tellings that people have judged."""
    ends = (end for judgement in judgements for end in (judgement.first, judgement.second))
    return frozenset(_key(end) for end in ends if "#" in end)


def said_same(judgements: Iterable[Judgement]) -> dict[TellingKey, set[TellingKey]]:
    """For each telling that people say is the same as others, these."""
    found: defaultdict[TellingKey, set[TellingKey]] = defaultdict(set)
    for judgement in judgements:
        if judgement.verdict is Verdict.SAME and "#" in judgement.first:
            first, second = _key(judgement.first), _key(judgement.second)
            found[first].add(second)
            found[second].add(first)
    return found


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


class Groups:
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


def said_to_be_one(
    nodes: Sequence[Node], judgements: Iterable[Judgement]
) -> Iterator[tuple[int, int]]:
    return _pairs(nodes, judgements, Verdict.SAME)


def kept_apart(nodes: Sequence[Node], judgements: Iterable[Judgement]) -> dict[int, frozenset[int]]:
    found: defaultdict[int, set[int]] = defaultdict(set)
    for first, second in _pairs(nodes, judgements, Verdict.DIFFERENT):
        found[first].add(second)
        found[second].add(first)
    return {at: frozenset(others) for at, others in found.items()}


def _key(written: str) -> TellingKey:
    story, _, event = written.rpartition("#")
    return TellingKey(story, int(event) if event.isdigit() else -1)
