"""Files made to take time and memory: each ends within its limits, as a row, and the run goes on.

Seconds are of processor time, with reading a good page and starting Python twice in them; the
limits are several times what a run takes on a slow machine.
"""

import gzip
import io
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pyarrow  # type: ignore[import-untyped]
import pyarrow.parquet as parquet  # type: ignore[import-untyped]
import pytest
import zstandard

from tests.attack.measured import STORY, Outcome, build
from tests.sources.warcs import HTML, answer, packed, page, record

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="measures as Unix does")
SECONDS, MEGABYTES = 10, 600
MILLION = 1_000_000


def attack(folder: Path, files: Mapping[str, bytes]) -> Outcome:
    """A run over `files`, which ended within the limits."""
    outcome = build(folder, files)
    assert outcome.seconds < SECONDS
    assert outcome.megabytes < MEGABYTES
    return outcome


def test_sixteen_megabytes_of_paragraphs(tmp_path: Path) -> None:
    outcome = attack(tmp_path, {"a.html": b"<p>" * (16 * MILLION // 3)})
    assert outcome.codes == {"a.html": "WQ103"}


def test_tags_within_tags(tmp_path: Path) -> None:
    files = {
        "a.html": b"<div>" * 200_000 + STORY.encode(),
        "b.html": b"<b>" * 600_000,
        "c.html": b"<div>" * 40_000 + f"<p>{STORY}".encode() + b"</div>" * 40_000,
        "d.html": b"<table><tr><td>" * 5_000 + f"<p>{STORY}".encode(),
        "e.html": b"<p><font>" * 20_000 + f"{STORY}".encode(),
    }
    outcome = attack(tmp_path, files)
    assert outcome.codes["a.html"] in ("WQ104", "WQ106")
    assert outcome.codes["b.html"] == "WQ104"
    assert set(outcome.codes) | set(outcome.pages) == set(files)


def test_entities_within_entities(tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    doctype = f'<!DOCTYPE html [<!ENTITY l0 "ها"> {levels}]>'
    outside = '<!DOCTYPE html [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    files = {
        "a.html": f"{doctype}<html><h1>عنوان</h1><p>{STORY} &l11;</p></html>".encode(),
        "b.xhtml": f'<?xml version="1.0"?>{doctype}<html><p>{STORY} &l11;</p></html>'.encode(),
        "c.xhtml": f'<?xml version="1.0"?>{outside}<html><p>{STORY} &f;</p></html>'.encode(),
        "d.html": b"<p>" + STORY.encode() + b"&amp;" * 300_000,
        "e.html": b"<p>" + STORY.encode() + b"&#x41;" * 300_000,
    }
    outcome = attack(tmp_path, files)
    assert set(outcome.codes) | set(outcome.pages) == set(files)
    for read in outcome.pages.values():
        assert "root:" not in read.page.text
        assert len(read.page.text) < MILLION


def test_a_small_archive_that_expands_beyond_measure(tmp_path: Path) -> None:
    bomb = gzip.compress(b"\0" * 400 * MILLION)
    records = [record(answer(bomb, Content_Encoding="gzip"), id="bomb"), page("good")]
    small = packed(records)
    assert len(small) < 4_000
    outcome = attack(tmp_path, {"a.warc.gz": small})
    offset = f"a.warc.gz#{len(packed(records[:1]))}"
    assert outcome.codes == {"a.warc.gz#0": "WQ103"}
    assert list(outcome.pages) == [offset]


@pytest.mark.parametrize(
    "name", ["a.warc.gz", "a.jsonl.gz", "a.jsonl.zst", "a.txt.zst", "a.html.gz"]
)
def test_archives_that_expand_a_thousandfold(tmp_path: Path, name: str) -> None:
    pack = zstandard.compress if name.endswith(".zst") else gzip.compress
    content = b"\n" if "jsonl" in name else b"WARC/1.0\r\nX: " + b"x" * 200
    outcome = attack(tmp_path, {name: pack(content * (400 * MILLION // len(content)))})
    assert outcome.codes
    assert set(outcome.codes.values()) <= {"WQ103", "WQ112", "WQ113"}


def test_a_table_that_claims_more_than_there_is(tmp_path: Path) -> None:
    file = io.BytesIO()
    text = pyarrow.DictionaryArray.from_arrays(
        pyarrow.array([0] * 300_000, pyarrow.int32()), ["س" * 20_000]
    )
    ids = pyarrow.array([str(n) for n in range(300_000)])
    table = pyarrow.table({"id": ids, "text": text})
    parquet.write_table(table.slice(0, 1), file)
    whole = bytearray(file.getvalue())
    lies = {f"{n}.parquet": bytes(_twisted(whole, n)) for n in range(12)}
    outcome = attack(tmp_path, lies)
    seen = {name.split("#")[0] for name in (*outcome.codes, *outcome.pages)}
    assert seen == set(lies)


def _twisted(content: bytearray, n: int) -> bytearray:
    """`content` with bytes of its description, at the end, made large."""
    twisted = bytearray(content)
    for at in range(len(content) - 12 - 17 * n, len(content) - 8, 31):
        twisted[at] = 0xFF
    return twisted


def test_an_archive_of_other_kind_is_no_page_and_nothing_is_unpacked(tmp_path: Path) -> None:
    slip = io.BytesIO()
    with zipfile.ZipFile(slip, "w") as archive:
        archive.writestr("../../slipped.html", HTML)
    path = "../../../slipped.html"
    files = {
        "a.zip": slip.getvalue(),
        "a.warc": record(answer(), id=path, url=f"file:///{path}"),
        "b.jsonl": b'{"id": "../../slipped.txt", "text": "x", "url": "../../slipped"}\n',
    }
    outcome = attack(tmp_path, files)
    assert outcome.codes == {"a.zip": "WQ110"}
    assert {read.page.name for read in outcome.pages.values()} == {path, "../../slipped.txt"}
    made = {item.relative_to(tmp_path).parts[0] for item in tmp_path.rglob("*")}
    assert made <= {"pages", "file.db", "file.db-wal", "file.db-shm"}
    assert not list(tmp_path.parent.glob("slipped*"))


def test_a_title_of_a_megabyte(tmp_path: Path) -> None:
    title = "عنوان " * 100_000
    files = {
        "a.html": f"<title>{title}</title><h1>{title}</h1><p>{STORY}</p>".encode(),
        "b.jsonl": f'{{"id": "b", "title": "{title}", "text": "نص"}}\n'.encode(),
        "c.html": f'<meta property="og:title" content="{title}"><p>{STORY}</p>'.encode(),
    }
    outcome = attack(tmp_path, files)
    assert {name.split(":")[0] for name in (*outcome.codes, *outcome.pages)} == set(files)


@pytest.mark.parametrize("seed", ["ا", "قال ", "«", "1/"])
def test_a_megabyte_of_one_thing(tmp_path: Path, seed: str) -> None:
    text = seed * (900_000 // len(seed.encode()))
    outcome = build(tmp_path, {"a.txt": (STORY + text).encode()})
    # reading may take its ten seconds, and no more
    assert outcome.seconds < 3 * SECONDS
    assert outcome.megabytes < 2 * MEGABYTES
    assert set(outcome.codes) | set(outcome.pages) == {"a.txt"}
