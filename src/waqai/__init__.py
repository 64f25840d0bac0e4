"""waqai (وقائع): reads Arabic news pages as evidence.

>>> import waqai
>>> for page in waqai.annotate("وصل الوفد اليوم السبت.", published="2025-08-16"):  # doctest: +SKIP
...     print(page.stories[0].published.day)
2025-08-16
"""

from waqai.api import annotate, build, open_chronicle, read
from waqai.model.annotated import DatedPage, DatedStory, Timex
from waqai.model.page import Page
from waqai.model.quarantine import Quarantined
from waqai.model.settings import Limits

__version__ = "0.4.0"

__all__ = [
    "DatedPage",
    "DatedStory",
    "Limits",
    "Page",
    "Quarantined",
    "Timex",
    "__version__",
    "annotate",
    "build",
    "open_chronicle",
    "read",
]
