"""Only public addresses are spoken to, whatever name leads to them, and only over the web."""

from ipaddress import ip_address

import pytest

from waqai.sources.codes import Code, Refused
from waqai.sources.fetching.addresses import addresses, is_public
from waqai.sources.fetching.urls import feed_addresses, parsed


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.9.1",
        "0.0.0.0",
        "0.1.2.3",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.127.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.1.1.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:8.8.8.8",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "3fff::1",
        "fc00::1",
        "fd12::1",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
        "5f00::1",
    ],
)
def test_an_address_that_is_not_public_is_refused(address: str) -> None:
    assert not is_public(ip_address(address))
    with pytest.raises(Refused) as refused:
        addresses("news.test", 80, lambda host, port: [address], is_public)
    assert refused.value.code is Code.ADDRESS_REFUSED


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:4700::1111"]
)
def test_a_public_address_is_taken(address: str) -> None:
    assert addresses("news.test", 80, lambda host, port: [address], is_public) == [
        ip_address(address)
    ]


def test_one_private_address_among_public_ones_makes_all_doubtful() -> None:
    with pytest.raises(Refused) as refused:
        addresses("news.test", 80, lambda host, port: ["8.8.8.8", "10.0.0.1"], is_public)
    assert refused.value.code is Code.ADDRESS_REFUSED


def test_a_name_that_leads_nowhere_is_not_fetched() -> None:
    def nowhere(host: str, port: int) -> list[str]:
        raise OSError(-2, "Name or service not known")

    for resolver in (nowhere, lambda host, port: [], lambda host, port: ["word"]):
        with pytest.raises(Refused) as refused:
            addresses("news.test", 80, resolver, is_public)
        assert refused.value.code is Code.NOT_FETCHED


@pytest.mark.parametrize(
    "text",
    [
        "file:///etc/passwd",
        "ftp://news.test/x",
        "gopher://news.test/",
        "data:text/html,x",
        "javascript:alert(1)",
        "news.test/x",
        "http://",
        "http://a b/",
        "http:///x",
        "http://user:word@news.test/",
        "http://user@news.test/",
        "http://news.test:0/",
        "http://news.test:99999/",
        "http://news.test:x/",
        "http://[::1/",
        "http://news.test\\@evil.test/",
        "http://" + "a" * 70 + "é.test/",
        "http://news.test/" + "x" * 5000,
        "http://news.test/" + "ا" * 1000,
        "",
    ],
)
def test_what_is_no_address_of_the_web_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        parsed(text)
    assert refused.value.code is Code.ADDRESS_REFUSED


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("HTTP://News.Test", "http://news.test/"),
        ("http://news.test:80/a#part", "http://news.test/a"),
        ("https://news.test:443/?q=1", "https://news.test/?q=1"),
        ("https://news.test:8443/a", "https://news.test:8443/a"),
        ("http://news.test./a", "http://news.test/a"),
        (" http://news.test/a\r\nX: y ", "http://news.test/aX:%20y"),
        ("http://news.test/خبر", "http://news.test/%D8%AE%D8%A8%D8%B1"),
        ("http://news.test/%D8%AE?ق=1", "http://news.test/%D8%AE?%D9%82=1"),
        ("http://أخبار.test/", "http://xn--igbicxr.test/"),
        ("http://[2606:4700::1111]/a", "http://[2606:4700::1111]/a"),
        ("http://news.test/\ud800", "http://news.test/%EF%BF%BD"),
    ],
)
def test_an_address_has_one_form(text: str, form: str) -> None:
    assert str(parsed(text)) == form
    assert str(parsed(form)) == form


def test_an_address_is_seen_from_the_page_that_names_it() -> None:
    base = parsed("https://news.test/a/b")
    assert str(parsed("../c", base)) == "https://news.test/c"
    assert str(parsed("//other.test/d", base)) == "https://other.test/d"
    with pytest.raises(Refused):
        parsed("file:///etc/passwd", base)


def test_feeds_are_taken_once_and_what_is_none_is_told() -> None:
    given = ["http://news.test/f", "http://NEWS.test:80/f"]
    assert feed_addresses(given) == ("http://news.test/f",)
    with pytest.raises(ValueError, match="only http and https"):
        feed_addresses(["file:///etc/passwd"])
