"""Which files to read: paths, folders, globs and standard input, in an order that never changes."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from waqai.model.quarantine import Quarantined
from waqai.sources.clean import clean_text
from waqai.sources.codes import Code, Refused
from waqai.sources.streams import Packing


class Kind(Enum):
    """How a source is read."""

    TEXT = auto()
    HTML = auto()
    RECORDS = auto()
    CAPTURES = auto()  # a web archive: WARC, and WET, which holds texts
    TABLE = auto()
    LOOK = auto()  # standard input and pipes, which have no ending: what it is shows at a look


_ENDINGS = {
    ".jsonl": Kind.RECORDS,
    ".ndjson": Kind.RECORDS,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".txt": Kind.TEXT,
    ".warc": Kind.CAPTURES,
    ".wet": Kind.CAPTURES,
    ".parquet": Kind.TABLE,
}
_PACKED = {".gz": Packing.GZIP, ".zst": Packing.ZSTD}
#: What is packed in a way that its reader does not know.
_NEVER = {(Kind.CAPTURES, Packing.ZSTD), (Kind.TABLE, Packing.GZIP), (Kind.TABLE, Packing.ZSTD)}
STDIN = "-"


@dataclass(frozen=True, slots=True)
class Found:
    """A source that is there. `path` None is standard input; `source` names it for people.

    `root` is the folder, named by the user or before a pattern, that the file was found in.
    """

    path: Path | None
    kind: Kind
    root: Path | None = None
    packing: Packing = Packing.LOOK

    @property
    def name(self) -> str:
        """The file's name with its ending, below `root` with the folders it lies in ("a/b.html"),
        in characters that can always be written.
        """
        if self.path is None:
            return STDIN
        if self.root is None:
            return writable(self.path.name)
        return writable(self.path.relative_to(self.root).as_posix())

    @property
    def source(self) -> str:
        return STDIN if self.path is None else writable(str(self.path))


def find(paths: Iterable[str | Path]) -> Iterator[Found | Quarantined]:
    """What stands at `paths`, in their order; folders (with those inside) and globs sorted.

    Names that begin with a dot are passed over inside folders. A link to a folder is not followed
    there, since it may lead in circles.
    """
    for path in paths:
        try:
            yield from _at(path)
        except Refused as refused:
            yield refused.row(writable(str(path)))


def writable(name: str) -> str:
    """`name` as a field: with U+FFFD for the bytes of a file name that are no text."""
    return clean_text(os.fsencode(name).decode("utf-8", "replace"))


def _at(path: str | Path) -> Iterator[Found | Quarantined]:
    if str(path) == STDIN:
        yield Found(None, Kind.LOOK)
        return
    place = Path(path)
    try:
        mode = place.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        if any(sign in str(path) for sign in "*?["):
            yield from _glob(place)
            return
        raise Refused(
            Code.CANNOT_OPEN, "there is no such file or folder; check the spelling of the path"
        ) from None
    except (OSError, ValueError) as error:
        raise Refused(Code.CANNOT_OPEN, f"{why(error)}; check the path and its rights") from None
    if stat.S_ISDIR(mode):
        yield from _some(_walk(place, place), f"no file in the folder {writable(str(place))}")
    elif stat.S_ISREG(mode):
        yield _file(place)
    else:
        yield Found(place, Kind.LOOK)


def _glob(pattern: Path) -> Iterator[Found | Quarantined]:
    parts = pattern.parts
    first = next(i for i, part in enumerate(parts) if any(sign in part for sign in "*?["))
    root = Path(*parts[:first])
    try:
        hits = sorted(root.glob(str(Path(*parts[first:]))))
    except (OSError, ValueError, NotImplementedError) as error:
        reason = f"{why(error)}; write the pattern as in 'pages/*.txt' or 'pages/**/*.html'"
        raise Refused(Code.NOTHING_THERE, reason) from None
    # "**" names the files inside by itself: walking the folders too would read them twice.
    folders = "**" not in parts
    rows = (row for hit in hits for row in _entry(hit, root, folders=folders))
    yield from _some(rows, "no file matches this pattern")


def _some(rows: Iterator[Found | Quarantined], nothing: str) -> Iterator[Found | Quarantined]:
    empty = True
    for row in rows:
        empty = False
        yield row
    if empty:
        raise Refused(Code.NOTHING_THERE, f"{nothing}; check the path, or quote the pattern")


def _walk(folder: Path, root: Path) -> Iterator[Found | Quarantined]:
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if not entry.name.startswith("."))
    except OSError as error:
        yield _row(folder, Code.CANNOT_OPEN, f"{why(error)}; allow the folder to be read")
        return
    for name in names:
        yield from _entry(folder / name, root)


def _entry(path: Path, root: Path, *, folders: bool = True) -> Iterator[Found | Quarantined]:
    """A file or folder that nobody named: inside a folder, or matched by a pattern."""
    try:
        mode = path.stat().st_mode
        linked = path.is_symlink()
    except OSError as error:
        yield _row(path, Code.CANNOT_OPEN, f"{why(error)}; if it is a link, see where it leads")
        return
    if stat.S_ISDIR(mode):
        if linked:
            reason = "a link to a folder is not followed inside another; name that folder itself"
            yield _row(path, Code.CANNOT_OPEN, reason)
        elif folders:
            yield from _walk(path, root)
    elif stat.S_ISREG(mode):
        try:
            yield _file(path, root)
        except Refused as refused:
            yield refused.row(writable(str(path)))
    else:
        reason = "not a regular file (a pipe, socket or device); name it by itself to read it"
        yield _row(path, Code.CANNOT_OPEN, reason)


def _file(path: Path, root: Path | None = None) -> Found:
    name = path.name.lower()
    stem, ending = os.path.splitext(name)  # noqa: PTH122 - Path.stem is another thing for ".gz"
    packing = _PACKED.get(ending, Packing.NONE)
    if packing is not Packing.NONE:
        ending = os.path.splitext(stem)[1]  # noqa: PTH122
    kind = _ENDINGS.get(ending)
    if packing is Packing.ZSTD and not ending:
        kind = Kind.LOOK
    if kind is None or (kind, packing) in _NEVER:
        raise Refused(
            Code.UNKNOWN_KIND,
            "files read are .txt, .html, .htm, .xhtml, .jsonl, .ndjson (these also with .gz or"
            " .zst), .warc, .wet (these also with .gz), .parquet;"
            " rename it, or give it on standard input",
        )
    return Found(path, kind, root, packing)


def _row(path: Path, code: Code, reason: str) -> Quarantined:
    return Refused(code, reason).row(writable(str(path)))


def why(error: Exception) -> str:
    """What the system says of `error`, without the path, in one line."""
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return text[:1].lower() + text[1:].splitlines()[0] if text else type(error).__name__
