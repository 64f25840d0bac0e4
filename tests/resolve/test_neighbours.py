"""Pages without a date, dated by what other pages tell of the same things."""

from tests.chronicle.built import Told, desk, findings, report, told
from waqai.model.chronicle import Window
from waqai.model.findings import Findings
from waqai.model.publication import Publication
from waqai.resolve.redating import redate
from waqai.resolve.reports import window_of

ANNOUNCED: Told = (
    "announced",
    "ترامب يعلن لقاء بوتين\n\n"
    "أعلن الرئيس الأميركي دونالد ترامب اليوم الخميس أنه سيعقد قمة مع الرئيس الروسي فلاديمير بوتين "
    "الأسبوع المقبل في ألاسكا.\n",
    "2025-08-07",
)
LOOKED_BACK: Told = (
    "looked-back",
    "حصاد الصيف\n\n"
    "عقد الرئيس الأميركي دونالد ترامب والرئيس الروسي فلاديمير بوتين قمة في ألاسكا في أغسطس الماضي. "
    "وقال دبلوماسيون إن الجبهات لم تتغير.\n",
    "2025-09-04",
)
DATED = (ANNOUNCED, LOOKED_BACK)
UNDATED: Told = (
    "undated",
    "بعد القمة\n\n"
    "قال المستشار الألماني اليوم السبت إن القمة التي عقدها الرئيس الأميركي دونالد ترامب ونظيره "
    "الروسي فلاديمير بوتين في ألاسكا مساء الجمعة لم تنه الحرب. "
    "وسيزور المستشار الألماني كييف يوم الاثنين.\n",
    None,
)
VAGUE: Told = (
    "vague",
    "أسئلة\n\n"
    "قال محللون إن القمة التي عقدها الرئيس الأميركي دونالد ترامب ونظيره الروسي فلاديمير بوتين في "
    "ألاسكا لم تنه الحرب، وإن الرئيسين لم يتفقا على وقف القتال.\n",
    None,
)
WHEAT = "أسعار الخبز\n\nقالت وزارة الزراعة في تشيلي{} إن محصول القمح وفير هذا الموسم.\n"
LONG = (
    "قال محللون إن الهدنة في الجنوب صمدت رغم الخروق، وإن المدن الواقعة على خط النار ما زالت تنتظر "
    "المساعدات الغذائية والطبية التي وعدت بها الدول المانحة من دون أن تصل حتى الساعة إلى المخازن، "
    "فيما أكد سكان القرى القريبة أن الطرق المؤدية إلى الأسواق مقطوعة وأن الوقود نفد من المحطات وأن "
    "العائلات التي عادت إلى بيوتها لم تجد فيها ماء ولا كهرباء ولا دواء للأطفال والمسنين.\n"
)


def published(found: Findings, story: str) -> Publication:
    return report(found, story).published


def test_a_page_without_a_date_gets_its_day_from_two_that_have_one() -> None:
    found = findings(*DATED, UNDATED)
    day = published(found, "undated")
    assert str(day.day) == "2025-08-16"
    assert set(found.settled) == {"undated"}
    assert found.settled["undated"] == day


def test_its_reasons_name_the_pages_and_its_own_words() -> None:
    why = published(findings(*DATED, UNDATED), "undated").why
    assert any(reason.rule == "today.weekday" and reason.kept for reason in why)
    [other] = [reason for reason in why if reason.stories]
    assert set(other.stories) == {"announced", "looked-back"}
    assert other.kept
    assert all(name in text for name in other.stories for text in (other.en, other.ar))


def test_a_reason_stands_at_the_words_that_tell_of_the_thing() -> None:
    found = findings(*DATED, UNDATED)
    [other] = [reason for reason in published(found, "undated").why if reason.stories]
    words = UNDATED[1][other.start : other.end]
    assert words.startswith("القمة التي عقدها الرئيس الأميركي دونالد ترامب")
    assert words in other.en


def test_alone_it_keeps_what_it_says_itself() -> None:
    read = desk(UNDATED)
    [brief] = read.briefs
    found = read.make()
    assert published(found, "undated") == brief.report.published
    assert published(found, "undated").day is None
    assert not found.settled


def test_a_page_without_any_neighbour_stays_as_it_was() -> None:
    wheat: Told = ("wheat", WHEAT.format(""), None)
    read = desk(*DATED, wheat)
    found = read.make()
    assert published(found, "wheat") == read.briefs[-1].report.published
    assert "wheat" not in found.settled


def test_a_page_on_another_matter_stays_as_it_was() -> None:
    wheat: Told = ("wheat", WHEAT.format(" اليوم السبت"), None)
    read = desk(*DATED, wheat)
    assert published(read.make(), "wheat") == read.briefs[-1].report.published


def test_a_page_whose_neighbours_leave_several_days_gets_a_window_and_the_likeliest() -> None:
    day = published(findings(*DATED, VAGUE), "vague")
    assert day.day is None
    assert day.earliest is not None
    assert day.latest is not None
    assert day.likely is not None
    assert str(day.likely) >= "2025-08-09"  # the summit was not before
    assert day.earliest <= day.likely <= day.latest
    assert any(reason.stories for reason in day.why)


def test_dated_pages_stay_as_they_are() -> None:
    alone, together = findings(*DATED), findings(*DATED, UNDATED, VAGUE)
    for story in ("announced", "looked-back"):
        assert published(alone, story) == published(together, story)
        days = [telling.day for telling in report(alone, story).tellings]
        assert days == [telling.day for telling in report(together, story).tellings]


def test_what_it_tells_follows_its_day() -> None:
    found = findings(*DATED, UNDATED)
    [visit] = told(found, "visit", "undated")
    [summit] = told(found, "summit", "undated")
    assert str(visit.day.day) == "2025-08-18"  # "الاثنين", from 16 August on
    assert str(summit.day.day) == "2025-08-15"  # "مساء الجمعة", back from it
    assert {key.story for key in summit.tellings} == {"announced", "looked-back", "undated"}
    [saying] = report(found, "undated").sayings
    assert str(saying.day.day) == "2025-08-16"


def test_who_held_a_role_follows_its_day() -> None:
    found = findings(*DATED, UNDATED)
    [visit] = told(found, "visit", "undated")
    assert visit.actors == ("friedrich_merz",)
    assert {saying.speaker for saying in report(found, "undated").sayings} == {"friedrich_merz"}


def test_before_it_is_dated_nobody_is_said_to_hold_the_role() -> None:
    [visit] = told(findings(UNDATED), "visit", "undated")
    assert "friedrich_merz" not in visit.actors
    assert visit.day.day is None


def test_redating_a_story_solves_its_times_and_events_for_the_window() -> None:
    read = desk(*DATED, UNDATED)
    settled = read.make().settled["undated"]
    _, story = read.reread("undated")
    again = redate(story, settled)
    assert again.published == settled
    assert [time.value for time in again.times] == ["2025-08-16", "2025-08-15TEV", "2025-08-18"]
    days = [window_of(day) for day in again.event_days]
    assert [day.day and str(day.day) for day in days] == ["2025-08-15", "2025-08-18"]
    assert redate(again, story.published) == story


def test_a_near_copy_names_what_it_is_a_copy_of() -> None:
    original: Told = ("original", "الهدنة في الجنوب\n\n" + LONG, "2025-03-18")
    twin: Told = ("twin", "سكان الجنوب ينتظرون\n\n" + LONG, None)
    day = published(findings(original, twin), "twin")
    assert str(day.likely or day.day) == "2025-03-18"
    assert ("original",) in [reason.stories for reason in day.why]


def test_a_near_copy_is_of_about_the_same_day() -> None:
    original: Told = ("original", "الهدنة في الجنوب\n\n" + LONG, "2025-03-18")
    twin: Told = ("twin", "سكان الجنوب ينتظرون\n\n" + LONG, None)
    day = published(findings(original, twin), "twin")
    assert day.earliest is not None
    assert day.latest is not None
    assert (day.latest - day.earliest).days <= 3


def test_undated_pages_alone_cannot_date_each_other() -> None:
    other: Told = ("other", UNDATED[1].replace("بعد القمة", "القمة وما بعدها"), None)
    found = findings(UNDATED, other)
    assert not found.settled
    assert all(one.published.day is None for one in found.reports)


def test_the_order_of_pages_makes_no_difference() -> None:
    read = desk(*DATED, UNDATED, VAGUE)
    expected = read.make()
    assert read.make(reversed(read.briefs)) == expected
    assert read.make(read.briefs[2:] + read.briefs[:2]) == expected


def test_the_window_of_an_undated_page_is_open_on_both_sides_where_nothing_is_said() -> None:
    wheat: Told = ("wheat", WHEAT.format(""), None)
    day = published(findings(wheat), "wheat")
    assert Window(day.earliest, day.latest) == Window()
    assert day.likely is None


CROPS = ("القمح", "الشعير", "الأرز", "الذرة", "العدس", "الحمص", "الفول", "السمسم")
TOWNS = ("نابلس", "الكرك", "صفاقس", "وهران", "أسيوط", "تعز", "البصرة", "حماة")
#: Enough stories for rare words to be known, each on a matter of its own.
CROWD: list[Told] = [
    (
        f"crowd-{crop}-{town}",
        f"أخبار المواسم\n\nقال مزارعون في {town} إن محصول {crop} وفير هذا الموسم.\n",
        f"2025-03-{1 + (at * 8 + number) % 28:02}",
    )
    for at, crop in enumerate(CROPS)
    for number, town in enumerate(TOWNS)
]


def test_stories_on_one_matter_are_of_about_one_day() -> None:
    fire: Told = (
        "fire",
        "حريق المصفاة\n\nاندلع حريق ضخم في مصفاة الميناء بعد انفجار أنبوب، وهرعت سيارات الإطفاء.\n",
        "2025-03-11",
    )
    blaze: Told = (
        "blaze",
        "إخماد النيران\n\nأخمدت فرق الإطفاء حريق مصفاة الميناء الذي سببه انفجار أنبوب للنفط.\n",
        None,
    )
    day = published(findings(*CROWD, fire, blaze), "blaze")
    assert str(day.likely or day.day) == "2025-03-11"
    [reason] = [reason for reason in day.why if reason.stories]
    assert "fire" in reason.stories


def test_copies_of_one_text_count_once() -> None:
    quake = "زلزال\n\nضرب زلزال عنيف سواحل الجزيرة وهدم الفنادق القديمة وفر السياح إلى التلال.\n"
    twins: list[Told] = [(f"twin-{n}", quake + LONG, "2025-03-20") for n in range(9)]
    closer: Told = (
        "closer",
        "بعد الزلزال\n\nعاد السياح إلى فنادق الجزيرة بعد أيام من العاصفة التي ضربت موانئها.\n",
        "2025-03-05",
    )
    again: Told = (
        "again",
        "السياح يعودون\n\nعاد السياح إلى فنادق الجزيرة وقد ضرب زلزال عنيف سواحلها وتلالها.\n",
        None,
    )
    for dated, expected in ((twins, "2025-03-20"), ([*twins, closer], "2025-03-05")):
        day = published(findings(*CROWD, *dated, again), "again")
        assert str(day.likely or day.day) == expected
