"""dateparser's `search_dates`, for comparison; it comes with the extra `bench`.

It is looked up by name, so that the evaluation is typed and runs where it is not installed.
"""

import importlib
import importlib.util
from collections.abc import Sequence
from datetime import date, datetime, time


def missing() -> str | None:
    """Why dateparser cannot be run here, or None when it can."""
    if importlib.util.find_spec("dateparser") is None:
        return "dateparser is not installed (the extra `bench` brings it)"
    return None


def search(text: str, published: date) -> Sequence[tuple[str, datetime]]:
    """The words dateparser takes for dates in an Arabic text of the day `published`, and which."""
    library = importlib.import_module("dateparser.search")
    settings = {"RELATIVE_BASE": datetime.combine(published, time())}
    found: Sequence[tuple[str, datetime]] | None
    found = library.search_dates(text, languages=["ar"], settings=settings)
    return found or ()
