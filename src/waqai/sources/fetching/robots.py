"""robots.txt as RFC 9309 reads it: which paths of a site may be fetched, and how slowly."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import quote, unquote

_LINES = 10_000
_LONGEST = 1000  # characters of a rule
_DELAY = re.compile(r"\d{1,5}(?:\.\d{1,3})?")


@dataclass(frozen=True, slots=True)
class Robots:
    """What a site's robots.txt said, good until `until` (seconds since 1970).

    `text` None: it could not be had though it may be there, so nothing may be fetched.
    """

    text: str | None
    until: float


class RobotsShelf(Protocol):
    """Where what robots.txt said is kept from one run to the next."""

    def robots(self, origin: str) -> Robots | None:
        """What was kept of `origin`, out of date or not."""
        ...

    def keep_robots(self, origin: str, robots: Robots) -> None:
        """Keep it, in the place of what was there."""
        ...


class Memory:
    """A shelf that lasts as long as the program."""

    def __init__(self) -> None:
        self._kept: dict[str, Robots] = {}

    def robots(self, origin: str) -> Robots | None:
        return self._kept.get(origin)

    def keep_robots(self, origin: str, robots: Robots) -> None:
        self._kept[origin] = robots


@dataclass(frozen=True, slots=True)
class Rules:
    """What one visitor may fetch. `delay`: the seconds asked for between requests, if any."""

    rules: tuple[tuple[str, bool], ...]  # a path's beginning, and whether it is allowed
    delay: float | None = None

    def allow(self, target: str) -> bool:
        """Whether `target`, a path with its query, may be fetched: the longest rule says."""
        path = _plain(target)
        if path == "/robots.txt":
            return True
        fitting = [(len(rule), allowed) for rule, allowed in self.rules if _fits(rule, path)]
        return max(fitting, default=(0, True))[1]


def rules_for(product: str, text: str) -> Rules:
    """The rules of a robots.txt that are for the visitor named `product`, else those for all."""
    named, everybody = _Group(), _Group()
    groups: list[_Group] = []
    heading = False
    for key, value in _records(text):
        if key == "user-agent":
            groups = groups if heading else []
            heading = True
            if value == "*":
                groups.append(everybody)
            elif re.split(r"[^a-z_-]", value.lower(), maxsplit=1)[0] == product:
                named.found = True
                groups.append(named)
            continue
        heading = False
        for group in groups:
            group.take(key, value)
    return (named if named.found else everybody).rules()


class _Group:
    def __init__(self) -> None:
        self.found = False
        self._rules: list[tuple[str, bool]] = []
        self._delay: float | None = None

    def take(self, key: str, value: str) -> None:
        if key in ("allow", "disallow") and value and len(value) <= _LONGEST:
            self._rules.append((_plain(value), key == "allow"))
        elif key == "crawl-delay" and _DELAY.fullmatch(value):
            self._delay = float(value)

    def rules(self) -> Rules:
        return Rules(tuple(self._rules), self._delay)


def _records(text: str) -> Iterator[tuple[str, str]]:
    for line in text.removeprefix("\ufeff").splitlines()[:_LINES]:
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield key.strip().lower(), value.strip()


def _plain(path: str) -> str:
    """`path` with one way to write each character."""
    return quote(unquote(path), safe="/*$?=&%:@!'()+,;~-._")


def _fits(rule: str, path: str) -> bool:
    """Whether `rule`, in which * is anything and a last $ the end, fits the beginning of `path`."""
    ends = rule.endswith("$")
    first, *rest = rule.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    if not rest:
        return not ends or path == first
    *middle, last = rest
    at = len(first)
    for part in middle:
        at = path.find(part, at)
        if at < 0:
            return False
        at += len(part)
    if ends:
        return len(path) - len(last) >= at and path.endswith(last)
    return path.find(last, at) >= 0
