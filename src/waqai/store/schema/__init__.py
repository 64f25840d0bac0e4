"""The chronicle's tables, views and indexes. docs/json.md says what each record means.

Offsets are code points of `pages.text`; days are ISO 8601; positions count from 0. A column that
may be null is null where the thing is not known.
"""

from waqai.store.schema.columns import metadata
from waqai.store.schema.events import event_quantities, event_roles, events
from waqai.store.schema.names import bearers, entities, names, quantities
from waqai.store.schema.pages import meta, pages, quarantine, residue, stamps
from waqai.store.schema.statements import statement_via, statements
from waqai.store.schema.stories import blocks, periods, reasons, stories, story_stamps, times
from waqai.store.schema.views import VIEWS

__all__ = [
    "APPLICATION_ID",
    "VERSION",
    "VIEWS",
    "bearers",
    "blocks",
    "entities",
    "event_quantities",
    "event_roles",
    "events",
    "meta",
    "metadata",
    "names",
    "pages",
    "periods",
    "quantities",
    "quarantine",
    "reasons",
    "residue",
    "stamps",
    "statement_via",
    "statements",
    "stories",
    "story_stamps",
    "times",
]

#: What `PRAGMA application_id` says of a file that is a chronicle: the letters "WQAI".
APPLICATION_ID = int.from_bytes(b"WQAI")
#: `PRAGMA user_version`: raised by one when a table changes.
VERSION = 2
