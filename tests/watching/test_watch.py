"""A watch keeps what feeds name, notes what changes and disappears, and stops for nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sources.fetching.site import Reply, serving
from tests.watching.newsroom import LATER, STORIES, Newsroom, article, noted, rows, versions
from waqai.api import build, open_chronicle, watch
from waqai.chronicle import watching
from waqai.model.page import Page
from waqai.model.quarantine import Quarantined
from waqai.sources import feeds
from waqai.sources.making import html_page

HOUR = 3_600.0
ALL_NEW = [("council", "new"), ("market", "new"), ("port", "new")]


@pytest.fixture
def room() -> Iterator[Newsroom]:
    with serving() as site:
        yield Newsroom(site)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "file.db"


def test_what_a_feed_names_is_read_under_its_address(room: Newsroom, file: Path) -> None:
    done = room.watch(file)
    assert (done.new, done.changed, done.gone, done.set_aside) == (3, 0, 0, 0)
    assert noted(file) == ALL_NEW
    with open_chronicle(file) as chronicle:
        pages = {page.page.name: page for page in chronicle.pages()}
    assert set(pages) == {room.url(path) for path in STORIES}
    port = pages[room.url("/port")]
    assert port.page.source == port.page.url == room.url("/port")
    [story] = port.stories
    assert str(story.published.day) == "2025-08-16"
    assert rows(file, "SELECT value FROM meta WHERE key = 'findings'")


def test_the_day_of_the_feed_gives_way_to_that_of_the_page(room: Newsroom, file: Path) -> None:
    own = "<meta property='article:published_time' content='2025-08-15T23:30:00+03:00'>"
    room.write("/port", head=own)
    room.watch(file)
    query = "SELECT day, role FROM stamps JOIN pages ON pages.id = page WHERE name LIKE '%/{}'"
    assert rows(file, query.format("port")) == [("2025-08-15", "published")]
    assert rows(file, query.format("market"))[0] == ("2025-08-16", "published")


def test_a_round_too_early_asks_for_nothing(room: Newsroom, file: Path) -> None:
    done = room.watch(file)
    asked = len(room.site.asked)
    room.clock.at += 60
    assert room.watch(file).new == 0
    assert len(room.site.asked) == asked
    assert done.due is not None
    assert done.due > room.clock.at


def test_what_did_not_change_is_not_sent_again(room: Newsroom, file: Path) -> None:
    room.watch(file)
    before = len(room.site.asked)
    room.clock.at += HOUR
    room.watch(file)
    again = room.site.asked[before:]
    assert sorted(asked.path for asked in again) == ["/council", "/feed", "/market", "/port"]
    assert all("if-none-match" in asked.headers for asked in again)
    assert rows(file, "SELECT DISTINCT status FROM watch_pages") == [(304,)]
    assert noted(file) == ALL_NEW


def test_a_text_that_changes_is_kept_beside_what_it_was(room: Newsroom, file: Path) -> None:
    room.watch(file)
    room.write("/port", LATER)
    room.clock.at += HOUR
    done = room.watch(file)
    assert (done.new, done.changed) == (0, 1)
    assert noted(file) == [*ALL_NEW, ("port", "changed")]
    assert versions(file, "/port") == [(0, 0), (1, 1)]
    assert rows(file, "SELECT count(*) FROM story_list") == [(3,)]


def test_only_a_stamp_that_changes_is_no_change(room: Newsroom, file: Path) -> None:
    room.watch(file)
    room.write("/port", head="<meta property='article:modified_time' content='2025-08-17'>")
    room.clock.at += HOUR
    assert room.watch(file).changed == 0
    assert noted(file) == ALL_NEW


def test_a_text_that_comes_back_is_the_current_one_again(room: Newsroom, file: Path) -> None:
    room.watch(file)
    for more, hours in (((LATER,), 24), ((), 72)):
        room.write("/port", *more)
        room.clock.at += hours * HOUR
        assert room.watch(file).changed == 1
    assert versions(file, "/port") == [(1, 0), (0, 1)]
    assert noted(file)[-3:] == [("port", "new"), ("port", "changed"), ("port", "changed")]
    pages = rows(file, "SELECT page FROM watch_notes WHERE url LIKE '%/port' ORDER BY position")
    assert pages[0] == pages[2] != pages[1]
    assert rows(file, "SELECT count(*) FROM accounts") == [(3,)]


def test_the_feed_says_when_a_page_was_updated(room: Newsroom, file: Path) -> None:
    atom = (
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='{}'/>"
        "<updated>2025-08-16T0{}:00:00Z</updated></entry></feed>"
    )
    room.site.replies["/feed"] = Reply(atom.format(room.url("/port"), 1).encode())
    room.watch(file)
    room.write("/port", LATER)
    room.clock.at += 900
    assert room.watch(file).changed == 0
    room.site.replies["/feed"] = Reply(atom.format(room.url("/port"), 2).encode())
    room.clock.at += 900
    assert room.watch(file).changed == 1


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_disappears_is_noted_and_kept(room: Newsroom, file: Path, status: int) -> None:
    room.watch(file)
    room.site.replies["/port"] = Reply(status=status)
    for gone in (1, 0):
        room.clock.at += 6 * HOUR
        assert room.watch(file).gone == gone
    assert noted(file) == [*ALL_NEW, ("port", "gone")]
    assert versions(file, "/port") == [(1, 0)]
    assert rows(file, "SELECT count(*) FROM quarantine") == [(0,)]
    query = "SELECT gone, status, due IS NULL FROM watch_pages WHERE url LIKE '%/port'"
    assert rows(file, query) == [(1, status, status == 410)]


def test_a_page_that_is_there_again_is_noted(room: Newsroom, file: Path) -> None:
    room.watch(file)
    reply = room.site.replies["/port"]
    for now, hours in ((Reply(status=404), 24), (reply, 72)):
        room.site.replies["/port"] = now
        room.clock.at += hours * HOUR
        room.watch(file)
    assert noted(file)[-3:] == [("port", "new"), ("port", "gone"), ("port", "back")]
    assert rows(file, "SELECT sum(gone) FROM watch_pages") == [(0,)]


def test_to_be_sent_to_the_front_page_is_to_be_gone(room: Newsroom, file: Path) -> None:
    room.watch(file)
    room.site.replies["/"] = Reply(article("آخر الأخبار", *(text for _, text in STORIES.values())))
    room.site.replies["/port"] = Reply(status=302, headers={"Location": "/"})
    room.clock.at += HOUR
    assert room.watch(file).gone == 1
    assert versions(file, "/port") == [(1, 0)]


def test_a_page_is_looked_at_for_a_week(room: Newsroom, file: Path) -> None:
    room.announce("/port")
    looks = []
    start = room.clock.at
    for hour in (*range(9), *range(12, 24 * 9, 6)):
        room.clock.at = start + hour * HOUR + (60 if hour else 0)
        before = len(room.site.paths)
        room.watch(file)
        looks += [hour] * room.site.paths[before:].count("/port")
    assert looks == [0, 1, 6, 24, 72, 168]


def test_each_page_and_feed_costs_itself_alone(room: Newsroom, file: Path) -> None:
    replies = room.site.replies
    replies["/robots.txt"] = Reply(b"User-agent: *\nDisallow: /closed\n")
    replies["/broken"] = Reply(status=500)
    replies["/missing"] = Reply(status=404)
    replies["/picture"] = Reply(bytes(range(256)) * 9, headers={"Content-Type": "image/png"})
    replies["/list"] = Reply(b"<html><body><nav></nav></body></html>")
    replies["/endless"] = Reply(endless=b"<p>" * 9999)
    replies["/inside"] = Reply(status=302, headers={"Location": "http://10.0.0.1/"})
    replies["/large"] = Reply(b"<p>x</p>" * 60_000)
    replies["/feed2"] = Reply(b"<html>no feed</html>")
    named = ("broken", "missing", "picture", "list", "endless", "inside", "large", "closed")
    room.announce("/port", *(f"/{name}" for name in named), "/market")
    told: list[Page | Quarantined] = []
    done = room.watch(file, room.url("/feed2"), "http://nowhere.invalid/feed", tell=told.append)
    assert noted(file) == ALL_NEW[1:]
    assert done.new == 2
    aside = rows(file, "SELECT source, code FROM quarantine")
    assert {str(source).rpartition("/")[2]: code for source, code in aside} == {
        "broken": "WQ131",
        "missing": "WQ131",
        "picture": "WQ102",
        "list": "WQ106",
        "endless": "WQ103",
        "inside": "WQ132",
        "large": "WQ104",
        "closed": "WQ133",
        "feed2": "WQ134",
        "feed": "WQ131",
    }
    assert done.set_aside == len(aside) == sum(isinstance(t, Quarantined) for t in told)


def test_a_fault_of_ours_costs_one_page(
    room: Newsroom, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(data: bytes, name: str, *rest: object) -> Page:
        if name.endswith("/port"):
            raise ZeroDivisionError
        return html_page(data, name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(watching, "html_page", faulty)
    assert room.watch(file).new == 2
    [(source, code)] = rows(file, "SELECT source, code FROM quarantine")
    assert (source, code) == (room.url("/port"), "WQ114")


def test_what_failed_is_tried_again_later_each_time_and_then_let_be(
    room: Newsroom, file: Path
) -> None:
    room.announce("/port")
    room.site.replies["/port"] = Reply(status=500)
    for hours in (1, 1, 6, 24, 72, 72, 720, 720):
        room.watch(file)
        room.clock.at += hours * HOUR
    assert room.site.paths.count("/port") == 6
    assert rows(file, "SELECT failures, due FROM watch_pages") == [(6, None)]


def test_what_was_set_aside_is_excused_when_it_is_read(room: Newsroom, file: Path) -> None:
    good = room.site.replies["/port"]
    room.site.replies["/port"] = Reply(status=500)
    room.watch(file)
    assert rows(file, "SELECT count(*) FROM quarantine") == [(1,)]
    room.site.replies["/port"] = good
    room.clock.at += HOUR
    assert room.watch(file).new == 1
    assert rows(file, "SELECT count(*) FROM quarantine") == [(0,)]
    assert noted(file) == ALL_NEW


def test_a_feed_that_fails_is_asked_less_and_less(room: Newsroom, file: Path) -> None:
    room.site.replies["/feed"] = Reply(status=500)
    for _ in range(4 * 8):
        room.watch(file)
        room.clock.at += 900
    # at once, then after 15 minutes, 30, 1 h, 2 h, 4 h
    assert room.site.paths.count("/feed") == 6
    room.announce("/port")
    room.clock.at += 24 * HOUR
    assert room.watch(file).new == 1


def test_a_site_that_asks_to_be_left_alone_is(room: Newsroom, file: Path) -> None:
    room.site.replies["/port"] = room.site.replies["/market"] = Reply(
        status=429, headers={"Retry-After": "7200"}
    )
    room.announce("/market", "/port", "/council")
    done = room.watch(file)
    assert (done.new, done.set_aside) == (1, 1)
    assert room.site.paths == ["/feed", "/council", "/market"]
    assert rows(file, "SELECT failures, fetched FROM watch_pages WHERE url LIKE '%/port'") == [
        (0, None)
    ]


def test_what_the_site_does_now_and_then_is_one_request_at_a_time(
    room: Newsroom, file: Path
) -> None:
    room.watch(file)
    assert room.site.most_at_once == 1
    # robots.txt, the feed, three pages: four times the delay
    assert room.clock.slept == [pytest.approx(2.0)] * 4


def test_what_robots_txt_said_is_kept_from_run_to_run(room: Newsroom, file: Path) -> None:
    for _ in range(3):
        room.watch(file)
        room.clock.at += HOUR
    assert [asked.path for asked in room.site.asked].count("/robots.txt") == 1


def test_a_watch_goes_on_when_something_is_due(room: Newsroom, file: Path) -> None:
    from tests.sources.fetching.site import fetcher

    rounds = watch(room.feed, file, fetcher=lambda shelf, clock: fetcher(clock), clock=room.clock)
    assert next(rounds).new == 3
    room.write("/port", LATER)
    changed = [next(rounds).changed for _ in range(5)]
    assert sum(changed) == 1
    assert max(room.clock.slept) <= 900


def test_what_is_no_feeds_address_is_told_before_anything_is_made(file: Path) -> None:
    with pytest.raises(ValueError, match="only http and https"):
        next(watch("file:///etc/passwd", file))
    assert not file.exists()


def test_feeds_of_a_hundred_megabytes_are_cut(room: Newsroom, file: Path) -> None:
    item = b"<item><link>http://news.test/1</link></item>" * 1000
    room.site.replies["/feed"] = Reply(b"<rss><channel>", endless=item)
    assert room.watch(file).set_aside == 1
    assert rows(file, "SELECT code FROM quarantine") == [("WQ103",)]


def test_a_feed_names_no_more_pages_than_so_many(room: Newsroom, file: Path) -> None:
    links = "".join(f"<item><link>http://10.0.0.1/{i}</link></item>" for i in range(2000))
    room.site.replies["/feed"] = Reply(f"<rss><channel>{links}</channel></rss>".encode())
    room.watch(file)
    assert rows(file, "SELECT count(*) FROM watch_pages") == [(feeds.MOST,)]


def test_a_page_that_was_built_before_gives_way_to_what_is_fetched(
    room: Newsroom, file: Path
) -> None:
    title, text = STORIES["/port"]
    build([Page(room.url("/port"), f"{title}\n\n{text}", "old.jsonl:1")], file)
    room.write("/port", LATER)
    room.watch(file)
    assert versions(file, "/port") == [(0, 0), (1, 1)]
