"""Limits, with their defaults; each is documented in docs/settings.md."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Limits:
    """What a page may cost before it is put in the quarantine."""

    html_bytes: int = 2_000_000
    html_nodes: int = 50_000
    text_bytes: int = 1_000_000
    seconds: float = 10.0
    memory_bytes: int = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run reads. `published` is a stamp of the strongest kind for every page."""

    limits: Limits = Limits()
    published: date | None = None
