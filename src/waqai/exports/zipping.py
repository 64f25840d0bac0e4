"""A zip archive written as its files come, with nothing in it that hangs on the day or machine."""

from collections.abc import Iterable, Iterator
from io import RawIOBase
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_FIRST = (1980, 1, 1, 0, 0, 0)  # the oldest time that a zip can tell
_UNIX = 3


class _Tray(RawIOBase):
    """What was written, until it is taken away."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, piece: object) -> int:
        taken = bytes(piece)  # type: ignore[call-overload]
        self._pieces.append(taken)
        return len(taken)

    def take(self) -> bytes:
        taken = b"".join(self._pieces)
        self._pieces.clear()
        return taken


def zipped(files: Iterable[tuple[str, bytes]]) -> Iterator[bytes]:
    """The archive of `files` (name, content), piece by piece: of the same files the same bytes."""
    tray = _Tray()
    with ZipFile(tray, "w", ZIP_DEFLATED) as archive:
        for name, content in files:
            info = ZipInfo(name, _FIRST)
            info.compress_type, info.create_system = ZIP_DEFLATED, _UNIX
            info.external_attr = 0o644 << 16
            archive.writestr(info, content)
            yield tray.take()
    yield tray.take()
