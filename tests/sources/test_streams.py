"""Chunks and lines, packed and not, with bounds."""

import gzip
import io

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from waqai.sources import streams
from waqai.sources.codes import Code, Refused
from waqai.sources.streams import Packing, chunks, lines, taken

CONTENT = b'{"id": 1}\n{"id": 2}\n' * 20_000


def test_packed_and_plain_streams_give_the_same_bytes() -> None:
    for packing, packed in (
        (Packing.GZIP, gzip.compress(CONTENT)),
        (Packing.ZSTD, zstandard.compress(CONTENT)),
        (Packing.NONE, CONTENT),
    ):
        for told in (packing, Packing.LOOK):
            assert b"".join(chunks(io.BytesIO(packed), told)) == CONTENT


def test_archives_that_were_joined_are_read_to_the_end() -> None:
    assert b"".join(chunks(io.BytesIO(gzip.compress(b"a") + gzip.compress(b"b")))) == b"ab"
    zeros = b"\0" * 100_000  # with which tapes are filled up
    assert b"".join(chunks(io.BytesIO(gzip.compress(b"a") + zeros))) == b"a"
    frames = zstandard.compress(b"a") + zstandard.compress(b"b")
    assert b"".join(chunks(io.BytesIO(frames))) == b"ab"


@pytest.mark.parametrize("damage", ["cut", "flipped", "not gzip"])
def test_a_damaged_archive_is_refused_after_what_could_be_unpacked(damage: str) -> None:
    packed = bytearray(gzip.compress(CONTENT, mtime=0))
    if damage == "cut":
        packed = packed[:-20]
    elif damage == "flipped":
        packed[-6] ^= 0xFF
    else:
        packed = bytearray(b"plain text")
    read: list[bytes] = []
    with pytest.raises(Refused) as refused:
        read.extend(chunks(io.BytesIO(packed), Packing.GZIP))
    assert refused.value.code is Code.DAMAGED_ARCHIVE
    assert CONTENT.startswith(b"".join(read))
    assert damage == "not gzip" or sum(map(len, read)) > len(CONTENT) // 2


@pytest.mark.parametrize("damage", ["cut", "flipped", "not zstd"])
def test_a_damaged_zstd_archive_is_refused_too(damage: str) -> None:
    packed = bytearray(zstandard.ZstdCompressor(write_checksum=True).compress(CONTENT))
    if damage == "cut":
        packed = packed[:-3]
    elif damage == "flipped":
        packed[-2] ^= 0xFF
    else:
        packed = bytearray(b"plain text")
    read: list[bytes] = []
    with pytest.raises(Refused) as refused:
        read.extend(chunks(io.BytesIO(packed), Packing.ZSTD))
    assert refused.value.code is Code.DAMAGED_ARCHIVE
    assert CONTENT.startswith(b"".join(read))


def test_an_archive_made_to_fill_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "_FREE", 1_000_000)
    for pack in (gzip.compress, zstandard.compress):
        with pytest.raises(Refused) as refused:
            sum(map(len, chunks(io.BytesIO(pack(b"\0" * 8_000_000)))))
        assert refused.value.code is Code.EXPANDS_TOO_MUCH


def test_too_much_is_refused_before_all_of_it_is_held() -> None:
    endless = iter(lambda: b"x" * 1000, b"")
    with pytest.raises(Refused) as refused:
        taken(endless, 5000)
    assert refused.value.code is Code.TOO_LARGE


@given(st.lists(st.text(alphabet="ab\r ن", max_size=8), min_size=1), st.integers(1, 7))
def test_lines_do_not_depend_on_how_the_bytes_were_cut(texts: list[str], size: int) -> None:
    data = b"{}" + "\n".join(texts).encode()
    cut = [data[i : i + size] for i in range(0, len(data), size)]
    want = data.split(b"\n")
    assert list(lines(iter(cut), 100)) == (want if want[-1] else want[:-1])


def test_a_line_over_the_length_is_none() -> None:
    assert list(lines(iter([b"{}\n123", b"456\n{}"]), 5)) == [b"{}", None, b"{}"]
    assert list(lines(iter([b"123456"]), 5)) == [None]


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_lines_come_as_utf_8_without_a_mark(codec: str) -> None:
    data = '{"a": "ن"}\n{}'.encode(codec)
    cut = (data[i : i + 1] for i in range(len(data)))
    assert list(lines(cut, 100)) == ['{"a": "ن"}'.encode(), b"{}"]
