"""robots.txt is asked for first, kept, and heeded, also where a redirect leads."""

from collections.abc import Iterator

import pytest

from tests.sources.fetching.site import Reply, Site, StillClock, fetcher, serving
from waqai.sources.codes import Code, Refused
from waqai.sources.fetching import Manners
from waqai.sources.fetching.robots import Memory, rules_for

_TXT = """\ufeff# of our own making
User-agent: otherbot
Disallow: /

User-agent: *
Disallow: /private
Allow: /private/open
Disallow: /*.pdf$
Disallow: /search?*page=
Disallow: /%D8%AE
Crawl-delay: 7.5
Sitemap: https://news.test/sitemap.xml

User-Agent: Slowbot
User-Agent: lazybot/2
Disallow:
Crawl-delay: 3
"""


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        site.replies["/a"] = Reply(b"page")
        yield site


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/news/1", True),
        ("/private", False),
        ("/private/x", False),
        ("/private/open/x", True),
        ("/a.pdf", False),
        ("/a.pdf?x", True),
        ("/search?q=1&page=2", False),
        ("/search?q=1", True),
        ("/خبر", False),
        ("/%d8%ae%d8%a8%d8%b1", False),
        ("/robots.txt", True),
    ],
)
def test_the_longest_rule_says(path: str, allowed: bool) -> None:
    assert rules_for("waqai", _TXT).allow(path) is allowed


def test_a_group_of_its_own_is_all_that_a_visitor_heeds() -> None:
    assert not rules_for("otherbot", _TXT).allow("/")
    for product in ("slowbot", "lazybot"):
        rules = rules_for(product, _TXT)
        assert (rules.allow("/private"), rules.delay) == (True, 3.0)
    assert rules_for("waqai", _TXT).delay == 7.5


@pytest.mark.parametrize("text", ["", "<html>no rules</html>", "Disallow: /", "\0\0", ":::"])
def test_what_holds_no_rules_forbids_nothing(text: str) -> None:
    assert rules_for("waqai", text).allow("/a")


def test_a_rule_of_many_stars_is_read_at_once() -> None:
    rule = "User-agent: *\nDisallow: /" + "*a" * 490 + "b\n"
    assert rules_for("waqai", rule).allow("/" + "a" * 4000)


def test_what_is_forbidden_is_not_asked_for(site: Site) -> None:
    site.replies["/robots.txt"] = Reply(b"User-agent: waqai\nDisallow: /a\n")
    with pytest.raises(Refused) as refused:
        fetcher().fetch(site.url("/a"), 100)
    assert refused.value.code is Code.ROBOTS_FORBID
    assert site.paths == []


def test_a_redirect_to_what_is_forbidden_is_not_followed(site: Site) -> None:
    site.replies["/robots.txt"] = Reply(b"User-agent: *\nDisallow: /a\n")
    site.replies["/b"] = Reply(status=301, headers={"Location": "/a"})
    with pytest.raises(Refused) as refused:
        fetcher().fetch(site.url("/b"), 100)
    assert refused.value.code is Code.ROBOTS_FORBID
    assert site.paths == ["/b"]


def test_it_is_asked_for_once_a_day(site: Site) -> None:
    clock, shelf = StillClock(), Memory()
    for _ in range(2):  # two runs with one shelf
        by = fetcher(clock, shelf=shelf)
        by.fetch(site.url("/a"), 100)
        by.fetch(site.url("/a"), 100)
    assert [asked.path for asked in site.asked].count("/robots.txt") == 1
    clock.at += 86_401
    by.fetch(site.url("/a"), 100)
    assert [asked.path for asked in site.asked].count("/robots.txt") == 2


@pytest.mark.parametrize("status", [404, 403, 410])
def test_none_there_is_leave(site: Site, status: int) -> None:
    site.replies["/robots.txt"] = Reply(status=status)
    assert fetcher().fetch(site.url("/a"), 100).body == b"page"


@pytest.mark.parametrize("status", [500, 503, 429])
def test_none_to_be_had_is_no_leave_for_an_hour(site: Site, status: int) -> None:
    clock = StillClock()
    by = fetcher(clock)
    site.replies["/robots.txt"] = Reply(status=status)
    for _ in range(2):
        with pytest.raises(Refused) as refused:
            by.fetch(site.url("/a"), 100)
        assert refused.value.code is Code.NOT_FETCHED
    site.replies["/robots.txt"] = Reply(b"")
    clock.at += 3_601
    assert by.fetch(site.url("/a"), 100).body == b"page"
    assert site.paths == ["/a"]


def test_it_slows_us_down_but_not_for_ever(site: Site) -> None:
    for asked_for, kept in ((7, 7.0), (9999, 60.0)):
        site.replies["/robots.txt"] = Reply(f"User-agent: *\nCrawl-delay: {asked_for}".encode())
        clock = StillClock()
        by = fetcher(clock, Manners(delay=2.0))
        by.fetch(site.url("/a"), 100)
        by.fetch(site.url("/a"), 100)
        assert clock.slept[-1] == kept
