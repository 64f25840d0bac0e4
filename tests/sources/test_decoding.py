"""Bytes are read under the encoding that the letters speak for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.arabic.letters import arabic_share
from waqai.sources.decoding import declared_encoding, decode

NEWS = (
    "قال وزير الخارجية المصري، اليوم الخميس، إن الوفدين اتفقا على عقد جولة ثانية من المحادثات"
    " في القاهرة قبل نهاية الشهر الجاري.\nوأضاف أن بلاده ستدعو الجانبين إلى اجتماع تمهيدي؟"
)
ENCODINGS = {
    "utf-8": "utf-8",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    "windows-1256": "cp1256",
    "iso-8859-6": "iso8859-6",
}


@pytest.mark.parametrize("name", ENCODINGS)
@pytest.mark.parametrize("length", [20, 60, None])
def test_arabic_is_read_under_the_encoding_it_was_written_in(name: str, length: int | None) -> None:
    decoded = decode(NEWS[:length].encode(ENCODINGS[name]))
    assert decoded is not None
    assert (decoded.text, decoded.encoding) == (NEWS[:length], name)


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_no_part_of_the_text(codec: str) -> None:
    decoded = decode(NEWS.encode(codec))
    assert decoded is not None
    assert decoded.text == NEWS


@pytest.mark.parametrize("written", ENCODINGS)
@pytest.mark.parametrize("declared", [*ENCODINGS, "iso-8859-1", "hex", "no-such-thing", "\ud800"])
def test_a_wrong_declaration_does_not_win_over_the_letters(written: str, declared: str) -> None:
    decoded = decode(NEWS.encode(ENCODINGS[written]), declared)
    assert decoded is not None
    assert decoded.text == NEWS


def test_a_wrong_byte_order_mark_does_not_win_over_the_letters() -> None:
    decoded = decode(b"\xef\xbb\xbf" + NEWS.encode("cp1256"))
    assert decoded is not None
    assert (decoded.text, decoded.encoding) == (NEWS, "windows-1256")


def test_utf_8_cut_within_a_letter_is_not_taken_for_windows_1256() -> None:
    for cut in (-1, -3):
        decoded = decode(NEWS.strip("؟").encode()[:cut], "windows-1256")
        assert decoded is not None
        assert decoded.encoding == "utf-8"
        assert decoded.text.endswith("\ufffd")


@given(st.lists(st.integers(0, len(NEWS.encode()) - 1), max_size=6), st.binary(max_size=3))
def test_a_few_bad_bytes_in_utf_8_do_not_turn_the_page_to_mojibake(
    places: list[int], dirt: bytes
) -> None:
    data = bytearray(NEWS.encode())
    for place, byte in zip(places, dirt, strict=False):
        data[place] = byte
    decoded = decode(bytes(data))
    assert decoded is not None
    assert decoded.encoding == "utf-8"


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("The ministers met in Cairo on Thursday.", "ascii"),
        ("Le président a déclaré, à l'École nationale, que l'été serait très chaud.", "utf-8"),
        ("Le président a déclaré, à l'École nationale, que l'été serait très chaud.", "cp1252"),
        ("Ça va? Le 3 août à Nouakchott, le député Réda Élias était là.", "cp1252"),
        ("Schöne Grüße aus Köln und Nürnberg", "cp1252"),
        ("Встреча прошла в Москве", "utf-8"),
        ("סיכום הפגישה", "utf-8"),
        ("خبرگزاری گزارش داد که پیشنهاد پذیرفته شد", "utf-8"),
        ("وقال لـCNN إن شركة Airbus ستبيع 12 طائرة", "cp1256"),
    ],
)
def test_other_writing_is_read_too(text: str, codec: str) -> None:
    decoded = decode(text.encode(codec))
    assert decoded is not None
    assert decoded.text == text


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\0\0\0\x02\0\x08\x06\0\0\0\xf4x\xd4\xfa",
        bytes(range(256)),
        "Встреча министров прошла в Москве".encode("cp1251"),
        b"\0" * 100,
    ],
    ids=["picture", "every byte", "cyrillic", "zeros"],
)
def test_what_is_no_writing_has_no_encoding(data: bytes) -> None:
    assert decode(data) is None


def test_every_character_is_kept_as_it_is() -> None:
    text = "سطر\r\nثان\rثالث\u2028رابع\u200f\t\xa0\0." * 3
    decoded = decode(text.encode())
    assert decoded is not None
    assert decoded.text == text


@given(st.binary(max_size=400), st.none() | st.text(max_size=12))
def test_any_bytes_give_text_that_can_be_written_or_none(data: bytes, declared: str | None) -> None:
    decoded = decode(data, declared)
    assert decoded is None or decoded.text.encode("utf-8") is not None


LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإآؤئ"


@given(st.text(alphabet=LETTERS, min_size=8, max_size=60))
def test_windows_1256_letters_in_any_order_are_never_read_as_another_script(word: str) -> None:
    decoded = decode(word.encode("cp1256"))
    assert decoded is None or arabic_share(decoded.text) > 0.9


@pytest.mark.parametrize(
    ("head", "declared"),
    [
        (b'<html><head><meta charset="windows-1256">', "windows-1256"),
        (b"<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=ISO-8859-6'>", "ISO-8859-6"),
        (b'<?xml version="1.0" encoding="utf-8"?><html>', "utf-8"),
        ('<meta charset="utf-16">'.encode("utf-16-le"), "utf-16"),
        (b"<p>charset=utf-8</p>", None),
        (b"", None),
    ],
)
def test_a_page_declares_its_encoding_in_its_head(head: bytes, declared: str | None) -> None:
    assert declared_encoding(head) == declared
