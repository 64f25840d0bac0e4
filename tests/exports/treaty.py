"""A page made by hand: a minister, once by his name and once by his role, speaks of a treaty."""

from datetime import date
from fractions import Fraction

from waqai.model.annotated import AnnotatedStory, DatedPage, DatedStory, Timex
from waqai.model.events import Event, EventDay, EventType, Status
from waqai.model.names import Entity, EntityKind, NameForm, NameMention, QuantityMention
from waqai.model.page import Page, Span
from waqai.model.publication import Publication
from waqai.model.statements import Mode, SpeechAct, Statement
from waqai.model.story import Story
from waqai.model.times import CalendarDate, Reference, Shift, TimeMention, TimexType, Unit

TEXT = (
    "قال وزير الموانئ سالم العوفي أمس، في مؤتمر صحافي نقلته وكالة المرسى، إن 42 سفينة على الأقل "
    "ستبحر.\nوأعلن الوزير العماني أن بلاده وقعت مع الهند في صور اتفاقا بين 3 و5 آب على 2.5 بالمئة: "
    "«لا عودة عنه»."
)


def at(words: str) -> Span:
    """Where `words` first stand in TEXT."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def _time(words: str, reference: Reference, day: str) -> Timex:
    return Timex(TimeMention(*at(words), TimexType.DATE, reference), day, day, day)


MINISTER = "الوزير العماني"
_OWFI = Entity(
    "person:سالم_العوفي",
    EntityKind.PERSON,
    "سالم العوفي",
    "Salem al-Awfi",
    ("سالم العوفي", "العوفي"),
    "OM",
    transliterated=True,
)
_ROLE = Entity("minister:OM", EntityKind.PERSON, MINISTER, None, (MINISTER,), "OM", "minister")
_BEARER = Entity(
    _OWFI.id, EntityKind.PERSON, _OWFI.name, _OWFI.name_en, ("العوفي", MINISTER), "OM",
    transliterated=True,
)  # fmt: skip
_OTHERS = (
    Entity("organisation:وكالة_المرسى", EntityKind.ORGANISATION, "وكالة المرسى"),
    Entity("OM", EntityKind.COUNTRY, "عُمان", "Oman", ("عمان",), "OM"),
    Entity("IN", EntityKind.COUNTRY, "الهند", "India", ("الهند",), "IN"),
    Entity("sur", EntityKind.PLACE, "صور", "Sur", ("صور",), "OM", latitude=22.57, longitude=59.53),
)
_NAMES = (
    NameMention(*at("سالم العوفي"), 0, at("وزير الموانئ"), role="minister"),
    NameMention(*at("وكالة المرسى"), 2),
    NameMention(*at(MINISTER), 1, None, NameForm.ROLE, "minister", "OM"),
    NameMention(*at("بلاده"), 3, None, NameForm.REFERENCE),
    NameMention(*at("الهند"), 4),
    NameMention(*at("صور"), 5),
)
_QUANTITIES = (
    QuantityMention(*at("42 سفينة على الأقل"), Fraction(42), None, None, "سفينة"),
    QuantityMention(*at("2.5 بالمئة"), Fraction(5, 2), Fraction(5, 2), "percent"),
)
_STATEMENTS = (
    Statement(
        *at("إن 42 سفينة على الأقل ستبحر"), 0, Mode.INDIRECT, SpeechAct.ASSERT, "قال", at("قال"),
        via=(2,), occasion=at("في مؤتمر صحافي"), said=0,
    ),
    Statement(
        at("أن بلاده").start, at("»").end, 1, Mode.INDIRECT, SpeechAct.ASSERT, "وأعلن",
        at("وأعلن"), addressee=4,
    ),
    Statement(*at("لا عودة عنه"), 1, Mode.DIRECT, SpeechAct.PROMISE, "", at("«"), within=1),
)  # fmt: skip
_EVENTS = (
    Event(
        at("وقعت").start, at("5 آب").end, EventType.AGREE, "sign", Status.HAPPENED, at("وقعت"),
        (3,), (4,), 5, 1, 2, (1,), 1, "peace", "05", True,
    ),
    Event(
        *at("ستبحر"), EventType.COOPERATE, "sail", Status.PLANNED, at("ستبحر"), (0, 1),
        operator=at("س"),
    ),
)  # fmt: skip
_TIMES = (
    _time("أمس", Shift(Unit.DAY, -1), "2025-08-01"),
    _time("3", CalendarDate(None, 8, 3), "2025-08-03"),
    _time("5 آب", CalendarDate(None, 8, 5), "2025-08-05"),
)
_DAYS = (
    EventDay("2025-08-03/2025-08-05", "2025-08-03", "2025-08-05"),
    EventDay(None, "2025-08-06", None),
)

FOUND = AnnotatedStory(
    Story((Span(0, len(TEXT)),)),
    tuple(timex.mention for timex in _TIMES),
    (),
    (_OWFI, _ROLE, *_OTHERS),
    _NAMES,
    _QUANTITIES,
    _STATEMENTS,
    _EVENTS,
)
STORY = DatedStory(
    FOUND,
    Publication(date(2025, 8, 6), date(2025, 8, 6)),
    _TIMES,
    (_OWFI, _BEARER, *_OTHERS),
    _DAYS,
)
PAGE = DatedPage(Page("treaty", TEXT, "treaty.txt"), (STORY,), (), ())
