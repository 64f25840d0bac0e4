"""The time of an event: of its clause, its sentence, its passage, or of the event it retells."""

import pytest

from tests.extract.events.reading import Told, read
from waqai.model.events import Event


def _event(told: Told, text: str, cue: str) -> Event:
    return next(e for e in told.events if text[e.cue.start : e.cue.end] == cue)


def _time(text: str, cue: str) -> str | None:
    """The words of the time that the event with this trigger bears."""
    told = read(text)
    event = _event(told, text, cue)
    return None if event.time is None else told.times[event.time]


@pytest.mark.parametrize(
    ("text", "cue", "time"),
    [
        ("زار وزير الخارجية المصري سامح شكري الخرطوم يوم الاثنين.", "زار", "يوم الاثنين"),
        (
            "كان القصف الإسرائيلي على غزة أقل كثافة الأحد.",
            "القصف",
            "الأحد",
        ),
        (
            "قصفت إسرائيل خان يونس، وأصيب آخرون في رفح، الاثنين.",
            "قصفت",
            "الاثنين",
        ),
        (
            "اعتقلت تونس ثلاثة ناشطين الخميس. وطالبت منظمة العفو الدولية بالإفراج عنهم.",
            "وطالبت",
            "الخميس",
        ),
    ],
)
def test_the_nearest_time_that_governs_is_taken(text: str, cue: str, time: str) -> None:
    assert _time(text, cue) == time


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        # The day of a relative clause is its own.
        (
            "انتقدت إيطاليا الحادث الذي جرى مساء الجمعة، واتهمت فرنسا بخرق القانون.",
            "واتهمت",
        ),
        # What goes back behind the story has no day of its passage.
        (
            "زار أردوغان بغداد الثلاثاء. وكانت تركيا قد قصفت دهوك بعشرات الصواريخ.",
            "قصفت",
        ),
        # Nor does what is done again and again.
        (
            "زار أردوغان بغداد الثلاثاء. وقصفت تركيا دهوك مرارا.",
            "وقصفت",
        ),
        # A time that begins or bounds something is no day to go on with.
        (
            "لم تجر كوريا الشمالية تجربة منذ 28 نوفمبر 2017. وطالبت اليابان الصين بالضغط عليها.",
            "وطالبت",
        ),
        # An earlier visit is none of today.
        ("تحدث ماكرون الاثنين عن زيارته الأخيرة إلى واشنطن.", "زيارته"),
        # How many days is not said.
        (
            "أعلن البيت الأبيض ذلك الخميس بعد أيام من لقاء ترامب وماكرون في باريس.",
            "لقاء",
        ),
        # The day is that of the announcement, not of what it announces.
        (
            "نفت طهران ذلك الأحد بعد يوم من إعلان واشنطن عن لقاء ترامب وروحاني في جنيف.",
            "لقاء",
        ),
        # A date in a story goes back; its day is not that of what comes behind.
        (
            "قتل صحفي في جباليا في 13 أبريل. وطالبت نقابة الصحفيين إسرائيل بالتحقيق.",
            "وطالبت",
        ),
        ("تظاهر آلاف في غزة الجمعة الماضية. وطالبت مصر إسرائيل بضبط النفس.", "وطالبت"),
        # A relative clause only says who somebody is.
        ("عاد السفير الروسي الثلاثاء إلى ألمانيا التي طردت دبلوماسيين روسا.", "طردت"),
        # The day of a saying is not that of a known act it mentions.
        ("قال لافروف، الجمعة، إن الغارات التي شنتها واشنطن على حلب انتهاك للقانون.", "الغارات"),
        # A year after something is no day, and neither is a first time.
        ("زار ماكرون بيروت الاثنين. وجاء ذلك بعد مرور عام على قمة بين بوتين وأردوغان.", "قمة"),
        ("زار ماكرون بيروت الاثنين. وهذه أول مرة اعتقلت فيها سوريا صحفيا.", "اعتقلت"),
        # What is known from before frames the news.
        ("زار ماكرون بيروت الاثنين. وجاء ذلك في إطار اتفاق بين فرنسا ولبنان.", "اتفاق"),
        # What has gone on since a day was not done on it.
        (
            "منذ توليه منصبه في الأول من فبراير 2017، اختلف تيلرسون مع ترامب الذي عمد إلى إقالته.",
            "إقالته",
        ),
        # Nor is the day of the news that of what is told behind an old date.
        (
            "زار ترامب ألاسكا اليوم الاثنين. واشترت الولايات المتحدة ألاسكا في 30 مارس 1867. "
            "وهاجم ترامب الصحافة الأمريكية.",
            "وهاجم",
        ),
        # An old arrest dates no new one.
        (
            "اعتقلت الشرطة التركية صحفيا في إزمير. وكان الصحفي ناشطا. وقد عرفه كثيرون. "
            "ودرس في أنقرة. واعتقلت الشرطة التركية الصحفي أول مرة في 18 يناير.",
            "اعتقلت",
        ),
        # Years ago is not the day of what is told in the present.
        ("يلتقي ماكرون جنديا حارب معه قبل 40 عاما.", "يلتقي"),
    ],
)
def test_a_wrong_day_is_worse_than_none(text: str, cue: str) -> None:
    assert _time(text, cue) is None


def test_a_sentence_that_goes_back_does_not_date_what_follows() -> None:
    text = (
        "اعتقلت الشرطة التركية صحفيا في أنقرة أمس. وكانت تركيا قصفت دهوك الأحد الماضي. "
        "ونددت ألمانيا باعتقال الصحفي."
    )
    assert _time(text, "ونددت") == "أمس"


def test_the_day_of_a_sentence_that_names_the_party_goes_on() -> None:
    text = (
        "استقبل السيسي وزير الخارجية الفرنسي يوم الخميس. وزار أردوغان بغداد يوم الاثنين. "
        "وطالب السيسي الأمم المتحدة بإرسال مبعوث."
    )
    assert _time(text, "وطالب") == "يوم الخميس"


def test_what_goes_on_since_a_day_begins_there() -> None:
    text = "تحاصر القوات الروسية مدينة ماريوبول منذ 18 فبراير."
    event = _event(read(text), text, "تحاصر")
    assert event.since
    assert _time(text, "تحاصر") == "18 فبراير"


def test_what_was_done_since_another_event_begins_with_its_time() -> None:
    text = "قدمت ألمانيا مساعدات عسكرية لأوكرانيا منذ أن غزت روسيا أراضيها في فبراير 2022."
    event = _event(read(text), text, "مساعدات")
    assert event.since
    assert _time(text, "مساعدات") == "فبراير 2022"


@pytest.mark.parametrize(
    ("text", "cue", "days", "time"),
    [
        ("جاء الإعلان الخميس بعد يوم من لقاء ترامب وماكرون في باريس.", "لقاء", -1, "الخميس"),
        ("جاء الإعلان بعد يومين من لقاء ترامب وماكرون في باريس.", "لقاء", -2, None),
        ("زار ماكرون القاهرة الأحد غداة لقاء ميركل والسبسي في تونس.", "لقاء", -1, "الأحد"),
        ("التقى السيسي البرهان الأحد. وبعد يومين زار السيسي جوبا.", "زار", 2, "الأحد"),
    ],
)
def test_days_are_counted_from_another_event(
    text: str, cue: str, days: int, time: str | None
) -> None:
    assert _event(read(text), text, cue).days == days
    assert _time(text, cue) == time


def test_what_goes_on_for_the_fourth_day_began_three_days_ago() -> None:
    text = "لليوم الرابع على التوالي، تظاهر آلاف العراقيين في البصرة."
    event = _event(read(text), text, "تظاهر")
    assert (event.since, event.days, event.time) == (True, -3, None)


def test_a_headline_has_the_day_of_what_it_is_told_with() -> None:
    text = "ماكرون يزور بيروت\n\nزار الرئيس الفرنسي إيمانويل ماكرون بيروت الخميس."
    assert _time(text, "يزور") == "الخميس"


def test_what_is_planned_is_due_on_the_day_named_elsewhere() -> None:
    text = (
        "يعتزم بوتين لقاء أردوغان في الأيام المقبلة. ودافع عن موقفه. "
        "وسيلتقي بوتين أردوغان في سوتشي الاثنين المقبل."
    )
    assert _time(text, "لقاء") == "الاثنين المقبل"


def test_what_may_be_done_is_due_on_the_day_to_come_of_its_sentence() -> None:
    text = "وفي 12 مايو المقبل قد تنسحب الولايات المتحدة من الاتفاق النووي."
    assert _time(text, "تنسحب") == "12 مايو المقبل"


def test_a_year_in_what_is_said_is_not_that_of_the_saying() -> None:
    text = "قال كاتس، الأربعاء، إن قصف المفاعل السوري عام 2007 رسالة بأن إسرائيل لن تسمح لإيران به."
    assert _time(text, "تسمح") == "الأربعاء"


def test_the_day_of_the_sentence_goes_on_rather_than_an_old_date_in_it() -> None:
    text = (
        "زار عباس الخميس أسرة صحفي أصيب في 13 أبريل الماضي في جباليا. "
        "وطالبت نقابة الصحفيين إسرائيل بالتحقيق."
    )
    assert _time(text, "وطالبت") == "الخميس"
