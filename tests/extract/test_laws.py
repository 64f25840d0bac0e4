"""What holds of the statements of any text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.reading import read

_LINES = (
    "قال أضاف وتابع مشيرا إلى أن إنه بأن على عن الوزير المتحدث باسم سالم وكالة نقلت عن قوله",
    'بحسب مصادر " « » ، . : أعلن دعا الحكومة ليجيب كان قد الذي اليوم في مؤتمر صحفي #',
)
_WORDS = [word for line in _LINES for word in line.split()] + ["\n"]
_TEXTS = st.lists(st.sampled_from(_WORDS), max_size=40).map(" ".join)
_NAMES = {"سالم": "person", "الحكومة": "organisation"}


@settings(max_examples=150, deadline=None)
@given(_TEXTS)
def test_every_span_lies_in_the_text_and_every_index_in_its_list(text: str) -> None:
    entities, statements = read(text, _NAMES)
    for statement in statements:
        assert 0 <= statement.start < statement.end <= len(text)
        assert text[statement.cue.start : statement.cue.end].strip()
        people = (statement.speaker, statement.addressee, *statement.via)
        assert all(k is None or 0 <= k < len(entities) for k in people)
        assert statement.within is None or 0 <= statement.within < len(statements)


@settings(max_examples=60, deadline=None)
@given(_TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read(text, _NAMES) == read(text, _NAMES)


@settings(max_examples=60, deadline=None)
@given(_TEXTS, _TEXTS)
def test_entities_keep_their_places(first: str, second: str) -> None:
    entities, _ = read(f"{first}\n{second}", _NAMES)
    assert [e.name for e in entities[:2]] == list(_NAMES)
    assert len({e.id for e in entities}) == len(entities)


def test_a_time_that_opens_the_text_is_passed_over() -> None:
    entities, statements = read('اليوم قال سالم: "نعود غدا إلى العمل".', _NAMES)
    assert [entities[s.speaker].name for s in statements if s.speaker is not None] == ["سالم"]
