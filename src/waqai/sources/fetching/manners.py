"""How hosts are treated: one request at a time, with time between, and bounds to all of it."""

import time
from dataclasses import dataclass, field


class Clock:
    """The time, and waiting for it."""

    def now(self) -> float:
        """Seconds since 1970, UTC."""
        return time.time()

    def sleep(self, seconds: float) -> None:
        """Return after `seconds`."""
        time.sleep(seconds)


@dataclass(frozen=True, slots=True)
class Manners:
    """What a fetch may cost the site, and us."""

    delay: float = 2.0  # seconds between the end of one request to a host and the next
    longest_delay: float = 60.0  # seconds: of what robots.txt asks for, no more than this
    seconds: float = 30.0  # for one request, from the connection to the last byte
    hops: int = 5  # redirects behind each other
    robots_bytes: int = 500_000  # RFC 9309 asks for as many at least


@dataclass(slots=True)
class Pace:
    """When each host may be asked again."""

    clock: Clock
    delay: float
    _next: dict[str, float] = field(default_factory=dict)
    _delays: dict[str, float] = field(default_factory=dict)
    _rests: dict[str, float] = field(default_factory=dict)

    def slow_down(self, host: str, delay: float) -> None:
        """Leave at least `delay` seconds between requests to `host`."""
        self._delays[host] = max(self.delay, delay)

    def rest(self, host: str, seconds: float) -> None:
        """Leave `host` alone for so long: it asks for it."""
        self._rests[host] = self.clock.now() + seconds

    def rests(self, host: str) -> bool:
        """Whether `host` is left alone."""
        return self._rests.get(host, 0.0) > self.clock.now()

    def left(self, host: str) -> float:
        """The seconds until `host` may be asked."""
        # never longer than the delay itself, should the clock be set back
        delay = self._delays.get(host, self.delay)
        return min(max(self._next.get(host, 0.0) - self.clock.now(), 0.0), delay)

    def wait(self, host: str) -> None:
        """Return once `host` may be asked."""
        if left := self.left(host):
            self.clock.sleep(left)

    def asked(self, host: str) -> None:
        """A request to `host` has just ended."""
        self._next[host] = self.clock.now() + self._delays.get(host, self.delay)
