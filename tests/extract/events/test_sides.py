"""Who stands on which side: what is no party, what is one without a name, who did and who bore it."""

import pytest

from tests.extract.events.reading import read
from waqai.model.events import EventType

Case = tuple[str, EventType, list[str], list[str]]

NAMES: list[Case] = [
    ("اتهم محمود #عباس إسرائيل بقصف غزة.", EventType.ACCUSE, ["محمود عباس"], ["إسرائيل"]),
    ("حثت وزارة الخارجية التونسيين على العودة.", EventType.REQUEST, ["وزارة الخارجية"], ["التونسيين"]),
    ("شنت قوات الدفاع الإسرائيلية غارة على غزة.", EventType.ASSAULT, ["إسرائيل"], []),
    ("تتهم دول الجوار إيران بالتجسس.", EventType.ACCUSE, ["دول الجوار"], ["إيران"]),
    ('اتهمت فرنسا تنظيم "القاعدة" بخطف صحفي.', EventType.ACCUSE, ["فرنسا"], ["تنظيم القاعدة"]),
    ("اعتقلت الشرطة المصرية رجلا يبلغ من العمر 40 عاما.", EventType.COERCE, ["الشرطة المصرية"], ["رجلا"]),
    ("دعا رئيس الهيئة الوطنية للانتخابات المستشار كمال صادق المصريين إلى التصويت.", EventType.REQUEST, ["كمال صادق"], ["المصريين"]),
]  # fmt: skip

COUNTED: list[Case] = [
    ("أسفرت الغارة عن مقتل 25 حوثيا في صعدة.", EventType.ASSAULT, [], ["حوثيا"]),
    ("أعلن الجيش الفرنسي مقتل 20 مسلحا من حركة الشباب.", EventType.ASSAULT, ["الجيش الفرنسي"], ["حركة الشباب الصومالية"]),
    ("طردت 23 دولة دبلوماسيين روسا.", EventType.SANCTION, ["دولة"], ["دبلوماسيين"]),
    ("طردت نحو 20 دولة دبلوماسيين.", EventType.SANCTION, ["دولة"], ["دبلوماسيين"]),
    ("طالبت أكثر من عشرين دولة فنزويلا بالإفراج عن السجناء.", EventType.REQUEST, ["دولة"], ["فنزويلا"]),
    ("قتل ثلاثة سوريين برصاص الجيش التركي.", EventType.ASSAULT, ["الجيش التركي"], ["سوريين"]),
    ("مقتل سوريين اثنين برصاص الجيش التركي.", EventType.ASSAULT, ["الجيش التركي"], ["سوريين"]),
    ("اعتقال ضابط في بيروت.", EventType.COERCE, [], ["ضابط"]),
    ("هددت دول غربية على رأسها فرنسا وألمانيا إيران.", EventType.THREATEN, ["دول غربية", "فرنسا", "ألمانيا"], ["إيران"]),
]  # fmt: skip

SUBJECTS: list[Case] = [
    ("واتهمت المنشورات حركة طالبان بالكذب.", EventType.ACCUSE, [], ["حركة طالبان"]),
    ("زار فرنسوا مصر. كما طالب الحكومة المصرية بالإفراج عن الصحفيين.", EventType.REQUEST, [], ["مصر"]),
    ("وحث قادة العالم إيران على الهدوء.", EventType.REQUEST, ["قادة العالم"], ["إيران"]),
    ("أعلن الجيش الأميركي أنه شن غارة على صعدة.", EventType.ASSAULT, ["الجيش الأميركي"], []),
    ("قال رجب طيب أردوغان إن قواته تحاصر منبج.", EventType.COERCE, ["تركيا"], []),
    ("ودعا الوزير في مقابلة مع صحيفة محلية، المجتمع الدولي إلى التدخل لحماية الحوثيين.", EventType.REQUEST, ["الوزير"], ["المجتمع الدولي"]),
]  # fmt: skip

SUFFERED: list[Case] = [
    ("تعرض إيمانويل ماكرون لانتقادات في بيروت.", EventType.ACCUSE, [], ["إيمانويل ماكرون"]),
    ("غارات لطيران التحالف العربي على صعدة.", EventType.ASSAULT, ["التحالف العربي"], []),
    ("أفرجت السلطات عن إيمانويل ماكرون الذي اعتقل في نيس.", EventType.COERCE, [], ["إيمانويل ماكرون"]),
    ("تحدث الوزير عن رجلين من غرب لندن، اعتقلا في سوريا.", EventType.COERCE, [], ["رجلين"]),
    ("وأكدت اللجنة احتجاز سوريين قرب حلب.", EventType.COERCE, [], ["سوريين"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "type", "actors", "recipients"), [*NAMES, *COUNTED, *SUBJECTS, *SUFFERED]
)
def test_the_sides_of_an_event(
    text: str, type: EventType, actors: list[str], recipients: list[str]
) -> None:
    told = read(text)
    found = [e for e in told.events if e.type is type]
    assert len(found) == 1, [(e.kind, told.names(*e.actors)) for e in told.events]
    assert told.names(*found[0].actors) == actors
    assert told.names(*found[0].recipients) == recipients


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("اتهمت أنقرة الحركة وتحملها مسؤولية الانقلاب الفاشل.", "مسؤولية"),
        ("دعا إيمانويل ماكرون إلى محادثات متعددة الأطراف مع إيران.", "الأطراف"),
        ("قصفت طائرات مدينة منبج.", "طائرات"),
        ("ألمانيا: زعيمة الحزب تقترح على فرنسا تغيير القانون.", "ألمانيا"),
        ("وزار سوه طوكيو أمس.", "اليابان"),
        ("شنت إسرائيل غارة على غزة، وفقا لما ذكره الجيش الإسرائيلي.", "الجيش الإسرائيلي"),
        ("تعرضت المدينة لقصف عنيف، قال إيمانويل ماكرون.", "إيمانويل ماكرون"),
    ],
)
def test_what_is_no_party(text: str, nobody: str) -> None:
    told = read(text)
    parties = [told.names(*e.actors, *e.recipients) for e in told.events]
    assert all(nobody not in names for names in parties), parties
