"""Values of what is disputed, in words."""

import pytest

from waqai.model.chronicle import Slot
from waqai.model.names import Entity, EntityKind
from waqai.web.reader import Digits, Language, Reader
from waqai.web.values import value_words

WHO = {
    "RU": Entity("RU", EntityKind.COUNTRY, "روسيا", "Russia"),
    "US": Entity("US", EntityKind.COUNTRY, "الولايات المتحدة", "United States"),
}
EN, AR = Reader(Language.EN), Reader()


@pytest.mark.parametrize(
    ("reader", "slot", "value", "said"),
    [
        (EN, Slot.FIGURES, "500.. مدني", "500 or more مدني"),
        (AR, Slot.FIGURES, "500.. مدني", "500 فأكثر مدني"),
        (Reader(digits=Digits.ARAB), Slot.FIGURES, "12..15 قتيلا", "بين ١٢ و١٥ قتيلا"),
        (EN, Slot.FIGURES, "..7 USD", "up to 7 USD"),
        (EN, Slot.FIGURES, "7 مدنيين", "7 مدنيين"),
        (EN, Slot.DAY, "2025-08-16", "Saturday 16 August 2025"),
        (EN, Slot.DAY, "../2025-08-16", "on or before 16 August 2025"),
        (EN, Slot.DAY, "2025-08-11/2025-08-16", "11 to 16 August 2025"),
        (AR, Slot.STATUS, "denied", "نُفي"),
        (AR, Slot.PLACE, "RU", "روسيا"),
        (EN, Slot.ACTORS, "RU US", 'Russia</bdi>, <bdi dir="auto">United States'),
        (EN, Slot.WORDING, "عدوان", "عدوان"),
        (EN, Slot.WORDING, "<b>", "&lt;b&gt;"),
    ],
)
def test_a_value_is_said_to_the_reader(reader: Reader, slot: Slot, value: str, said: str) -> None:
    assert value_words(reader, slot, value, WHO) == f'<bdi dir="auto">{said}</bdi>'
