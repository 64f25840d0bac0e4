"""What is fetched, and what is cut short: redirects, sizes, drips, packed bodies, politeness."""

import gzip
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from shutil import which

import pytest

from tests.sources.fetching.site import (
    HOME,
    Reply,
    Site,
    StillClock,
    at_home,
    dripping,
    fetcher,
    permits_home,
    serving,
)
from waqai.sources.codes import Code, Refused
from waqai.sources.fetching import Fetcher, Manners
from waqai.sources.fetching.wire import Line, header

MOST = 100_000


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


def refusal(url: str, by: Fetcher | None = None, most: int = MOST) -> Refused:
    with pytest.raises(Refused) as refused:
        (by or fetcher()).fetch(url, most)
    return refused.value


def test_a_page_comes_with_what_the_server_says_of_it(site: Site) -> None:
    kind = "Text/HTML; charset=windows-1256"
    stamps = {"ETag": '"a"', "Last-Modified": "Thu, 07 Aug 2025 10:30:00 GMT"}
    site.replies["/x"] = Reply(b"page", headers={"Content-Type": kind, **stamps})
    answer = fetcher().fetch(site.url("/x", "news.test"), MOST)
    assert (answer.status, answer.body, answer.url) == (200, b"page", site.url("/x", "news.test"))
    assert (answer.kind, answer.charset) == ("text/html", "windows-1256")
    assert (answer.etag, answer.modified) == ('"a"', "Thu, 07 Aug 2025 10:30:00 GMT")
    [asked] = [asked for asked in site.asked if asked.path == "/x"]
    assert asked.headers["user-agent"] == "waqai/0.0-test"
    assert asked.headers["host"] == f"news.test:{site.port}"
    assert asked.headers["accept-encoding"] == "gzip"


def test_what_was_not_modified_is_not_sent_again(site: Site) -> None:
    site.replies["/x"] = Reply(b"page", headers={"ETag": '"a"'})
    answer = fetcher().fetch(site.url("/x"), MOST, etag='"a"', modified="Thu, 07 Aug 2025")
    assert (answer.status, answer.body) == (304, b"")
    assert site.asked[-1].headers["if-modified-since"] == "Thu, 07 Aug 2025"


def test_what_a_server_gave_to_be_sent_back_cannot_break_a_request() -> None:
    assert header('W/"a b"') == 'W/"a b"'
    for value in ("a\r\nX: y", "a\n", "é", " a", "", "x" * 400):
        assert header(value) is None


@pytest.mark.parametrize("status", [404, 410, 500, 301])
def test_any_status_is_an_answer_without_a_body(site: Site, status: int) -> None:
    site.replies["/x"] = Reply(b"page", status)
    answer = fetcher().fetch(site.url("/x"), MOST)
    assert (answer.status, answer.body) == (status, b"")


def test_a_redirect_is_followed(site: Site) -> None:
    site.replies["/a"] = Reply(status=302, headers={"Location": "/b"})
    site.replies["/b"] = Reply(status=308, headers={"Location": site.url("/c", "other.test")})
    site.replies["/c"] = Reply(b"page")
    answer = fetcher().fetch(site.url("/a"), MOST)
    assert (answer.body, answer.url) == (b"page", site.url("/c", "other.test"))


@pytest.mark.parametrize(
    "location",
    [
        "file:///etc/passwd",
        "ftp://news.test/x",
        "http://127.0.0.2/x",
        "http://localhost.localdomain:1/x",
        "http://[::1]/x",
        "http://[::ffff:127.0.0.1]/x",
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/x",
        "http://0.0.0.0/x",
        "//user@news.test/x",
    ],
)
def test_a_redirect_to_where_nobody_may_go_is_refused(site: Site, location: str) -> None:
    def resolver(host: str, port: int) -> list[str]:
        return ["127.0.0.3"] if host.startswith("localhost") else list(at_home(host, port))

    site.replies["/a"] = Reply(status=302, headers={"Location": location})
    by = fetcher(line=Line(resolver, permits_home))
    assert refusal(site.url("/a"), by).code is Code.ADDRESS_REFUSED
    assert site.paths == ["/a"]


def test_a_robots_txt_that_leads_where_nobody_may_go_is_refused(site: Site) -> None:
    away = {"Location": "http://127.0.0.2/robots.txt"}
    site.replies["/robots.txt"] = Reply(status=301, headers=away)
    assert refusal(site.url("/a")).code is Code.ADDRESS_REFUSED


def test_redirects_in_a_circle_end(site: Site) -> None:
    site.replies["/a"] = Reply(status=302, headers={"Location": "/a"})
    assert "redirects" in refusal(site.url("/a")).reason
    assert len(site.paths) == 1 + Manners().hops


def test_without_leave_nothing_of_this_machine_is_fetched(site: Site) -> None:
    plain = Fetcher("waqai/0.0-test", Manners(delay=0))
    for host in (HOME, "localhost", "0.0.0.0", "2130706433", "0x7f.1", "[::1]"):
        assert refusal(site.url("/a", host), plain).code is Code.ADDRESS_REFUSED
    assert site.asked == []


def test_the_address_that_was_checked_is_the_one_that_is_connected(site: Site) -> None:
    """A name that leads elsewhere when it is looked up again is looked up once for a request."""
    site.replies["/a"] = Reply(b"page")
    found = iter([[HOME], [HOME], ["127.0.0.2"]])
    by = fetcher(line=Line(lambda host, port: next(found), permits_home))
    assert by.fetch(site.url("/a", "news.test"), MOST).body == b"page"  # robots.txt, then the page
    assert refusal(site.url("/a", "news.test"), by).code is Code.ADDRESS_REFUSED
    assert site.paths == ["/a"]


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"HTTP/1.1 200 OK\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
    ],
    ids=["status", "headers", "body", "chunks"],
)
def test_a_slow_drip_is_cut(head: bytes) -> None:
    with dripping(head, b"1", 0.05) as url:
        refused = refusal(url, fetcher(manners=Manners(delay=0, seconds=0.5)))
    assert refused.code is Code.NOT_FETCHED
    assert "within 0.5 seconds" in refused.reason


def test_headers_without_end_are_cut() -> None:
    with dripping(b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 100 Continue\r\n\r\n" * 999, 0) as url:
        assert refusal(url).code in (Code.TOO_LARGE, Code.NOT_FETCHED)
    with dripping(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 999, 0) as url:
        assert refusal(url).code is Code.TOO_LARGE


def test_a_body_without_end_is_cut(site: Site) -> None:
    site.replies["/x"] = Reply(endless=b"x" * 65536)
    assert refusal(site.url("/x")).code is Code.TOO_LARGE


def test_a_body_that_says_it_is_large_is_not_read(site: Site) -> None:
    site.replies["/x"] = Reply(headers={"Content-Length": "104857600"})
    assert refusal(site.url("/x"), most=5_000_000).code is Code.TOO_LARGE


def test_a_body_of_just_the_size_is_taken(site: Site) -> None:
    site.replies["/x"] = Reply(b"x" * MOST)
    assert len(fetcher().fetch(site.url("/x"), MOST).body) == MOST
    assert refusal(site.url("/x"), most=MOST - 1).code is Code.TOO_LARGE


def test_a_packed_body_is_unpacked(site: Site) -> None:
    packed = gzip.compress(b"page ") + gzip.compress(b"and more")
    site.replies["/x"] = Reply(packed, headers={"Content-Encoding": "gzip"})
    assert fetcher().fetch(site.url("/x"), MOST).body == b"page and more"


def test_a_packed_bomb_is_cut(site: Site) -> None:
    bomb = gzip.compress(bytes(50_000_000))
    assert len(bomb) < MOST
    site.replies["/x"] = Reply(bomb, headers={"Content-Encoding": "gzip"})
    assert refusal(site.url("/x")).code is Code.TOO_LARGE


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (gzip.compress(b"page")[:-4], "gzip"),
        (b"page", "gzip"),
        (b"page", "br"),
        (b"page", "gzip, gzip"),
    ],
)
def test_a_body_that_cannot_be_unpacked_is_refused(site: Site, body: bytes, encoding: str) -> None:
    site.replies["/x"] = Reply(body, headers={"Content-Encoding": encoding})
    assert refusal(site.url("/x")).code is Code.NOT_FETCHED


def test_a_body_cut_short_is_no_page(site: Site) -> None:
    site.replies["/x"] = Reply(b"pag", headers={"Content-Length": "4"})
    assert refusal(site.url("/x")).code is Code.NOT_FETCHED


def test_what_speaks_no_http_is_refused() -> None:
    with dripping(b"SSH-2.0-OpenSSH\r\n", b"x", 0.01) as url:
        assert refusal(url).code is Code.NOT_FETCHED


def test_nobody_at_home_is_no_page() -> None:
    with socket.create_server((HOME, 0)) as server:
        port = server.getsockname()[1]
    assert refusal(f"http://{HOME}:{port}/x").code is Code.NOT_FETCHED


@pytest.mark.skipif(which("openssl") is None, reason="needs openssl to make a certificate")
def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    import ssl

    key, certificate = tmp_path / "key", tmp_path / "certificate"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=news.test"]
    files = ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*command, *files], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with serving() as site:
        site.server.socket = context.wrap_socket(site.server.socket, server_side=True)
        refused = refusal(f"https://news.test:{site.port}/x")
    assert refused.code is Code.NOT_FETCHED
    assert site.asked == []


def test_a_host_is_asked_one_thing_at_a_time_with_time_between(site: Site) -> None:
    clock = StillClock()
    by = fetcher(clock, Manners(delay=2.0))
    site.replies["/a"] = Reply(b"page")
    for _ in range(3):
        by.fetch(site.url("/a", "news.test"), MOST)
    assert clock.slept == [2.0, 2.0, 2.0]  # robots.txt came first
    assert by.left(site.url("/b", "news.test")) == 2.0
    assert by.left(site.url("/b", "other.test")) == 0.0
    assert site.most_at_once == 1


def test_a_clock_that_is_set_back_does_not_stop_the_watch(site: Site) -> None:
    clock = StillClock()
    by = fetcher(clock, Manners(delay=2.0))
    by.fetch(site.url("/a"), MOST)
    clock.at -= 86_400
    assert by.left(site.url("/a")) == 2.0


@pytest.mark.parametrize(("says", "rests"), [("120", 119), (None, 599), ("999999", 86_399)])
@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_asks_to_be_left_alone_is(
    site: Site, status: int, says: str | None, rests: int
) -> None:
    clock = StillClock()
    by = fetcher(clock)
    headers = {"Retry-After": says} if says else {}
    site.replies["/a"] = Reply(status=status, headers=headers)
    assert by.fetch(site.url("/a"), MOST).status == status
    clock.at += rests
    assert by.rests(site.url("/b"))
    assert "left alone" in refusal(site.url("/b"), by).reason
    clock.at += 2
    assert not by.rests(site.url("/b"))
    assert by.fetch(site.url("/b"), MOST).status == 404
    assert site.paths == ["/a", "/b"]
