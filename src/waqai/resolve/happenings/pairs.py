"""What two nodes tell of each other by themselves: days, sides, and the words they share."""

from waqai.model.events import EventType
from waqai.model.ground import Days, Node
from waqai.resolve.happenings.families import Family, is_campaign, is_landmark

#: What is announced further ahead is not joined to any later act of one of its parties.
SOON = 10
#: A kind that lasts for days, and for how many.
_STAY, _STAYS = "visit", 3
#: Two sentences say the same that have one word in so many in common.
_IN_COMMON = 4
#: What is told without a day is of no more than so many days before, unless it is well known.
_FORGOTTEN = 90
#: A meeting of so many times as many is another meeting.
_ROUND = 2
#: Acts that have no direction.
_MUTUAL = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE})


def gap(first: Days, second: Days) -> int:
    """Days between two windows, 0 when they meet."""
    return max(0, first[0] - second[1], second[0] - first[1])


def is_mutual(node: Node) -> bool:
    """Whether its parties do it together."""
    return node.type in _MUTUAL


def in_other_company(first: Node, second: Node) -> bool:
    """Whether two meet in one, and a whole round of them in the other."""
    few, many = sorted((len(first.parties), len(second.parties)))
    return few > 1 and many > _ROUND * few


def one_sided(node: Node) -> bool:
    """Whether it does not matter, or is not told, which side did it."""
    return node.type is EventType.RETREAT or not node.actors or not node.recipients


def long_after(first: Node, second: Node) -> bool:
    """Whether one is told without a day so long after that it is something of its own time."""
    if is_landmark(first.kind) or is_landmark(second.kind):
        return False
    lasting = is_campaign(first.type, first.kind) or is_campaign(second.type, second.kind)
    return not lasting and gap(first.near, second.near) > _FORGOTTEN


def one_day(first: Node, second: Node) -> bool:
    """Whether both are told of one and the same day."""
    return first.days == second.days and first.days[0] == first.days[1]


def one_deed(first: Node, second: Node) -> bool:
    """Whether deeds of one party may be one, though no place says so."""
    return (
        one_day(first, second)
        or say_the_same(first, second)
        or is_campaign(first.type, first.kind)
        or is_campaign(second.type, second.kind)
    )


def at_once(first: Node, second: Node) -> bool:
    """Whether both are told of the same day, or of the day or two before they were told."""
    low, high = max(first.near[0], second.near[0]), min(first.near[1], second.near[1])
    ends = max(first.near[1], second.near[1]), min(first.near[0], second.near[0])
    return low <= high and ends[0] - ends[1] <= 1


def slack(first: Node, second: Node, family: Family) -> int:
    """How many days may lie between: a visit lasts, and its meetings are held in its days."""
    stay = _STAY in (first.kind, second.kind) and bool(first.place or second.place)
    return max(family.slack, _STAYS) if stay else family.slack


def is_early(first: Node, second: Node) -> bool:
    """Whether one is announced so long before the other that more than a party must agree."""
    if first.to_come == second.to_come:
        return False
    early, late = (first, second) if first.to_come else (second, first)
    return early.loose and gap(early.told, late.near) > SOON


def later(first: Node, second: Node) -> bool:
    """Whether one tells as past what the other, told before it, announced for an earlier day."""
    if first.to_come == second.to_come:
        return False
    early, late = (first, second) if first.to_come else (second, first)
    return early.told[0] <= late.told[0] and early.days[1] < late.days[0]


def mentioned(first: Node, second: Node) -> bool:
    """Whether one names in passing, without a day, what its own story says is to come."""
    early, late = (first, second) if second.to_come else (second, first)
    if not late.to_come or early.to_come or not first.stories & second.stories:
        return False
    return early.loose or early.days[1] >= early.told[0]


def say_the_same(first: Node, second: Node) -> bool:
    """Whether a story tells both, or two sentences have much of their words in common."""
    if first.stories & second.stories:
        return True
    common = len(first.gist & second.gist)
    whole = len(first.gist | second.gist)
    return common * _IN_COMMON >= whole > 0
