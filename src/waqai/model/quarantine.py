"""What could not be read, and why: bad input is data."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A page, record or file that was not read. `code` is a numbered code (WQ101 …)."""

    source: str
    code: str
    reason: str
