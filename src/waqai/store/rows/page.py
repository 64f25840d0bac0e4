"""A dated page as all its rows, and back."""

from collections.abc import Sequence

from waqai.chronicle.identity import story_id
from waqai.model.annotated import DatedPage
from waqai.model.page import Page
from waqai.model.story import Residue, ResidueKind
from waqai.store import schema
from waqai.store.rows.row import Parts, Row, numbered
from waqai.store.rows.stamps import stamp_of, stamp_row, stamps_with_givers
from waqai.store.rows.story import story_of, story_parts, story_row

#: The tables that hold the parts of a page, and those that hold the parts of a story.
OF_PAGE = (schema.residue, schema.stamps)
OF_STORY = (
    schema.blocks,
    schema.story_stamps,
    schema.times,
    schema.periods,
    schema.reasons,
    schema.entities,
    schema.bearers,
    schema.names,
    schema.quantities,
    schema.statements,
    schema.statement_via,
    schema.events,
    schema.event_roles,
    schema.event_quantities,
)

_PAGE = ("name", "text", "source", "url", "title", "outlet", "author", "encoding")


def to_rows(page: DatedPage, id: str, generation: int, current: bool, reader: str) -> Parts:
    """All rows of `page` by table, owners before what they own.

    Raises ValueError when a story's entities or event days are not as many as they stand for.
    """
    stamps = stamps_with_givers(page)
    about = {"id": id, "current": current, "generation": generation, "reader": reader}
    residue = ({"start": r.start, "end": r.end, "kind": r.kind.value} for r in page.residue)
    rows: Parts = {
        schema.pages: [{**about, **{name: getattr(page.page, name) for name in _PAGE}}],
        schema.residue: [{"page": id, **row} for row in numbered(residue)],
        schema.stamps: [
            {"page": id, **row} for row in numbered(stamp_row(*stamp) for stamp in stamps)
        ],
    }
    for position, story in enumerate(page.stories):
        own = story_id(id, position)
        first = {"id": own, "page": id, "position": position, **story_row(story)}
        rows.setdefault(schema.stories, []).append(first)
        for table, parts in story_parts(story, [stamp for stamp, _ in stamps]):
            rows.setdefault(table, []).extend({"story": own, **part} for part in parts)
    return {table: some for table, some in rows.items() if some}


def from_rows(page: Row, stories: Sequence[Row], parts: Parts) -> DatedPage:
    """The dated page that `to_rows` wrote. All rows are in the order of their positions."""
    stamps = [stamp_of(row) for row in parts[schema.stamps]]
    givers = [row["given_by"] for row in parts[schema.stamps]]
    of_source, of_text = (
        tuple(stamp for stamp, by in zip(stamps, givers, strict=True) if by == giver)
        for giver in ("source", "text")
    )
    told: dict[str, Parts] = {row["id"]: {table: [] for table in OF_STORY} for row in stories}
    for table in OF_STORY:
        for row in parts[table]:
            told[row["story"]][table].append(row)
    return DatedPage(
        Page(**{name: page[name] for name in _PAGE}, stamps=of_source),
        tuple(story_of(row, told[row["id"]], stamps) for row in stories),
        tuple(Residue(r["start"], r["end"], ResidueKind(r["kind"])) for r in parts[schema.residue]),
        of_text,
    )
