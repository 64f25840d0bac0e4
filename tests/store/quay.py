"""A small chronicle made by hand, with something in every list that findings have.

Two pages tell the same thing as `harbour.py` does; a third bears no day.
"""

from dataclasses import replace
from datetime import date

from tests.store.harbour import AGENCY, BEARER, MINISTER, PAGE, SAILORS, TRIPOLI, WORKERS
from waqai.chronicle.briefs import briefs_of
from waqai.chronicle.identity import page_id, story_id
from waqai.model.annotated import DatedPage
from waqai.model.chronicle import (
    Announcement,
    Conflict,
    Happening,
    Outcome,
    Position,
    Report,
    Slot,
    SlotValue,
    Stance,
    Step,
    TellingKey,
    Window,
)
from waqai.model.events import EventType, Status
from waqai.model.findings import Findings
from waqai.model.names import Entity, EntityKind
from waqai.model.publication import Publication, Reason
from waqai.resolve.reports import named

DUE, TOLD = date(2025, 8, 17), date(2025, 8, 16)
OTHER = replace(PAGE, page=replace(PAGE.page, name="رصيف", source="رصيف"))
UNDATED = replace(PAGE, page=replace(PAGE.page, name="بلا تاريخ", source="بلا تاريخ"))
FIRST_PAGE = PAGE
PAGES = (PAGE, OTHER, UNDATED)

#: Its entities by the ids of the chronicle, in the order of the story's.
CAST = tuple(
    replace(entity, id=id)
    for id, entity in (
        ("person:سامي_الحداد", MINISTER),
        ("harbour_agency", AGENCY),
        ("salim_khoury", BEARER),
        ("group:عمال", WORKERS),
        ("group:بحاره", SAILORS),
        ("tripoli", TRIPOLI),
    )
)
BEIRUT = Entity("beirut", EntityKind.PLACE, "بيروت", "Beirut", country="LB", latitude=33.9)
_IDS = tuple(entity.id for entity in CAST)


def id_of(page: DatedPage) -> str:
    """The id of the page's one story."""
    return story_id(page_id(page.page), 0)


def _report(page: DatedPage) -> Report:
    [brief] = briefs_of(page, page_id(page.page))
    return named(brief.report, _IDS, id_of(PAGE))


FIRST, SECOND, THIRD = (TellingKey(id_of(page), 0) for page in PAGES)
REPORTS = tuple(sorted(map(_report, PAGES), key=lambda report: report.id))

MEETING = Happening(
    "h1",
    EventType.CONSULT,
    "meeting",
    Status.PLANNED,
    Window(DUE, DUE),
    ("salim_khoury",),
    ("group:عمال", "group:بحاره"),
    "tripoli",
    (FIRST, SECOND),
    (
        SlotValue(Slot.PLACE, "tripoli", (FIRST,)),
        SlotValue(Slot.PLACE, "beirut", (SECOND,)),
        SlotValue(Slot.DAY, "2025-08-17", (FIRST, SECOND)),
    ),
    2,
    1,
    1,
    "سليم خوري سيلتقي العمال في طرابلس",
    "Salim Khoury was to meet workers in Tripoli",
    (Reason("day.told", "Two stories say so", "يقول ذلك خبران", 1, 4, True, (id_of(OTHER),)),),
)
ALONE = replace(MEETING, id="h2", day=Window(None, DUE), tellings=(THIRD,), values=(), why=())
ANNOUNCEMENT = Announcement(
    "h1",
    TOLD,
    "person:سامي_الحداد",
    Window(DUE, None),
    Outcome.POSTPONED,
    moved_to=Window(None, date(2025, 9, 1)),
    steps=(
        Step(Status.PLANNED, Window(TOLD, TOLD), Window(DUE, DUE), "person:سامي_الحداد", FIRST),
        Step(Status.POSTPONED, Window(DUE, DUE), Window(), None, SECOND),
    ),
)
POSITION = Position(
    "salim_khoury", "port_wages", Stance.FOR, Window(TOLD, None), (FIRST,), (SECOND,)
)
CONFLICT = Conflict(
    "h1",
    Slot.PLACE,
    (SlotValue(Slot.PLACE, "tripoli", (FIRST,)), SlotValue(Slot.PLACE, "beirut", (SECOND,))),
)
SETTLED = Publication(
    TOLD, DUE, (Reason("neighbour.copy", "A copy is dated", "نسخة مؤرخة", kept=False),), TOLD
)
FINDINGS = Findings(
    tuple(sorted((*CAST, BEIRUT), key=lambda entity: entity.id)),
    REPORTS,
    {report.id: _IDS for report in REPORTS},
    {id_of(UNDATED): SETTLED},
    (MEETING, ALONE),
    (ANNOUNCEMENT,),
    (POSITION,),
    (CONFLICT,),
)
