"""Passages off the mission: they are many, long enough and misleading; every event is counted."""

from collections import Counter

import pytest

from eval import off_mission
from eval.off_mission import Passage, read_passages
from eval.told_events import Told
from waqai.model.events import EventType

PASSAGES = read_passages()
FIELDS = {
    "sport", "culture", "economy", "recipes", "weather", "health", "technology", "history", "film",
    "religion", "education",
}  # fmt: skip
MISLEADING = (
    "هجوم", "هدف", "ضربة", "حرب", "قمة", "لقاء", "مواجهة", "انسحاب", "عقوبات", "قصف", "معركة",
    "اجتماع", "زيارة", "انفجار",
)  # fmt: skip


def told(type_: str) -> Told:
    return Told(type_, "kind", "happened", "what it says", frozenset(), frozenset(), frozenset())


def test_there_are_sixty_and_no_two_alike_from_every_field_and_many_regions() -> None:
    assert len({passage.text for passage in PASSAGES}) == len(PASSAGES) >= 60
    assert {passage.field for passage in PASSAGES} == FIELDS
    assert len({passage.region for passage in PASSAGES}) >= 8


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda p: p.text.partition("\n")[0])
def test_a_passage_is_a_title_and_a_paragraph_of_sixty_to_a_hundred_and_twenty_words(
    passage: Passage,
) -> None:
    title, paragraph = passage.text.split("\n")
    assert title
    assert 60 <= len(paragraph.split()) <= 120


@pytest.mark.parametrize("word", MISLEADING)
def test_each_misleading_word_stands_in_several_passages(word: str) -> None:
    assert sum(word in passage.text for passage in PASSAGES) >= 2


def test_no_sentence_stands_in_two_passages() -> None:
    sentences = Counter(s.strip() for p in PASSAGES for s in p.text.split(".") if s.strip())
    assert sentences.most_common(1)[0][1] == 1


def test_every_event_found_is_counted_in_all_and_by_its_type() -> None:
    passages = [Passage("sport", "Egypt", "one\ntext"), Passage("film", "Gulf", "two\ntext")]
    found = {"one\ntext": [told("ASSAULT"), told("ASSAULT"), told("CONSULT")], "two\ntext": []}
    report = off_mission.report(passages, lambda text: found[text])
    counts = {layer: count for (_, layer, _), count in report.figures.items()}
    wanted = {"events": 3, "passages": 1, "ASSAULT": 2, "CONSULT": 1}
    assert counts == dict.fromkeys(EventType, 0) | wanted
    by_type, by_field = report.tables
    assert by_type.rows == [["ASSAULT", "2"], ["CONSULT", "1"], ["all types", "3"]]
    assert by_field.rows == [["sport", "1", "3"], ["film", "1", "0"]]
    assert report.misses[0] == "sport, Egypt: ASSAULT kind/happened [what it says] in: one"
