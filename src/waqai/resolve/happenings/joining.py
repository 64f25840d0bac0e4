"""Nodes joined into happenings: the likest first, and never what something keeps apart."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from waqai.model.chronicle import Judgement, TellingKey
from waqai.model.ground import Block, Like, Node
from waqai.resolve.happenings.families import families, is_landmark
from waqai.resolve.happenings.grouping import Groups, kept_apart, said_to_be_one
from waqai.resolve.happenings.likeness import Likeness
from waqai.resolve.happenings.nodes import LAST
from waqai.resolve.happenings.parties import Cast

#: Nodes told so many days apart are compared only where a day or an announcement links them.
_CHUNK = 32
#: A window is looked for in its last so many days: a year is told as a year.
_YEAR = 13 * _CHUNK
#: The stretch in which all stands of which there is but one, told without a day.
_EVER = -1


def join(
    nodes: Sequence[Node], likes: Iterable[Like], cast: Cast, judgements: Iterable[Judgement] = ()
) -> list[tuple[Node, ...]]:
    """The nodes of each happening, in the order of their first tellings.

    `likes` are all pairs of `nodes` that are like each other. `judgements` on tellings
    ("STORY#EVENT") join what they call the same whatever else speaks against it, and keep apart
    what they call different. Nodes that no chain of likes or judgements links do not bear on each
    other: each such set may be joined by itself.
    """
    groups = Groups(nodes, Likeness(cast), kept_apart(nodes, judgements))
    for first, second in said_to_be_one(nodes, judgements):
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
    if of is None:
        return {
            (first, second)
            for members in blocks.values()
            for i, first in enumerate(members)
            for second in members[i + 1 :]
        }
    asked = [at for at, node in enumerate(nodes) if node.first in of]
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
