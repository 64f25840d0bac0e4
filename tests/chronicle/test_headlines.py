"""Headlines: every kind in every status reads as a sentence, and agrees with who acts."""

import itertools
import re

import pytest

from tests.chronicle.scenes import ENTITIES, happening
from waqai.chronicle.headlines import headline
from waqai.knowledge import load, tables
from waqai.mentions.names.gazetteer import gazetteer
from waqai.model.events import Status
from waqai.model.names import Entity, EntityKind

_KINDS = sorted(kind["id"] for name in tables("frames_") for kind in load(name)["kind"])
_ARABIC = re.compile(r"[؀-ۿ ،\-\"()]+")
_ENGLISH = re.compile(r"[A-Z][A-Za-z ,'\-]+")


def known(id: str) -> Entity:
    table = gazetteer()
    return table.known[table.by_id[id]].entity


_PEOPLE = ("vladimir_putin", "donald_trump", "angela_merkel", "kim_jong_un", "bashar_al_assad")
_PLACES = ("homs", "t4_airbase", "syrian_army")
_PALACE = Entity("palace", EntityKind.ORGANISATION, "البيت الأبيض", country="US")
_ALL = ENTITIES | {id: known(id) for id in _PEOPLE + _PLACES} | {"palace": _PALACE}


def told(
    kind: str,
    actors: str = "",
    recipients: str = "",
    place: str | None = None,
    status: Status = Status.HAPPENED,
) -> tuple[str, str]:
    """The headline of an event; parties are ids with a blank between."""
    one = happening(
        kind,
        status=status,
        actors=tuple(actors.split()),
        recipients=tuple(recipients.split()),
        place=place,
    )
    return headline(one, _ALL)


_CASTS = (
    ("RU", "US", "moscow"),
    ("vladimir_putin IL", "", None),
    ("", "civilians", "moscow"),
    ("", "", "sochi"),
    ("", "", None),
)


@pytest.mark.parametrize("kind", _KINDS)
def test_every_kind_gives_a_line_in_both_languages_whoever_is_known(kind: str) -> None:
    assert kind in load("headlines")["kinds"]
    for status, (actors, recipients, place) in itertools.product(Status, _CASTS):
        arabic, english = told(kind, actors, recipients, place, status)
        assert _ARABIC.fullmatch(arabic)
        assert _ENGLISH.fullmatch(english)
        assert "  " not in arabic + english
        assert arabic == arabic.strip()
        assert english == english.strip()


@pytest.mark.parametrize("kind", _KINDS)
def test_no_two_statuses_of_a_kind_read_alike(kind: str) -> None:
    lines = [told(kind, "RU", "US", "moscow", status) for status in Status]
    assert len({ar for ar, _ in lines}) == len({en for _, en in lines}) == len(Status)


def test_an_invitation_to_visit_is_told_with_where_to() -> None:
    assert told("invitation", "vladimir_putin", "donald_trump", "moscow") == (
        "بوتين يدعو ترامب إلى زيارة موسكو",
        "Putin invited Trump to visit Moscow",
    )


@pytest.mark.parametrize(
    ("actors", "arabic", "english"),
    [
        ("vladimir_putin", "بوتين يشتبك", "Putin clashed"),
        ("RU", "روسيا تشتبك", "Russia clashed"),
        ("LB", "لبنان يشتبك", "Lebanon clashed"),
        ("angela_merkel", "ميركل تشتبك", "Merkel clashed"),
        ("RU US", "روسيا والولايات المتحدة تشتبكان", "Russia and the United States clashed"),
        ("vladimir_putin FR", "بوتين وفرنسا يشتبكان", "Putin and France clashed"),
        ("RU IL FR", "روسيا وإسرائيل وفرنسا تشتبك", "Russia, Israel and France clashed"),
        ("gunmen", "مسلحون يشتبكون", "Gunmen clashed"),
    ],
)
def test_the_verb_agrees_with_who_acts(actors: str, arabic: str, english: str) -> None:
    assert told("clash", actors) == (arabic, english)


@pytest.mark.parametrize(
    ("status", "arabic", "english"),
    [
        (Status.HAPPENED, "بوتين يزور سوتشي", "Putin visited Sochi"),
        (Status.PLANNED, "بوتين سيزور سوتشي", "Putin was to visit Sochi"),
        (Status.PROPOSED, "اقتراح زيارة بوتين إلى سوتشي", "It was proposed that Putin visit Sochi"),
        (Status.CONDITIONAL, "احتمال زيارة بوتين إلى سوتشي", "Putin might visit Sochi"),
        (
            Status.CANCELLED,
            "إلغاء زيارة بوتين إلى سوتشي",
            "Plan for Putin to visit Sochi was cancelled",
        ),
        (
            Status.POSTPONED,
            "تأجيل زيارة بوتين إلى سوتشي",
            "Plan for Putin to visit Sochi was postponed",
        ),
        (Status.DENIED, "نفي زيارة بوتين إلى سوتشي", "It was denied that Putin visited Sochi"),
        (Status.FAILED, "فشل زيارة بوتين إلى سوتشي", "Putin failed to visit Sochi"),
    ],
)
def test_the_status_gives_the_tense(status: Status, arabic: str, english: str) -> None:
    assert told("visit", "vladimir_putin", "", "sochi", status) == (arabic, english)


def test_without_an_actor_it_is_told_what_was_done() -> None:
    assert told("arrest", "", "civilians", "moscow") == (
        "اعتقال مدنيين في موسكو",
        "Civilians were arrested in Moscow",
    )
    assert told("air-strike", "", "civilians") == (
        "غارة جوية على مدنيين",
        "Air strike on civilians",
    )


def test_who_is_not_known_is_left_out_where_it_can_be_told_without() -> None:
    assert told("sanctions", "RU") == ("روسيا تفرض عقوبات", "Russia imposed sanctions")
    assert told("arrest", "RU") == ("روسيا تنفذ اعتقالات", "Russia made arrests")
    assert told("meeting", "RU") == ("روسيا تعقد لقاء", "Russia held a meeting")


def test_who_must_be_there_and_is_not_known_is_said_not_to_be_named() -> None:
    assert told("disarmament", "RU") == (
        "روسيا تنزع سلاح جهة لم تسم",
        "Russia disarmed a party not named",
    )


def test_what_is_shelled_is_who_bears_it_or_else_the_place() -> None:
    assert told("shelling", "RU", "gunmen", "sochi") == (
        "روسيا تقصف مسلحين في سوتشي",
        "Russia shelled gunmen in Sochi",
    )
    assert told("shelling", "RU", "", "sochi") == ("روسيا تقصف سوتشي", "Russia shelled Sochi")


def test_an_army_is_not_said_to_act_upon_its_own_country() -> None:
    assert told("shelling", "syrian_army", "SY", "homs")[0] == "الجيش السوري يقصف حمص"


def test_a_visit_is_to_the_country_rather_than_to_its_head() -> None:
    assert told("visit", "donald_trump", "RU vladimir_putin", "RU") == (
        "ترامب يزور روسيا",
        "Trump visited Russia",
    )


def test_a_palace_and_an_air_base_are_where_something_is_at() -> None:
    meeting = told("meeting", "donald_trump", "vladimir_putin", "palace")
    assert meeting == (
        "ترامب وبوتين يعقدان لقاء في البيت الأبيض",
        "Trump and Putin met at the White House",
    )
    assert told("call", "palace", "RU")[1] == "The White House and Russia spoke by phone"
    assert told("attack", "", "gunmen", "t4_airbase")[1].endswith(" at T4 airbase")


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("وزارة الخارجية الكويتية", "Kuwait's Foreign Ministry resigned"),
        ("وزارة الخارجية", "The Foreign Ministry resigned"),
        ("القوات المسلحة الأمريكية", "The United States' armed forces resigned"),
        ("هيئة الميناء", "Haia al-Mina resigned"),
    ],
)
def test_a_body_that_each_country_has_is_called_by_what_it_is(name: str, english: str) -> None:
    body = Entity("body", EntityKind.ORGANISATION, name, "Haia al-Mina", transliterated=True)
    one = happening("resignation", actors=("body",))
    assert headline(one, {"body": body})[1] == english


def test_what_is_recognised_may_be_a_place() -> None:
    assert told("recognition", "US", "", "sochi") == (
        "الولايات المتحدة تعترف بسوتشي",
        "The United States recognised Sochi",
    )


def test_a_body_listed_with_its_country_is_called_that_countrys() -> None:
    name = "Ministry of Foreign Affairs (Russia)"
    body = Entity("ministry", EntityKind.ORGANISATION, "الخارجية الروسية", name, country="RU")
    one = happening("resignation", actors=("ministry",))
    english = headline(one, {"ministry": body})[1]
    assert english == "Russia's Ministry of Foreign Affairs resigned"


def test_a_king_is_not_called_by_his_father() -> None:
    king = Entity(
        "king",
        EntityKind.PERSON,
        "سلمان بن عبد العزيز",
        "Salman bin Abdulaziz",
        ("عبد العزيز",),
    )
    line = headline(happening("resignation", actors=("king",)), {"king": king})
    assert line == ("سلمان بن عبد العزيز يستقيل", "Salman bin Abdulaziz resigned")


def test_an_arrest_of_people_not_known_is_told_with_its_place() -> None:
    assert told("arrest", "", "", "moscow")[0] == "اعتقال في موسكو"
    assert told("killing", "", "", "moscow")[0] == "مقتل أشخاص في موسكو"


def test_the_adjectives_of_a_group_stand_in_its_case() -> None:
    people = Entity("people", EntityKind.GROUP, "الكوريين الشماليين", country="KP")
    assert headline(happening("resignation", actors=("people",)), {"people": people})[0] == (
        "الكوريون الشماليون يستقيلون"
    )


def test_a_host_receives_and_a_visitor_is_received() -> None:
    assert told("reception", "donald_trump", "vladimir_putin", "moscow") == (
        "بوتين يستقبل ترامب في موسكو",
        "Putin received Trump in Moscow",
    )


def test_the_well_known_are_called_by_their_surname_and_others_by_their_name() -> None:
    assert told("resignation", "bashar_al_assad") == ("الأسد يستقيل", "Assad resigned")
    assert told("resignation", "kim_jong_un") == ("كيم جونغ أون يستقيل", "Kim Jong-un resigned")
    assert told("resignation", "person:hoda") == ("هدى الساحلي يستقيل", "Hoda al-Sahli resigned")


def test_two_of_one_surname_are_called_by_their_names() -> None:
    arabic, english = told("meeting", "envoy aide")
    assert arabic == "سعيد البحري وليلى البحري يعقدان لقاء"
    assert english == "Said al-Bahri and Layla al-Bahri met"


def test_of_many_parties_the_first_are_named() -> None:
    arabic, english = told("summit", "RU US FR IL SY")
    assert arabic == "روسيا والولايات المتحدة وفرنسا وغيرها تعقد قمة"
    assert english == "Russia, the United States, France and others held a summit"


def test_a_party_among_actors_and_recipients_is_named_once() -> None:
    assert told("talks", "RU US", "US") == told("talks", "RU US")


def test_the_article_joins_the_preposition_before_it() -> None:
    assert told("apology", "RU", "US")[0] == "روسيا تعتذر للولايات المتحدة"


def test_what_is_denied_twice_is_not_said_with_one_word_twice() -> None:
    assert told("cancel-visit", "RU", "US", None, Status.CANCELLED)[0] == (
        "العدول عن إلغاء روسيا زيارة أو لقاء مع الولايات المتحدة"
    )


def test_of_a_country_and_its_own_the_nearer_is_named() -> None:
    assert told("attack", "RU vladimir_putin", "SY") == told("attack", "vladimir_putin", "SY")
    assert told("attack", "RU vladimir_putin envoy", "SY") == told("attack", "RU", "SY")


def test_a_group_without_a_name_is_said_in_its_case() -> None:
    assert told("arrest", "gunmen", "civilians")[0] == "مسلحون يعتقلون مدنيين"
    assert told("arrest", "civilians", "gunmen")[0] == "مدنيون يعتقلون مسلحين"
