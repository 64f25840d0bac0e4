"""A small story made by hand, with something in every list that a story has."""

from fractions import Fraction

from waqai.model.annotated import AnnotatedStory, DatedPage, DatedStory, Timex
from waqai.model.events import Event, EventDay, EventType, Status
from waqai.model.names import Entity, EntityKind, NameForm, NameMention, QuantityMention
from waqai.model.page import Page, Span
from waqai.model.publication import Publication
from waqai.model.statements import Mode, SpeechAct, Statement
from waqai.model.story import Story
from waqai.model.times import Shift, TimeMention, TimexType, Unit

TEXT = (
    "قال وزير النقل سامي الحداد لوكالة الميناء في مؤتمر صحفي أمس إن رئيس الجمهورية "
    "سيلتقي العمال والبحارة في طرابلس غدا لبحث 2.5 مليون ليرة و300 وظيفة."
)


def at(words: str) -> Span:
    """Where `words` stand in TEXT."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


MINISTER = Entity("الحداد", EntityKind.PERSON, "سامي الحداد", "Sami al-Haddad")
AGENCY = Entity("harbour_agency", EntityKind.ORGANISATION, "وكالة الميناء", "Harbour Agency")
PRESIDENT = Entity("LB:president", EntityKind.PERSON, "رئيس الجمهورية", role="president")
WORKERS = Entity("العمال", EntityKind.GROUP, "العمال")
SAILORS = Entity("البحارة", EntityKind.GROUP, "البحارة")
TRIPOLI = Entity("tripoli", EntityKind.PLACE, "طرابلس", "Tripoli", country="LB")
BEARER = Entity("salim_khoury", EntityKind.PERSON, "سليم خوري", "Salim Khoury", ("رئيس الجمهورية",))

_ENTITIES = (MINISTER, AGENCY, PRESIDENT, WORKERS, SAILORS, TRIPOLI)
_NAMES = (
    NameMention(*at("سامي الحداد"), 0, at("وزير النقل"), role="transport_minister"),
    NameMention(*at("وكالة الميناء"), 1),
    NameMention(*at("رئيس الجمهورية"), 2, form=NameForm.ROLE, role="president"),
    NameMention(*at("العمال"), 3),
    NameMention(*at("البحارة"), 4),
    NameMention(*at("طرابلس"), 5),
)
_QUANTITIES = (
    QuantityMention(*at("2.5 مليون ليرة"), Fraction(2_500_000), Fraction(5_000_001, 2), "LBP"),
    QuantityMention(*at("300 وظيفة"), Fraction(300), None, of="وظيفة"),
)
_TIMES = tuple(
    Timex(TimeMention(*at(words), TimexType.DATE, Shift(Unit.DAY, by)), day, day, day)
    for words, by, day in (("أمس", -1, "2025-08-15"), ("غدا", 1, "2025-08-17"))
)
_WHAT_IS_SAID = Span(at("رئيس").start, len(TEXT) - 1)
_STATEMENT = Statement(
    *_WHAT_IS_SAID, 0, Mode.INDIRECT, SpeechAct.ASSERT, "قال", at("قال"),
    via=(1, 3), addressee=1, occasion=at("في مؤتمر صحفي"), said=0,
)  # fmt: skip
_EVENT = Event(
    *_WHAT_IS_SAID, EventType.CONSULT, "meeting", Status.PLANNED, at("سيلتقي"), (2,), (4, 3),
    place=5, time=1, quantities=(1, 0), statement=0,
)  # fmt: skip

STORY = DatedStory(
    AnnotatedStory(
        Story((Span(0, len(TEXT)),)),
        tuple(timex.mention for timex in _TIMES),
        entities=_ENTITIES,
        names=_NAMES,
        quantities=_QUANTITIES,
        statements=(_STATEMENT,),
        events=(_EVENT,),
    ),
    Publication(None, None),
    _TIMES,
    (MINISTER, AGENCY, BEARER, WORKERS, SAILORS, TRIPOLI),
    (EventDay("2025-08-17", "2025-08-17", "2025-08-17"),),
)
PAGE = DatedPage(Page("ميناء", TEXT), (STORY,), (), ())
