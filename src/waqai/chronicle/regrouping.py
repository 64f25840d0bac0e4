"""Which tellings are one happening once stories have come or gone, as far as these bear on it."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from waqai.chronicle.shelf import Shelf
from waqai.model.chronicle import Judgement, Report, TellingKey
from waqai.model.ground import Laid, Like, Node
from waqai.resolve.happenings import (
    Cast,
    blocks_of,
    join,
    judged_tellings,
    lay,
    likes,
    nodes,
    said_same,
)

Meet = Callable[[Iterable[str]], None]


@dataclass(frozen=True, slots=True)
class Regrouped:
    """What became of nodes and their groups.

    `nodes` are those that are new or another now, with their tellings `laid` out and their
    `likes`; `stale` are their first tellings and those of the nodes in whose place they stand.
    `groups` has the tellings of every group that the change can reach, `tellings` all of these and
    those that are no more.
    """

    laid: Sequence[Laid]
    nodes: Sequence[Node]
    likes: Sequence[Like]
    stale: Set[TellingKey]
    groups: Sequence[tuple[TellingKey, ...]]
    tellings: Set[TellingKey]


def regroup(
    shelf: Shelf,
    reports: Iterable[Report],
    gone: Set[str],
    judgements: Sequence[Judgement],
    cast: Cast,
    meet: Meet,
) -> Regrouped:
    """What `reports`, new or read anew, and the stories `gone` change in who tells one happening.

    `reports` has the stories of all tellings that are judged otherwise than before. `meet` is asked
    to make entities known to `cast` before they are compared.
    """
    told = list(reports)
    stories = {report.id for report in told} | gone
    meet(id for report in told for one in report.tellings for id in (*one.parties, one.place) if id)
    fresh = [laid for report in told for laid in lay(report, cast, judged_tellings(judgements))]
    old = shelf.nodes_of(stories)
    before = list(shelf.laid(old))
    left = [laid for laid in before if laid.key.story not in stories]
    meet(_named(left))
    anew = [*fresh, *left]
    near = list(shelf.laid(_near(shelf, anew, cast) - old))
    meet(_named(near))
    changed = {laid.key for laid in anew}
    every = nodes([*anew, *near])
    now = [node for node in every if not changed.isdisjoint(node.keys)]
    alike = list(likes(every, cast, {node.first for node in now}))
    stale = old | {key for node in now for key in node.keys}
    anew += [laid for laid in near if laid.key in stale]
    start = stale | {end for like in alike for end in like[1:]}
    reached, links = _reached(shelf, start, said_same(judgements))
    others = list(shelf.laid(reached - stale))
    meet(_named(others))
    links = {like for like in links if stale.isdisjoint(like[1:])}
    joined = join(nodes([*anew, *others]), [*links, *alike], cast, judgements)
    groups = [tuple(sorted(key for node in group for key in node.keys)) for group in joined]
    keys = {laid.key for laid in before}.union(*groups)
    return Regrouped(anew, now, alike, stale, groups, keys)


def _near(shelf: Shelf, anew: Iterable[Laid], cast: Cast) -> set[TellingKey]:
    """The nodes that tellings may be like, or may stand for in one account."""
    told = list(anew)
    blocks = {block for laid in told for block in blocks_of(laid.node, cast)}
    copies = shelf.of_accounts({laid.within for laid in told if laid.within is not None})
    return {*shelf.nodes_in(blocks), *shelf.nodes_of(copies.keys())}


def _named(laid: Iterable[Laid]) -> set[str]:
    """The entities that tellings name."""
    every = (one.node for one in laid)
    return {id for node in every for id in (*node.parties, node.place) if id is not None}


def _reached(
    shelf: Shelf, start: Set[TellingKey], same: Mapping[TellingKey, Set[TellingKey]]
) -> tuple[set[TellingKey], set[Like]]:
    """The nodes that a chain of likes, or of what people say is the `same`, links with one of
    `start`, and the likes among them.
    """
    reached: set[TellingKey] = set()
    links: set[Like] = set()
    edge = set(start)
    while edge:
        reached |= edge
        found = set(shelf.likes(edge))
        links |= found
        said = {other for node in edge for other in same.get(node, ())}
        edge = ({end for like in found for end in like[1:]} | said) - reached
    return reached, links
