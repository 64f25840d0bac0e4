"""Where an event happened."""

import pytest

from tests.extract.events.reading import read


@pytest.mark.parametrize(
    ("text", "cue", "place"),
    [
        # Of a meeting the town, rather than the hall in it.
        (
            "التقى ماكرون نظيره الصيني شي جين بينغ في قاعة الشعب الكبرى بالعاصمة بكين.",
            "التقى",
            "بكين",
        ),
        # What was struck is where it happened, and of an attack the base rather than the town.
        ("قصفت إسرائيل مطار التيفور في حمص.", "قصفت", "مطار التيفور"),
        # A place behind a noun with ب.
        ("اعتقلت القوات التركية سبعة أشخاص بمنطقة عفرين السورية.", "اعتقلت", "عفرين"),
        # A place behind ب alone, or that a word of place leads to.
        ("قتل مسلح 17 شخصا في مدرسة بفلوريدا.", "قتل", "فلوريدا"),
        ("قصفت القوات التركية كل الطرق المؤدية إلى عفرين.", "قصفت", "عفرين"),
        ("احتشد متظاهرون قرب الشريط الحدودي لقطاع غزة.", "احتشد", "قطاع غزة"),
        # Where the sentence opens.
        ("وفي مدينة حلب، الخاضعة للقصف الروسي، نزح المئات.", "للقصف", "حلب"),
        ("وشهدت مناطق في البصرة ليلا تظاهرات ضد حكومة بغداد.", "تظاهرات", "البصرة"),
    ],
)
def test_the_place_is_told_by_what_stands_around(text: str, cue: str, place: str) -> None:
    told = read(text)
    event = next(e for e in told.events if text[e.cue.start : e.cue.end] == cue)
    assert told.names(event.place) == [place]


def test_a_seat_of_power_that_acts_is_no_place() -> None:
    told = read("نددت موسكو الأحد بالعقوبات الأمريكية.")
    assert all(event.place is None for event in told.events)
