"""How much speaks for two nodes being one thing in the world, and what forbids it."""

from waqai.model.events import EventType, Status
from waqai.model.ground import Node
from waqai.model.names import EntityKind
from waqai.resolve.happenings.families import (
    Family,
    is_campaign,
    is_landmark,
    is_returned,
    shared,
    weight,
)
from waqai.resolve.happenings.pairs import (
    SOON,
    at_once,
    gap,
    in_other_company,
    is_early,
    is_mutual,
    later,
    long_after,
    mentioned,
    one_day,
    one_deed,
    one_sided,
    say_the_same,
    slack,
)
from waqai.resolve.happenings.parties import Cast
from waqai.resolve.happenings.places import Lie, lie

#: Two announcements of one thing may name times so far apart: dates are put back.
_MOVED = 31
#: A window of so many days says when a thing took place; what is wider says only about when.
_WEEK = 9
#: How long after a landmark it may still be told without a day.
_REMEMBERED = 400
#: A deed is dated wrongly by the day of the saying for so many days after it.
_SAID = 10
#: What more than so many do together is not done again within days.
_ALLIES = 2
#: Acts done to somebody where the place says who: the shelled town, not its unnamed people.
_PLACED = frozenset({EventType.ASSAULT, EventType.PROTEST})


#: How two places lie where one thing may be in both.
_TOGETHER = frozenset({Lie.SAME, Lie.WITHIN})


class Likeness:
    """Judges pairs of nodes by the parties, places, days and kinds that they tell of."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._enough = weight("enough")

    def apart(self, first: Node, second: Node, put_off: bool = False) -> bool:
        """Whether two nodes cannot be one thing: by kind, place, day or parties.

        What was `put_off` is held on another day than it was first announced for.
        """
        family = shared(first.type, first.kind, second.type, second.kind)
        return (
            family is None
            or self._elsewhere(first, second)
            or self._others(first, second)
            or (
                self._at_other_times(first, second, family)
                and not (put_off and later(first, second))
            )
        )

    def of(self, first: Node, second: Node) -> int | None:
        """How much speaks for two nodes being one, in tenths; None for not enough."""
        family = shared(first.type, first.kind, second.type, second.kind)
        if family is None or self.apart(first, second):
            return None
        total = self._parties(first, second)
        if not total and not self._same_spot(first, second, family):
            return None
        one_party = total < 2 * weight("country") and not family.lone
        one_party = one_party and not self._landmark_there(first, second)
        if one_party and (first.to_come != second.to_come or not say_the_same(first, second)):
            return None
        place = self._place(first, second)
        barely = family.lone and not place and total < 2 * weight("country")
        if barely and not one_deed(first, second):
            return None
        total += place + (weight("kind") if first.kind == second.kind else 0)
        total += weight("story") if first.stories & second.stories else 0
        days = self._days(first, second, total, family)
        if days is None or total + days < self._enough:
            return None
        return total + days

    def _parties(self, first: Node, second: Node) -> int:
        either = is_mutual(first) or one_sided(first) or one_sided(second)
        if (either and not is_returned(first.type)) or self._one_blow(first, second):
            return self._cast.matched(first.parties, second.parties)[0]
        doers = self._cast.matched(first.actors, second.actors)[0]
        done_to = self._cast.matched(first.recipients, second.recipients)[0]
        return doers + done_to

    def _others(self, first: Node, second: Node) -> bool:
        """Whether the parties of one are others than those of the other."""
        if is_mutual(first):
            return in_other_company(first, second) or self._differ(first.parties, second.parties, 2)
        if self._one_landmark(first, second):
            return False
        if one_sided(first) or one_sided(second):
            return self._on_other_sides(first, second)
        if self._differ(first.actors, second.actors, 1):
            return not self._same_blow(first, second)
        return first.type not in _PLACED and self._differ(first.recipients, second.recipients, 1)

    def _on_other_sides(self, first: Node, second: Node) -> bool:
        """Whether the one side that a node names is another's, where each may name but one.

        Who strikes and who is struck are two, and may be of one thing; but what is returned in
        kind is two things when one who does it in one is who bears it in the other.
        """
        met = first.actors and second.actors, first.recipients and second.recipients
        if is_returned(first.type):
            return (
                self._differ(first.actors, second.actors, 1)
                or self._differ(first.recipients, second.recipients, 1)
                or (not any(met) and self._cast.matched(first.parties, second.parties)[1] > 0)
            )
        return any(met) and self._differ(first.parties, second.parties, 1)

    def _same_spot(self, first: Node, second: Node, family: Family) -> bool:
        """Whether both tell the same kind of deed, at one place on one day, by and to nobody."""
        if not family.lone or first.kind != second.kind:
            return False
        return self._one_place_and_day(first, second) or self._recalled(first, second)

    def _one_landmark(self, first: Node, second: Node) -> bool:
        """Whether both tell a landmark of one place and time, whoever is said to have done it."""
        if first.type not in _PLACED or first.kind != second.kind or not is_landmark(first.kind):
            return False
        together = not gap(first.near, second.near)
        return (together and self._lie(first, second) in _TOGETHER) or self._recalled(first, second)

    def _landmark_there(self, first: Node, second: Node) -> bool:
        """Whether both tell a landmark in one town, such as a summit."""
        if first.kind != second.kind or not is_landmark(first.kind):
            return False
        return self._lie(first, second) is Lie.SAME and not self._in_a_country(first, second)

    def _same_blow(self, first: Node, second: Node) -> bool:
        """Whether all but the actor agree: who did it is what readings get wrong."""
        if first.type not in _PLACED or not at_once(first, second):
            return False
        where = self._lie(first, second)
        if where in _TOGETHER and self._cast.matched(first.recipients, second.recipients)[1]:
            return True
        both = self._one_blow(first, second)
        return both and self._cast.matched(first.parties, second.parties)[1] > 1

    def _one_blow(self, first: Node, second: Node) -> bool:
        """Whether both tell a deed of one kind, at one place on one day."""
        same = first.type in _PLACED and first.kind == second.kind
        return same and self._one_place_and_day(first, second)

    def _one_place_and_day(self, first: Node, second: Node) -> bool:
        return one_day(first, second) and self._lie(first, second) is Lie.SAME

    def _differ(self, some: tuple[str, ...], others: tuple[str, ...], least: int) -> bool:
        if not some or not others or some == others:
            return False
        smaller = min(len(some), len(others))
        if smaller < least:
            return not self._cast.matched(some, others)[1]
        return self._cast.matched(some, others)[1] < smaller

    def _elsewhere(self, first: Node, second: Node) -> bool:
        return self._lie(first, second) is Lie.APART

    def _lie(self, first: Node, second: Node) -> Lie:
        if first.place is None or second.place is None:
            return Lie.UNKNOWN
        entities = self._cast.entities
        return lie(entities[first.place], entities[second.place])

    def _anywhere(self, first: Node, second: Node) -> bool:
        """Whether one says no more of a deed's place than a country, in which there is a war."""
        if first.type not in _PLACED or (first.kind == second.kind and is_landmark(first.kind)):
            return False
        if is_campaign(first.type, first.kind) or is_campaign(second.type, second.kind):
            return False
        return self._in_a_country(first, second)

    def _in_a_country(self, first: Node, second: Node) -> bool:
        entities = self._cast.entities
        return any(
            place is not None and entities[place].kind is EntityKind.COUNTRY
            for place in (first.place, second.place)
        )

    def _place(self, first: Node, second: Node) -> int:
        found = self._lie(first, second)
        if self._anywhere(first, second):
            return 0
        if first.place in first.parties and second.place in second.parties:
            return 0  # the country that it is done to and in counts once
        if found is Lie.SAME:
            return weight("place")
        return weight("within") if found is Lie.WITHIN else 0

    def _days(self, first: Node, second: Node, so_far: int, family: Family) -> int | None:
        """What the days speak for it; None when they are too far from each other."""
        far = gap(first.near, second.near)
        if far > slack(first, second, family):
            if self._recalled(first, second):
                return weight("day")
            if self._named_ahead(first, second) or self._named_ahead(second, first):
                return 0
            return self._remembered(first, second, far, so_far)
        if is_early(first, second) and so_far < self._enough:
            return None
        total = weight("near") if gap(first.told, second.told) <= 2 else 0
        low = max(first.near[0], second.near[0])
        high = min(first.near[1], second.near[1])
        if one_day(first, second):
            return total + weight("day")
        return total + (weight("week") if high - low < _WEEK else 0)

    def _remembered(self, first: Node, second: Node, far: int, so_far: int) -> int | None:
        if self._moved(first, second, far):
            return 0
        if first.kind != second.kind or not is_landmark(first.kind) or far > _REMEMBERED:
            return None
        return 0 if so_far >= self._enough + weight("within") else None

    def _at_other_times(self, first: Node, second: Node, family: Family) -> bool:
        far = gap(first.days, second.days)
        if not far or far <= slack(first, second, family):
            return long_after(first, second)
        if first.to_come and second.to_come:
            return far > _MOVED
        if Status.POSTPONED in (first.status, second.status) or mentioned(first, second):
            return False
        if self._named_ahead(first, second) or self._named_ahead(second, first):
            return False
        return not self._recalled(first, second)

    def _named_ahead(self, noun: Node, plan: Node) -> bool:
        """Whether a noun without a day means what is to come: a noun has no tense."""
        return (
            noun.by_noun
            and plan.to_come
            and plan.told[0] - SOON <= noun.told[0] <= plan.days[1]
            and self._cast.matched(noun.parties, plan.parties)[1] > 1
        )

    def _recalled(self, first: Node, second: Node) -> bool:
        """Whether one tells again, without its day or on the day of the saying, what is well known.

        A landmark of one place does not come again within days, nor does what
        three do together.
        """
        early, late = sorted((first, second), key=lambda node: (node.days[1], node.days[0]))
        if early.to_come or late.to_come or gap(early.near, late.near) > _SAID:
            return False
        on_its_day = late.days[0] == late.days[1] and gap(late.days, late.told) <= 1
        if not late.loose and not on_its_day:
            return False
        if self._cast.matched(first.actors, second.actors)[1] > _ALLIES:
            return True
        if late.loose and self._same_act(first, second):
            return True
        if not is_landmark(late.kind) or self._lie(first, second) not in _TOGETHER:
            return False
        return not is_mutual(first) or self._cast.matched(first.parties, second.parties)[1] > 1

    def _same_act(self, first: Node, second: Node) -> bool:
        """Whether one does the same to another in both, in like words; strikes are all alike."""
        return (
            first.type not in _PLACED
            and not is_mutual(first)
            and first.kind == second.kind
            and self._cast.matched(first.actors, second.actors)[1] > 0
            and self._cast.matched(first.recipients, second.recipients)[1] > 0
            and say_the_same(first, second)
        )

    def _moved(self, first: Node, second: Node, far: int) -> bool:
        return first.to_come and second.to_come and far <= _MOVED
