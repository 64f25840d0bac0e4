"""Laws that hold on any text: indices in range, spans inside it, and nothing raised."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.events.reading import read
from waqai.arabic.tokens import tokenize
from waqai.extract.events import find_events
from waqai.extract.statements import find_statements
from waqai.mentions.names import find_names
from waqai.mentions.quantities import find_quantities
from waqai.mentions.times import times_of

_SENTENCES = (
    "التقى الرئيس الروسي فلاديمير بوتين نظيره التركي رجب طيب أردوغان في سوتشي يوم الأحد.",
    "شنت إسرائيل غارات جوية على بيروت، وقتل 12 شخصا وأصيب آخرون.",
    "قالت إيران، الخصم الأكبر للولايات المتحدة، إنها سترد على العقوبات.",
    "اتهمت كييف موسكو بقصف خاركيف بـ \"صواريخ\" في 3 مارس 2022.",
    "هل يزور ماكرون بغداد؟ نفى مكتبه ذلك.",
    "وكان الجيش اليمني، بدعم من التحالف العربي، أطلق عملية عسكرية في تعز.",
    "اتفق الرئيسان في محادثة جرت بينهما الخميس على لقاء قريب.",
    "أعلنت قطر استعداد بلادها لإرسال مساعدات إلى السودان بقيمة 5 ملايين دولار.",
    "ألغى ترامب زيارة مقررة إلى لندن ليبحث مع نظيره الحرب في أوكرانيا.",
    "اعتقلت الشرطة العشرات من المتظاهرين، والذين طالبوا برحيل الحكومة: \"ارحل\".",
)  # fmt: skip
_WORDS = sorted({word for sentence in _SENTENCES for word in sentence.split()})
_PIECES = st.one_of(
    st.sampled_from(_WORDS),
    st.sampled_from(_SENTENCES),
    st.sampled_from(
        ["،", ".", "\n\n", "“", "بـ", "ل", "و", "؟", ":", "(", ")", "لل", "من", "التي"]
    ),
)
_SPLICES = st.lists(_PIECES, max_size=25).map(" ".join)


@given(_SPLICES)
@settings(max_examples=200, deadline=None)
def test_every_index_is_in_range_and_every_span_in_the_text(text: str) -> None:
    tokens = tokenize(text)
    times, _ = times_of(tokens)
    entities, names = find_names(tokens)
    quantities = find_quantities(tokens, times)
    entities, statements = find_statements(tokens, entities, names, times)
    found, events = find_events(tokens, entities, names, times, quantities, statements)
    for event in events:
        assert 0 <= event.start <= event.cue.start < event.cue.end <= event.end <= len(text)
        for party in (*event.actors, *event.recipients):
            assert 0 <= party < len(found)
        assert event.place is None or 0 <= event.place < len(found)
        assert event.time is None or 0 <= event.time < len(times)
        assert event.statement is None or 0 <= event.statement < len(statements)
        assert all(0 <= quantity < len(quantities) for quantity in event.quantities)
        assert not set(event.actors) & set(event.recipients)


@given(_SPLICES)
@settings(max_examples=60, deadline=None)
def test_the_entities_of_before_keep_their_indices(text: str) -> None:
    tokens = tokenize(text)
    times, _ = times_of(tokens)
    entities, names = find_names(tokens)
    entities, statements = find_statements(tokens, entities, names, times)
    found, _ = find_events(tokens, entities, names, times, (), statements)
    assert [e.id for e in found[: len(entities)]] == [e.id for e in entities]
    assert len({e.id for e in found}) == len(found)


@given(_SPLICES)
@settings(max_examples=60, deadline=None)
def test_events_stand_in_the_order_of_their_triggers(text: str) -> None:
    cues = [event.cue.start for event in read(text).events]
    assert cues == sorted(cues)


@given(st.text(max_size=60))
@settings(max_examples=100, deadline=None)
def test_no_text_raises(text: str) -> None:
    assert isinstance(read(text).events, tuple)
