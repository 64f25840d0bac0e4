"""Limits of the site, with their defaults; each is documented in docs/site.md."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """What the site shows at once, and what a request may cost.

    `hosts` are the names by which a browser may ask for the site, beside those of this machine.
    """

    rows: int = 40  # of a list on one page
    most_rows: int = 1_000  # that a program may ask for at once
    table_rows: int = 20_000  # of a CSV
    ahead_days: int = 14  # in which what is due is listed under Today
    kept_pages: int = 200  # that are not made anew while the file stays as it was
    query_seconds: float = 10.0  # until a question is given up
    try_characters: int = 20_000  # of a text that is tried
    try_seconds: float = 20.0  # until the reading of it is given up
    body_bytes: int = 400_000  # of a form
    writes: bool = True  # whether people may judge
    hosts: tuple[str, ...] = ()
