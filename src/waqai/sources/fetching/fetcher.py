"""The guarded fetcher: what an address gives, asked for politely, and never more than is safe."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from waqai.sources.codes import Code, Refused
from waqai.sources.fetching.manners import Clock, Manners, Pace
from waqai.sources.fetching.robots import Memory, Robots, RobotsShelf, Rules, rules_for
from waqai.sources.fetching.urls import Url, parsed
from waqai.sources.fetching.wire import Line, Response, header

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_DAY = 86_400.0
_REST = 600.0  # seconds for which a site is left alone that is overrun and does not say how long
_OVERRUN = frozenset({429, 503})
_SOON = 3_600.0  # seconds after which a robots.txt that could not be had is asked for again
_ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.5"
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w:.-]{3,20})", re.I)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said of a page, after all redirects.

    `body` is empty for all but status 200. `etag` and `modified` are to be sent back next time.
    """

    url: str
    status: int
    body: bytes = b""
    etag: str | None = None
    modified: str | None = None
    charset: str | None = None
    kind: str | None = None  # the media type


class Fetcher:
    """Fetches one thing at a time. `agent` is what it calls itself: a product and its version.

    Proxies that the environment names are not used: they would speak to addresses unchecked.
    """

    def __init__(
        self,
        agent: str,
        manners: Manners = Manners(),  # noqa: B008 - frozen
        clock: Clock | None = None,
        shelf: RobotsShelf | None = None,
        line: Line = Line(),  # noqa: B008 - frozen
    ) -> None:
        self._agent, self._manners, self._line = agent, manners, line
        self._clock = clock or Clock()
        self._shelf = shelf or Memory()
        self._pace = Pace(self._clock, manners.delay)
        self._rules: dict[str, tuple[float, Rules | None]] = {}

    def left(self, address: str) -> float:
        """The seconds for which the host of `address` is to be left alone still."""
        try:
            return self._pace.left(parsed(address).host)
        except Refused:
            return 0.0

    def rests(self, address: str) -> bool:
        """Whether the host of `address` asked to be left alone; until then `fetch` refuses."""
        try:
            return self._pace.rests(parsed(address).host)
        except Refused:
            return False

    def fetch(
        self, address: str, most: int, etag: str | None = None, modified: str | None = None
    ) -> Answer:
        """What stands at `address`: at most `most` bytes of it, after a polite wait.

        Any status is an answer. Raises Refused where robots.txt forbids it, where the address, or
        one it redirects to, may not be spoken to, and where no whole answer came.
        """
        sent = {"If-None-Match": header(etag), "If-Modified-Since": header(modified)}
        conditions = {name: value for name, value in sent.items() if value}
        url = parsed(address)
        for _ in range(self._manners.hops + 1):
            if self._pace.rests(url.host):
                reason = f"{url.host} asked to be left alone for a while"
                raise Refused(Code.NOT_FETCHED, reason)
            self._heed_robots(url)
            response = self._ask(url, conditions, most)
            onwards = _onwards(url, response)
            if onwards is None:
                return self._answer(url, response)
            url = onwards
        raise self._too_many()

    def _ask(self, url: Url, headers: Mapping[str, str], most: int) -> Response:
        self._pace.wait(url.host)
        try:
            said = {"User-Agent": self._agent, "Accept": _ACCEPT, **headers}
            response = self._line.ask(url, said, most, self._manners.seconds)
        finally:
            self._pace.asked(url.host)
        if response.status in _OVERRUN:
            asked = self._retry_after(response.headers.get("retry-after"))
            self._pace.rest(url.host, _REST if asked is None else asked)
        return response

    def _answer(self, url: Url, response: Response) -> Answer:
        headers = response.headers
        kind = headers.get("content-type", "")
        charset = _CHARSET.search(kind)
        return Answer(
            str(url),
            response.status,
            response.body,
            header(headers.get("etag")),
            header(headers.get("last-modified")),
            charset[1] if charset else None,
            kind.partition(";")[0].strip().lower() or None,
        )

    def _retry_after(self, value: str | None) -> float | None:
        """The header's seconds, or the seconds until its date; a day at most."""
        if value is None:
            return None
        try:
            seconds = (
                float(value)
                if value.isascii() and value.isdigit()
                else parsedate_to_datetime(value).timestamp() - self._clock.now()
            )
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
        return min(max(seconds, 0.0), _DAY)

    def _heed_robots(self, url: Url) -> None:
        """Raise Refused where the site does not want `url` fetched, or cannot say."""
        rules = self._robots(url)
        if rules is None:
            reason = f"the robots.txt of {url.origin} cannot be had; without it nothing is fetched"
            raise Refused(Code.NOT_FETCHED, reason)
        if not rules.allow(url.target):
            reason = f"the robots.txt of {url.origin} does not let it be fetched"
            raise Refused(Code.ROBOTS_FORBID, reason)

    def _robots(self, url: Url) -> Rules | None:
        """The rules of the site, kept for a day; None when they cannot be had."""
        origin, now = url.origin, self._clock.now()
        until, rules = self._rules.get(origin, (0.0, None))
        if until > now:
            return rules
        robots = self._shelf.robots(origin)
        if robots is None or not now < robots.until <= now + _DAY:
            robots = self._asked_robots(url)
            self._shelf.keep_robots(origin, robots)
        product = self._agent.partition("/")[0].lower()
        rules = None if robots.text is None else rules_for(product, robots.text)
        self._rules[origin] = (robots.until, rules)
        if rules is not None and rules.delay:
            self._pace.slow_down(url.host, min(rules.delay, self._manners.longest_delay))
        return rules

    def _asked_robots(self, url: Url) -> Robots:
        """What RFC 9309 makes of the answer: none there is leave, none to be had is none."""
        now = self._clock.now()
        try:
            at = parsed("/robots.txt", url)
            for _ in range(self._manners.hops + 1):
                response = self._ask(at, {}, self._manners.robots_bytes)
                onwards = _onwards(at, response)
                if onwards is None:
                    break
                at = onwards
            else:
                raise self._too_many()
        except Refused as refused:
            if refused.code is Code.ADDRESS_REFUSED:
                raise
            return Robots(None, now + _SOON)
        if response.status == 200:
            return Robots(response.body.decode("utf-8", "replace"), now + _DAY)
        if 400 <= response.status < 500 and response.status != 429:
            return Robots("", now + _DAY)
        return Robots(None, now + _SOON)

    def _too_many(self) -> Refused:
        reason = f"more than {self._manners.hops} redirects behind each other"
        return Refused(Code.NOT_FETCHED, reason)


def _onwards(url: Url, response: Response) -> Url | None:
    """Where the answer leads on to, if it does."""
    if response.status not in _REDIRECTS or not (location := response.headers.get("location")):
        return None
    # http.client reads headers as ISO 8859-1; addresses that are not quoted come as UTF-8
    return parsed(location.encode("iso-8859-1", "replace").decode("utf-8", "replace"), url)
