"""RSS and Atom: bytes → the pages that a feed names.

feedparser is handed a stream of bytes, never an address or a string: of those it would make a
request or open a file by itself. It runs in a child process of its own, for each feed one, with
bounded time and memory; what it says comes back as JSON.
"""

import contextlib
import io
import json
import subprocess
import sys
from dataclasses import dataclass

from waqai.model.settings import Limits
from waqai.sources.codes import Code, Refused

MOST = 500  # pages that one reading of a feed may name; feeds name ten to a hundred
_LONGEST = 4000  # characters of an address
_MEMORY = 1 << 30  # bytes
_START = "import sys; sys.path[:] = {path!r}; from waqai.sources.feeds import main; main()"


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that a feed names: its address as written, and its days as written, if given."""

    url: str
    published: str | None = None
    updated: str | None = None


def entries(
    data: bytes,
    url: str,
    kind: str | None = None,
    limits: Limits = Limits(),  # noqa: B008 - frozen
) -> tuple[Entry, ...]:
    """The pages that the feed `data` names, in its order, each once, 500 of them at most.

    `url` is where it stood, `kind` the media type that the server gave it. Raises Refused when it
    is no feed, names no page, or takes more than `limits.seconds`.
    """
    command = [sys.executable, "-c", _START.format(path=[p for p in sys.path if p]), url]
    if kind:
        command.append(kind)
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=limits.seconds, check=False
        )
        found = [Entry(**_strings(entry)) for entry in json.loads(done.stdout)]
    except subprocess.TimeoutExpired:
        reason = f"the feed was not taken apart within {limits.seconds:g} seconds"
        raise Refused(Code.TOO_SLOW, reason) from None
    except (OSError, ValueError, TypeError) as error:
        reason = f"taking the feed apart failed ({type(error).__name__})"
        raise Refused(Code.EXTRACTOR_FAILED, reason) from None
    if not found:
        raise Refused(Code.NO_FEED, "no feed that names pages; see that the address is a feed's")
    return tuple({entry.url: entry for entry in found}.values())[:MOST]


def main() -> None:
    """The child: the feed on standard input, its address and kind as arguments."""
    answers = sys.stdout
    sys.stdout = sys.stderr  # whatever a library prints stays out of the answer
    data = sys.stdin.buffer.read()
    import feedparser  # type: ignore[import-untyped]

    _confine()
    headers = {"content-location": sys.argv[1]}
    if len(sys.argv) > 2:
        headers["content-type"] = sys.argv[2]
    feed = feedparser.parse(
        io.BytesIO(data),
        response_headers=headers,
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    json.dump([row for entry in feed.entries[:MOST] if (row := _row(entry))], answers)
    answers.flush()


def _row(entry: dict[str, object]) -> dict[str, str] | None:
    """The address and the days of an entry of feedparser's."""
    link = entry.get("link")
    if not isinstance(link, str) or not _shown(link) or len(link) > _LONGEST:
        return None
    row = {"url": _shown(link)}
    for key in ("published", "updated"):
        value = dict.get(entry, key)  # its own get gives the one for the other
        if isinstance(value, str) and _shown(value):
            row[key] = _shown(value)[:80]
    return row


def _shown(text: str) -> str:
    """`text` without what nobody sees and nothing can write."""
    return "".join(filter(str.isprintable, text)).strip()


def _strings(entry: dict[str, object]) -> dict[str, str]:
    return {str(key): str(value) for key, value in entry.items()}


def _confine() -> None:
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


if __name__ == "__main__":
    main()
