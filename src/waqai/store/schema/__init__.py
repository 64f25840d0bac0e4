"""The chronicle's tables, views and indexes. docs/json.md says what each record means.

Offsets are code points of `pages.text`; days are ISO 8601; positions count from 0. A column that
may be null is null where the thing is not known.
"""

from waqai.store.schema.announcements import announcements, steps
from waqai.store.schema.cast import accounts, aliases, chronicle_entities, named
from waqai.store.schema.columns import metadata
from waqai.store.schema.conflicts import conflict_values, conflicts
from waqai.store.schema.dating import settled, settled_reasons
from waqai.store.schema.events import event_quantities, event_roles, events
from waqai.store.schema.finding_views import FINDING_VIEWS
from waqai.store.schema.ground import (
    GROUND,
    ground_asked,
    ground_bands,
    ground_blocks,
    ground_company,
    ground_judged,
    ground_judgements,
    ground_likes,
    ground_tellings,
    ground_told,
)
from waqai.store.schema.happenings import (
    happening_reasons,
    happenings,
    parties,
    slot_values,
    tellings,
)
from waqai.store.schema.keeping import briefs, digests, judgements
from waqai.store.schema.names import bearers, entities, names, quantities
from waqai.store.schema.pages import meta, pages, quarantine, residue, stamps
from waqai.store.schema.positions import position_events, position_statements, positions
from waqai.store.schema.search import SEARCH, passages
from waqai.store.schema.statements import statement_via, statements
from waqai.store.schema.stories import blocks, periods, reasons, stories, story_stamps, times
from waqai.store.schema.views import PAGE_VIEWS
from waqai.store.schema.watch import watch_feeds, watch_notes, watch_pages, watch_robots

#: In the order in which they can be made.
VIEWS = (*PAGE_VIEWS, *FINDING_VIEWS)

__all__ = [
    "APPLICATION_ID",
    "GROUND",
    "SEARCH",
    "VERSION",
    "VIEWS",
    "accounts",
    "aliases",
    "announcements",
    "bearers",
    "blocks",
    "briefs",
    "chronicle_entities",
    "conflict_values",
    "conflicts",
    "digests",
    "entities",
    "event_quantities",
    "event_roles",
    "events",
    "ground_asked",
    "ground_bands",
    "ground_blocks",
    "ground_company",
    "ground_judged",
    "ground_judgements",
    "ground_likes",
    "ground_tellings",
    "ground_told",
    "happening_reasons",
    "happenings",
    "judgements",
    "meta",
    "metadata",
    "named",
    "names",
    "pages",
    "parties",
    "passages",
    "periods",
    "position_events",
    "position_statements",
    "positions",
    "quantities",
    "quarantine",
    "reasons",
    "residue",
    "settled",
    "settled_reasons",
    "slot_values",
    "stamps",
    "statement_via",
    "statements",
    "steps",
    "stories",
    "story_stamps",
    "tellings",
    "times",
    "watch_feeds",
    "watch_notes",
    "watch_pages",
    "watch_robots",
]

#: What `PRAGMA application_id` says of a file that is a chronicle: the letters "WQAI".
APPLICATION_ID = int.from_bytes(b"WQAI")
#: `PRAGMA user_version`: raised by one when a table changes.
VERSION = 4
