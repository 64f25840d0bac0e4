"""Web archives and tables: pages out of them, found again by their source, and nothing trusted."""

import gzip
import io
from datetime import UTC, date, datetime, time
from pathlib import Path

import pyarrow  # type: ignore[import-untyped]
import pyarrow.parquet as parquet  # type: ignore[import-untyped]
import pytest
from fastwarc import ArchiveIterator

from tests.sources.warcs import HTML, STORY, URL, answer, packed, page, record, sha1, text
from waqai.model.page import Page, StampRole
from waqai.model.quarantine import Quarantined
from waqai.model.settings import Limits, Settings
from waqai.sources import guard, read

INFO = record(b"software: x\r\n", "warcinfo", id="i", declared="application/warc-fields")
IMAGE = record(answer(b"\x89PNG", "image/png"), id="p")


def rows(
    folder: Path,
    content: bytes,
    name: str = "a.warc",
    limits: Limits = Limits(),  # noqa: B008
) -> list[Page | Quarantined]:
    path = folder / name
    path.write_bytes(content)
    return list(read(path, Settings(limits)))


def brief(folder: Path, content: bytes, name: str = "a.warc") -> list[str]:
    found = rows(folder, content, name)
    return [row.code if isinstance(row, Quarantined) else row.name for row in found]


def test_a_capture_becomes_a_page_with_its_address_and_its_times(tmp_path: Path) -> None:
    (got,) = rows(tmp_path, INFO + page("one"))
    assert isinstance(got, Page)
    assert (got.name, got.url, got.title) == ("one", URL, "اتفاق في القاهرة")
    assert got.text == f"اتفاق في القاهرة\n\n{STORY}"
    assert [(s.role, s.day, s.clock) for s in got.stamps] == [
        (StampRole.URL, date(2025, 8, 7), None),
        (StampRole.CLOCK, date(2025, 8, 8), time(3, 4, 5)),
    ]


def test_pages_and_texts_are_read_and_the_rest_is_passed_over(tmp_path: Path) -> None:
    others = [
        INFO,
        IMAGE,
        record(answer(status="404 Not Found"), id="gone"),
        record(answer(), "revisit", id="again"),
        record(b"GET / HTTP/1.1\r\n\r\n", "request", id="asked"),
    ]
    records = [page("1"), *others, text(STORY.encode(), "2"), record(answer(declared=None), id="3")]
    for name, content in (
        ("a.warc", b"".join(records)),
        ("b.warc.gz", packed(records)),
        ("c.warc.gz", gzip.compress(b"".join(records))),
        ("d.warc.wet.gz", packed(records)),
        ("e.WET", b"".join(records)),
    ):
        assert brief(tmp_path, content, name) == ["1", "2", "3"]


def test_a_record_is_found_again_where_the_source_says(tmp_path: Path) -> None:
    records = [INFO, page("1"), IMAGE, page("2")]
    plain, one_by_one, at_once = (
        b"".join(records),
        packed(records),
        gzip.compress(b"".join(records)),
    )
    for name, content in (("a.warc", plain), ("b.warc.gz", one_by_one), ("c.warc.gz", at_once)):
        for row in rows(tmp_path, content, name):
            assert isinstance(row, Page)
            file, place = row.source.rsplit("#", 1)
            assert file == str(tmp_path / name)
            offset, _, inner = place.partition("+")
            behind = content[int(offset) :]
            if name != "a.warc":
                behind = gzip.decompress(behind)[int(inner or 0) :]
            first = next(iter(ArchiveIterator(io.BytesIO(behind))))
            assert first.record_id == f"<urn:uuid:{row.name}>"


@pytest.mark.parametrize("encoding", ["identity", "gzip", "deflate", "br"])
def test_a_packed_page_is_unpacked_and_one_that_only_says_so_is_read(
    tmp_path: Path, encoding: str
) -> None:
    import zlib

    import brotli  # type: ignore[import-untyped]

    pack = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress}
    body = pack[encoding](HTML) if encoding in pack else HTML
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
    both = {"Content_Encoding": encoding, "Transfer_Encoding": "chunked"}
    records = [
        record(answer(body, Content_Encoding=encoding), id="packed"),
        record(answer(chunked, **both), id="chunked"),
        record(answer(HTML, **both), id="said"),
    ]
    found = rows(tmp_path, b"".join(records))
    assert [row.name for row in found if isinstance(row, Page)] == ["packed", "chunked", "said"]
    assert len({row.text for row in found if isinstance(row, Page)}) == 1


def test_a_packed_page_that_is_cut_is_a_row(tmp_path: Path) -> None:
    cut = record(answer(gzip.compress(HTML)[:-6], Content_Encoding="gzip"), id="cut")
    assert brief(tmp_path, cut + page("2")) == ["WQ112", "2"]


@pytest.mark.parametrize("lack", [1, 30, 200])
def test_a_file_that_is_cut_gives_what_it_has_and_a_row(tmp_path: Path, lack: int) -> None:
    records = [INFO, page("1"), page("2"), IMAGE + page("3")]
    assert brief(tmp_path, packed(records)[:-lack], "a.warc.gz")[:2] == ["1", "2"]
    assert brief(tmp_path, packed(records)[:-lack], "a.warc.gz")[-1] == "WQ112"
    plain = b"".join(records)[: -lack - len(b"\r\n\r\n")]
    assert brief(tmp_path, plain)[:2] == ["1", "2"]
    assert brief(tmp_path, plain)[-1] == "WQ112"


def test_behind_a_broken_record_the_next_members_are_read(tmp_path: Path) -> None:
    broken = [b"no record", page("1")[10:], record(answer(), id="2", length=50)]
    got = brief(tmp_path, packed([page("0"), *broken, page("3")]), "a.warc.gz")
    assert (got[0], got[-1]) == ("0", "3")
    assert set(got[1:-1]) <= {"WQ112", "WQ117"}
    assert len(got) >= 5


@pytest.mark.parametrize("said", [0, 50, 500, 10**15, -5])
def test_a_length_that_lies_is_noticed(tmp_path: Path, said: int) -> None:
    found = rows(tmp_path, page("0") + record(answer(), id="1", length=said) + page("2"))
    assert next(row.name for row in found if isinstance(row, Page)) == "0"
    assert "1" not in [row.name for row in found if isinstance(row, Page)]
    assert any(isinstance(row, Quarantined) for row in found)


def test_a_record_that_differs_from_its_digest_is_no_page(tmp_path: Path) -> None:
    wrong = sha1(b"another page")
    records = [
        record(answer(), id="1", digest=wrong),
        record(answer(), id="2", payload_digest=wrong),
        record(answer(), id="3", payload_digest=sha1(HTML)),
        record(answer(), id="4", digest="md5:" + "0" * 32),
        record(answer(), id="5", digest="blake9:unknown"),
        record(
            answer(gzip.compress(HTML), Content_Encoding="gzip"),
            id="6",
            payload_digest=sha1(HTML),
        ),
    ]
    got = brief(tmp_path, b"".join(records))
    assert got == ["WQ117", "WQ117", "3", "WQ117", "5", "6"]


def test_limits_hold_inside_archives(tmp_path: Path) -> None:
    records = record(answer(HTML + b" " * 2_100_000), id="1") + page("2")
    got = rows(tmp_path, records + text(b"x" * 1_100_000, "3") + page("4"))
    assert [r.code if isinstance(r, Quarantined) else r.name for r in got] == [
        "WQ103",
        "2",
        "WQ103",
        "4",
    ]


def test_an_empty_archive_and_one_without_pages_are_rows(tmp_path: Path) -> None:
    assert brief(tmp_path, b"") == ["WQ109"]
    assert brief(tmp_path, INFO + IMAGE) == ["WQ109"]
    assert brief(tmp_path, gzip.compress(b""), "a.warc.gz") == ["WQ112"]


def table(path: Path, **columns: object) -> Path:
    parquet.write_table(pyarrow.table(columns), path, row_group_size=100)
    return path


def test_rows_of_a_table_are_records(tmp_path: Path) -> None:
    table(
        tmp_path / "a.parquet",
        id=["one", None, None],
        text=[STORY, STORY, STORY],
        title=["اتفاق", None, None],
        url=[None, URL, None],
        date=[datetime(2025, 8, 7, 10, 30, tzinfo=UTC), None, None],
        author=[["هند", "سعد"], None, None],
        unknown=[1, 2, 3],
    )
    first, second, third = read(tmp_path / "a.parquet")
    assert isinstance(first, Page)
    assert (first.text, first.author) == (f"اتفاق\n\n{STORY}", "هند، سعد")
    assert first.source == f"{tmp_path / 'a.parquet'}#1"
    assert [(s.role, s.day) for s in first.stamps] == [(StampRole.GIVEN, date(2025, 8, 7))]
    assert isinstance(second, Page)
    assert (second.name, second.url) == (URL, URL)
    assert isinstance(third, Quarantined)
    assert (third.code, third.source) == ("WQ108", f"{tmp_path / 'a.parquet'}#3")


def test_days_of_every_type_are_read(tmp_path: Path) -> None:
    nanoseconds = pyarrow.array([1754562600000000001], pyarrow.timestamp("ns"))
    for name, column in (
        ("a", pyarrow.array([date(2025, 8, 7)])),
        ("b", pyarrow.array(["2025-08-07"])),
        ("c", nanoseconds),
    ):
        table(tmp_path / f"{name}.parquet", id=["1"], text=[STORY], published=column)
    days = [row.stamps[0].day for row in read(tmp_path) if isinstance(row, Page)]
    assert days == [date(2025, 8, 7)] * 3


def test_a_broken_table_gives_its_good_rows_and_a_row(tmp_path: Path) -> None:
    path = table(tmp_path / "a.parquet", id=[str(i) for i in range(900)], text=[STORY] * 900)
    whole = path.read_bytes()
    assert brief(tmp_path, whole[:-10], "a.parquet") == ["WQ112"]
    assert brief(tmp_path, b"PAR1" + whole[100:], "a.parquet")[-1] == "WQ112"
    assert brief(tmp_path, b"no table", "a.parquet") == ["WQ112"]
    table(path, id=["1"], body=[STORY])
    assert brief(tmp_path, path.read_bytes(), "a.parquet") == ["WQ108"]


def test_without_pyarrow_the_reason_names_the_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hidden = "import sys; sys.modules['pyarrow'] = None; "
    monkeypatch.setattr(guard, "_START", hidden + guard._START)
    (got,) = read(table(tmp_path / "a.parquet", id=["1"], text=[STORY]))
    assert isinstance(got, Quarantined)
    assert got.code == "WQ118"
    assert "tables" in got.reason
