"""Tellings laid out for comparing: days as whole numbers, those that say the same as one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from waqai.model.chronicle import Report, Telling, TellingKey, Window
from waqai.model.events import Status
from waqai.model.ground import TO_COME, Days, Laid, Node
from waqai.resolve.gist import stem_of
from waqai.resolve.happenings.families import families, has_no_tense, is_landmark
from waqai.resolve.happenings.parties import Cast

#: The ends of a window of ordinals that stand for "any time before" and "any time after".
FIRST, LAST = 0, date.max.toordinal() + 1

#: A window of more days than this ("the first since 2019") says no more than an open one.
_WIDE = 60


def lay(report: Report, cast: Cast, alone: frozenset[TellingKey] = frozenset()) -> Iterator[Laid]:
    """The tellings of `report`, each laid out for itself.

    What names two parties, or one and a place, may stand for others over all stories; what says
    less only within one account, and the tellings `alone` for no other.
    """
    told = ordinals(Window(report.published.earliest, report.published.latest))
    laid = [(telling.cue, node_of(telling, told, cast)) for telling in report.tellings]
    ahead = [(cue, node) for cue, node in laid if node.status is Status.PLANNED]
    for telling, (cue, own) in zip(report.tellings, laid, strict=True):
        node = _as_announced(own, cue, ahead)
        says = len(node.parties) + (node.place is not None)
        within = None if len(node.parties) and says > 1 else report.account
        if telling.key in alone:
            within = f"{telling.key.story}#{telling.key.event}"
        yield Laid(node, within)


def nodes(tellings: Iterable[Laid]) -> list[Node]:
    """Those that say the same as one node each, in an order that depends on what they say alone."""
    alike: dict[tuple[object, ...], list[Node]] = defaultdict(list)
    for laid in tellings:
        alike[(laid.within, *_said(laid.node))].append(laid.node)
    return sorted(map(_together, alike.values()), key=lambda node: node.keys)


def _as_announced(node: Node, cue: str, ahead: Iterable[tuple[str, Node]]) -> Node:
    """What a story names in passing, without a day, stands for the same thing that it announces.

    "القمة" in a story that says when it is to be is that summit, though it is told like the past.
    """
    if node.status is not Status.HAPPENED or not node.loose:
        return node
    meant = [
        planned
        for word, planned in ahead
        if planned.kind == node.kind
        and (is_landmark(node.kind) or stem_of(word) == stem_of(cue))
        and {*planned.parties} == {*node.parties} != set()
        and (node.place is None or node.place == planned.place)
    ]
    first = min(meant, key=lambda one: (one.days[1] - one.days[0], one.keys), default=None)
    return node if first is None else replace(first, keys=node.keys, gist=node.gist)


def _said(node: Node) -> tuple[object, ...]:
    """What two nodes must have in common to stand for one another."""
    return (
        node.type,
        node.kind,
        node.status,
        node.actors,
        node.recipients,
        node.place,
        node.days,
        node.near,
        node.told,
        node.by_noun,
    )


def node_of(telling: Telling, told: Days, cast: Cast) -> Node:
    """One telling as a node; `told` is when its story was published."""
    days = ordinals(telling.day)
    loose = days[0] == FIRST or days[1] == LAST or days[1] - days[0] > _WIDE
    near = days
    kinds = families(telling.type, telling.kind)
    history = all(family.history for family in kinds)
    if loose and not history and telling.status not in TO_COME and told[1] != LAST:
        recent = min(family.recent for family in kinds if not family.history)
        near = (max(days[0], told[0] - recent), days[1])
    elif loose and telling.status in TO_COME and told[1] != LAST:
        ahead = max(family.ahead for family in kinds)
        near = (max(days[0], told[0]), min(days[1], told[1] + ahead))
    parties = cast.distinct((*telling.actors, *telling.recipients))
    return Node(
        telling.type,
        telling.kind,
        telling.status,
        tuple(id for id in parties if id in telling.actors),
        tuple(id for id in parties if id not in telling.actors),
        telling.place,
        days,
        near if near[0] <= near[1] else days,
        told,
        loose,
        frozenset({telling.key.story}),
        (telling.key,),
        frozenset(telling.gist),
        loose
        and telling.status is Status.HAPPENED
        and has_no_tense(telling.type, stem_of(telling.cue)),
    )


def ordinals(window: Window) -> Days:
    """A window as two whole numbers."""
    return (
        FIRST if window.earliest is None else window.earliest.toordinal(),
        LAST if window.latest is None else window.latest.toordinal(),
    )


def window(days: Days) -> Window:
    """Two whole numbers as a window."""
    return Window(
        None if days[0] == FIRST else date.fromordinal(days[0]),
        None if days[1] == LAST else date.fromordinal(days[1]),
    )


def _together(alike: list[Node]) -> Node:
    first = min(alike, key=lambda node: node.keys)
    return replace(
        first,
        stories=frozenset(story for node in alike for story in node.stories),
        keys=tuple(sorted(key for node in alike for key in node.keys)),
    )
