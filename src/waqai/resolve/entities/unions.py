"""Sets that are joined, and pairs that must stay apart."""

from collections.abc import Iterable


class Unions:
    """Joins names into sets, but none that would hold both names of a pair kept apart."""

    def __init__(self, apart: Iterable[tuple[str, str]]) -> None:
        self._set_of: dict[str, set[str]] = {}
        self._apart: dict[str, set[str]] = {}
        for first, second in apart:
            self._apart.setdefault(first, set()).add(second)
            self._apart.setdefault(second, set()).add(first)

    def join(self, first: str, second: str) -> bool:
        """Whether the two are in one set now."""
        ours, theirs = self[first], self[second]
        if ours is theirs:
            return True
        if any(self._apart.get(name, set()) & theirs for name in ours):
            return False
        if len(ours) < len(theirs):
            ours, theirs = theirs, ours
        ours |= theirs
        for name in theirs:
            self._set_of[name] = ours
        return True

    def __contains__(self, name: str) -> bool:
        return name in self._set_of

    def names(self) -> frozenset[str]:
        """All names that are in a set."""
        return frozenset(self._set_of)

    def __getitem__(self, name: str) -> set[str]:
        """The set that `name` is in; it is added alone when it is in none."""
        found = self._set_of.get(name)
        if found is None:
            found = self._set_of[name] = {name}
        return found
