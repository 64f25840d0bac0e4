"""RSS and Atom, tidy or not, give pages; what is hostile costs its time and no more."""

import io
from pathlib import Path

import pytest

from waqai.model.settings import Limits
from waqai.sources.codes import Code, Refused
from waqai.sources.feeds import MOST, Entry, entries

URL = "https://news.test/feed/all.xml"


def rss(*items: str) -> bytes:
    inside = "".join(f"<item>{item}</item>" for item in items)
    return f"<rss version='2.0'><channel><title>أخبار</title>{inside}</channel></rss>".encode()


def test_rss_names_pages_and_their_days() -> None:
    feed = rss(
        "<title>أول</title><link>https://news.test/1</link>"
        "<pubDate>Thu, 07 Aug 2025 10:30:00 +0300</pubDate>",
        "<title>ثان</title><link>/2?a=1&amp;b=2</link>",
        "<title>بلا عنوان</title>",
    )
    assert entries(feed, URL) == (
        Entry("https://news.test/1", "Thu, 07 Aug 2025 10:30:00 +0300"),
        Entry("https://news.test/2?a=1&b=2"),
    )


def test_atom_names_pages_and_their_days() -> None:
    feed = """<?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom"><title>أخبار</title>
        <entry><title>أول</title><id>tag:1</id><link href="../1.html"/>
        <published>2025-08-07T10:30:00+03:00</published>
        <updated>2025-08-08T00:00:00Z</updated></entry></feed>"""
    [entry] = entries(feed.encode(), URL)
    assert entry.url == "https://news.test/1.html"
    assert entry.published == "2025-08-07T10:30:00+03:00"
    assert entry.updated == "2025-08-08T00:00:00Z"


def test_a_feed_in_an_old_encoding_is_read() -> None:
    text = "<rss version='2.0'><channel><item><link>https://news.test/خبر</link></item></channel></rss>"
    feed = f"<?xml version='1.0' encoding='windows-1256'?>{text}".encode("windows-1256")
    assert entries(feed, URL) == (Entry("https://news.test/خبر"),)


def test_a_feed_that_is_cut_or_broken_gives_what_stands_before() -> None:
    feed = rss("<link>https://news.test/1</link>", "<link>https://news.test/2</link>")
    assert entries(feed[:-45], URL)[0] == Entry("https://news.test/1")
    broken = feed.replace(b"</item>", b"& <br></item>")
    assert [entry.url for entry in entries(broken, URL)] == [
        "https://news.test/1",
        "https://news.test/2",
    ]


def test_a_page_is_named_once_and_no_feed_names_more_than_so_many() -> None:
    items = [f"<link>https://news.test/{i % 600}</link>" for i in range(1200)]
    found = entries(rss(*items), URL)
    assert len(found) == len(set(found)) == MOST
    assert found[0].url == "https://news.test/0"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0" * 1000,
        b"<html><body><a href='/1'>x</a></body></html>",
        b"https://news.test/feed",
        b"{}",
        rss(),
        rss("<link>" + "x" * 5000 + "</link>"),
    ],
)
def test_what_names_no_page_is_no_feed(data: bytes) -> None:
    with pytest.raises(Refused) as refused:
        entries(data, URL)
    assert refused.value.code is Code.NO_FEED


def test_bytes_that_are_the_name_of_a_file_open_none(tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_bytes(rss("<link>https://news.test/1</link>"))
    with pytest.raises(Refused) as refused:
        entries(str(file).encode(), URL)
    assert refused.value.code is Code.NO_FEED


def test_entities_that_grow_without_end_are_refused() -> None:
    lines = ["<!ENTITY a0 'ha ha ha ha'>"]
    lines += [f"<!ENTITY a{i} '{f'&a{i - 1};' * 10}'>" for i in range(1, 12)]
    item = "<item><title>&a11;</title><link>https://news.test/&a11;</link></item>"
    feed = f"<!DOCTYPE rss [{''.join(lines)}]><rss version='2.0'><channel>{item}</channel></rss>"
    try:
        found = entries(feed.encode(), URL)
    except Refused:
        return
    assert all(len(entry.url) <= 4000 for entry in found)


def test_an_entity_that_is_a_file_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret")
    item = "<item><title>x</title><link>https://news.test/1?&e;</link></item>"
    doctype = f"<!DOCTYPE rss [<!ENTITY e SYSTEM '{secret.as_uri()}'>]>"
    feed = f"{doctype}<rss version='2.0'><channel>{item}</channel></rss>".encode()
    assert all("secret" not in entry.url for entry in entries(feed, URL))


def test_a_feed_that_takes_too_long_is_refused() -> None:
    feed = rss(*(f"<link>https://news.test/{i}</link>" for i in range(100_000)))
    with pytest.raises(Refused) as refused:
        entries(feed, URL, limits=Limits(seconds=1))
    assert refused.value.code is Code.TOO_SLOW


def test_what_nobody_sees_is_left_out() -> None:
    days = "<pubDate>\u202e2025-08-07\u2066</pubDate>"
    feed = rss(f"<link>https://news.test/1\u202e</link>{days}")
    assert entries(feed, URL) == (Entry("https://news.test/1", "2025-08-07"),)


def test_the_reader_of_feeds_takes_a_stream_and_so_asks_for_nothing() -> None:
    import feedparser  # type: ignore[import-untyped]

    feed = feedparser.parse(io.BytesIO(b"http://127.0.0.1:9/feed"))
    assert feed.entries == []
    assert "status" not in feed
