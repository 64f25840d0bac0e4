"""Web archives for the tests, true and lying."""

import base64
import gzip
import hashlib
from collections.abc import Iterable

STORY = "قال المتحدث إن الوفدين اتفقا، اليوم الخميس، على عقد جولة ثانية في القاهرة."
HTML = f"<h1>اتفاق في القاهرة</h1><article><p>{STORY}</p></article>".encode()
URL = "https://news.example/2025/08/07/accord"
DAY = "2025-08-08T03:04:05Z"


def record(
    block: bytes,
    kind: str = "response",
    *,
    id: str = "0",
    url: str = URL,
    day: str = DAY,
    length: int | None = None,
    digest: str | None = None,
    payload_digest: str | None = None,
    declared: str = "application/http; msgtype=response",
) -> bytes:
    """A record; `length` and the digests lie when they are given."""
    headers = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Record-ID: <urn:uuid:{id}>",
        f"WARC-Date: {day}",
        f"WARC-Target-URI: {url}",
        f"Content-Type: {declared}",
        f"Content-Length: {len(block) if length is None else length}",
    ]
    if payload_digest:
        headers.append(f"WARC-Payload-Digest: {payload_digest}")
    else:
        headers.append(f"WARC-Block-Digest: {digest or sha1(block)}")
    return "\r\n".join(headers).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def sha1(content: bytes) -> str:
    """A digest as archives write it."""
    return "sha1:" + base64.b32encode(hashlib.sha1(content).digest()).decode()


def answer(
    body: bytes = HTML,
    declared: str | None = "text/html; charset=utf-8",
    status: str = "200 OK",
    **headers: str,
) -> bytes:
    """What a server sent: the block of a response record."""
    lines = [f"HTTP/1.1 {status}"]
    if declared:
        lines.append(f"Content-Type: {declared}")
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def page(id: str) -> bytes:
    """A good record of a page."""
    return record(answer(), id=id)


def text(content: bytes, id: str) -> bytes:
    """A good record of a text, as WET files hold them."""
    return record(content, "conversion", id=id, declared="text/plain")


def packed(records: Iterable[bytes]) -> bytes:
    """A WARC.gz as it should be: a member a record."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)
