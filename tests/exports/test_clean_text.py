"""Text that may hold anything, made fit for where it goes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]

from waqai.exports.clean_text import one_line, web_address, xml_text

_TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(_TEXT, st.integers(1, 50))
def test_a_line_is_one_and_no_longer_than_asked(text: str, most: int) -> None:
    line = one_line(text, most)
    assert len(line) <= most
    assert line.splitlines() in ([], [line])
    assert one_line(line, most) == line


def test_what_turns_the_direction_goes_and_what_joins_letters_stays() -> None:
    assert one_line("أ\u202eب\u2066ج\u200cد") == "أبج\u200cد"
    assert one_line("one\r\n two\u2028three\x00") == "one two three"


@given(_TEXT)
def test_xml_takes_the_text_and_no_offset_moves(text: str) -> None:
    safe = xml_text(text)
    assert len(safe) == len(text)
    element = etree.Element("x")
    element.text = safe
    assert all(a in (b, "\ufffd") for a, b in zip(safe, text, strict=True))


@pytest.mark.parametrize(
    "url",
    [
        None, "", "javascript:alert(1)", "file:///etc/passwd", "http://", "http://[", "//a.example",
        "https://a.example/ b", 'https://a.example/"onclick="', "https://a.example/\u202e", "https://a.example/\x00",
        "https://a.example/" + "a" * 3000,
    ],
)  # fmt: skip
def test_what_no_link_may_hold_is_no_address(url: str | None) -> None:
    assert web_address(url) is None


@pytest.mark.parametrize("url", ["https://a.example/أخبار?a=1&b=2#x", "http://a.example:8080"])
def test_an_address_stays_as_it_is(url: str) -> None:
    assert web_address(url) == url
