"""Entities across stories: what is joined, what stays apart, and what people judge."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waqai.model.chronicle import Judgement, Verdict
from waqai.model.names import Entity, EntityKind
from waqai.resolve.entities import asked_keys, bearer, scene_of, told, unify, who_is

Story = tuple[str, tuple[Entity, ...]]


def person(name: str, country: str | None = None) -> Entity:
    key = "_".join(name.split())
    return Entity(f"person:{key}", EntityKind.PERSON, name, None, (name,), country)


def body(name: str) -> Entity:
    return Entity(f"organisation:{name}", EntityKind.ORGANISATION, name, None, (name,))


def group(name: str) -> Entity:
    return Entity(f"group:{name}", EntityKind.GROUP, name, None, (name,))


def known(id: str, kind: EntityKind = EntityKind.PERSON, country: str | None = None) -> Entity:
    return Entity(id, kind, id, country=country)


def ids(first: Entity, second: Entity) -> tuple[str, str]:
    """Who two entities of two stories are."""
    registry = unify([("a.0", [first]), ("b.0", [second])])
    return registry.of("a.0", 0), registry.of("b.0", 0)


SPELLINGS = [
    ("سيرغي سكريبال", "سيرجي سكريبل"),
    ("ستورمي دانييلز", "ستورمي دانيلز"),
    ("جيسون غوردينبلات", "جيسون جوردنبلات"),
    ("عبد الرحمن النعيمي", "عبدالرحمن النعيمي"),
    ("فادي أبو سمرون", "فادي ابوسمرون"),
    ("راشد بن علي المسلماني", "راشد علي المسلماني"),
    ("الشيخ راشد المسلماني", "راشد المسلماني"),
    ("منى الجيلاوية", "مني الجيلاويه"),
]


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_spellings_of_a_name_are_one_person(one: str, other: str) -> None:
    first, second = ids(person(one), person(other))
    assert first == second


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("سالم الكروان", "سليم الكروان"),
        ("محمد الكروان", "محمود الكروان"),
        ("جمال الكروان", "كمال الكروان"),
        ("حسن الكروان", "حسين الكروان"),
    ],
)
def test_first_names_that_differ_by_a_vowel_are_two_people(one: str, other: str) -> None:
    first, second = ids(person(one), person(other))
    assert first != second


def test_an_unlisted_spelling_of_a_listed_person_is_that_person() -> None:
    assert ids(person("دونالد ترمب"), person("أنغيلا ميركيل")) == ("donald_trump", "angela_merkel")


def test_a_namesake_of_another_country_is_not_the_listed_person() -> None:
    assert ids(person("دونالد ترمب", "GB"), person("دونالد ترمب"))[0] != "donald_trump"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (body("وزارة الخارجية النمساوية"), body("الخارجية النمساوية")),
        (body("الشرطة الأميركية"), group("الشرطة الأمريكية")),
        (group("القادة الأوروبيون"), group("القادة الأوربيون")),
    ],
)
def test_bodies_and_lasting_groups_are_one_in_every_story(one: Entity, other: Entity) -> None:
    first, second = ids(one, other)
    assert first == second


@pytest.mark.parametrize("name", ["مسؤولون", "أشخاص آخرون", "عشرات الآلاف", "مصدران", "المصابون"])
def test_those_who_have_no_name_are_others_in_each_story(name: str) -> None:
    first, second = ids(group(name), group(name))
    assert first != second


def test_a_body_without_its_country_is_that_of_the_country_the_story_is_set_in() -> None:
    setting = [known(code, EntityKind.PLACE, "AT") for code in ("vienna", "graz", "linz")]
    registry = unify(
        [
            ("a.0", [body("المحكمة العليا"), *setting]),
            ("b.0", [body("المحكمة العليا النمساوية")]),
            ("c.0", [body("المحكمة العليا")]),
        ]
    )
    assert registry.of("a.0", 0) == registry.of("b.0", 0) != registry.of("c.0", 0)


def test_a_shorter_name_of_a_body_is_the_full_one_of_its_story() -> None:
    registry = unify([("a.0", [group("الشرطة"), body("الشرطة النمساوية")])])
    assert registry.of("a.0", 0) == registry.of("a.0", 1)


COMPANY = (known("donald_trump"), known("angela_merkel"), known("united_nations"))


def test_a_family_name_alone_is_the_one_who_bears_it_in_a_story_near() -> None:
    registry = unify(
        [
            ("a.0", [person("يوهان فايسنكلر"), *COMPANY]),
            ("b.0", [person("فايسنكلر"), *COMPANY]),
            ("c.0", [person("فايسنكلر")]),
        ]
    )
    assert registry.of("b.0", 0) == registry.of("a.0", 0) != registry.of("c.0", 0)


def test_a_family_name_alone_that_two_bear_is_neither() -> None:
    registry = unify(
        [
            ("a.0", [person("يوهان فايسنكلر"), *COMPANY]),
            ("b.0", [person("بيرغيت فايسنكلر"), *COMPANY]),
            ("c.0", [person("فايسنكلر"), *COMPANY]),
        ]
    )
    assert registry.of("c.0", 0).endswith("#c.0")


def test_a_first_name_alone_is_nobody_of_another_story() -> None:
    registry = unify(
        [
            ("a.0", [person("خديجة المسلماني"), *COMPANY]),
            ("b.0", [person("خديجة"), *COMPANY]),
        ]
    )
    assert registry.of("b.0", 0) != registry.of("a.0", 0)


def test_two_of_one_name_and_two_countries_are_two() -> None:
    registry = unify(
        [
            ("a.0", [person("يوهان فايسنكلر", "AT"), known("sebastian_kurz"), known("un")]),
            ("b.0", [person("يوهان فايسنكلر", "CL"), known("gabriel_boric")]),
            ("c.0", [person("يوهان فايسنكلر"), known("sebastian_kurz"), known("un")]),
        ]
    )
    assert registry.of("a.0", 0) == registry.of("c.0", 0) != registry.of("b.0", 0)


def test_two_countries_in_one_company_are_one_person() -> None:
    registry = unify(
        [
            ("a.0", [person("يوهان فايسنكلر", "AT"), *COMPANY]),
            ("b.0", [person("يوهان فايسنكلر", "DE"), *COMPANY]),
        ]
    )
    assert registry.of("a.0", 0) == registry.of("b.0", 0)


def test_a_record_gathers_every_spelling_and_the_country() -> None:
    registry = unify(
        [
            ("a.0", [person("سيرغي سكريبال", "RU")]),
            ("b.0", [person("سيرغي سكريبال")]),
            ("c.0", [person("سيرجي سكريبل")]),
        ]
    )
    [record] = registry.entities.values()
    assert record.name == "سيرغي سكريبال"
    assert set(record.aliases) == {"سيرغي سكريبال", "سيرجي سكريبل"}
    assert record.country == "RU"


def test_the_role_of_a_listed_person_is_no_name_of_hers() -> None:
    merkel = Entity("angela_merkel", EntityKind.PERSON, "أنغيلا ميركل", None, ("المستشارة",), "DE")
    record = unify([("a.0", [merkel])]).entities["angela_merkel"]
    assert "المستشارة" not in record.aliases
    assert record.name_en == "Angela Merkel"


def test_an_id_stays_when_more_stories_come() -> None:
    before = unify([("b.0", [person("سيرجي سكريبل")])])
    after = unify([("a.0", [person("سيرغي سكريبال", "RU")]), ("b.0", [person("سيرجي سكريبل")])])
    assert before.of("b.0", 0) == after.of("b.0", 0)


def judgement(one: str, other: str, verdict: Verdict) -> Judgement:
    return Judgement(min(one, other), max(one, other), verdict)


def same(one: str, other: str) -> Judgement:
    return judgement(one, other, Verdict.SAME)


def different(one: str, other: str) -> Judgement:
    return judgement(one, other, Verdict.DIFFERENT)


THREE: list[Story] = [
    ("a.0", (person("يوهان فايسنكلر"),)),
    ("b.0", (person("بيرغيت شتاينغروب"),)),
    ("c.0", (person("ألويس كالتنبرونر"),)),
]
A, B, C = (unify(THREE).of(story, 0) for story, _ in THREE)


def judged(*judgements: Judgement, stories: list[Story] = THREE) -> list[str]:
    registry = unify(stories, judgements)
    assert set(registry.entities) == {registry.of(story, 0) for story, _ in stories}
    return [registry.of(story, 0) for story, _ in stories]


def test_judged_the_same_are_one_and_leaving_it_out_undoes_it() -> None:
    first, second, third = judged(same(A, B))
    assert first == second != third
    assert judged() == [A, B, C]


def test_sameness_goes_on_from_one_to_the_next() -> None:
    assert len(set(judged(same(A, B), same(B, C)))) == 1


def test_judged_different_beats_sameness_that_is_inferred() -> None:
    first, _, third = judged(same(A, B), same(B, C), different(A, C))
    assert first != third


def test_of_two_contrary_judgements_of_one_pair_the_difference_stands() -> None:
    first, second, _ = judged(same(A, B), different(A, B))
    assert first != second


def test_one_story_may_be_judged_to_mean_another_of_that_name() -> None:
    stories: list[Story] = [(story, THREE[0][1]) for story in ("a.0", "b.0", "c.0")]
    first, second, third = judged(different(A, f"{A}#b.0"), stories=stories)
    assert first == third == A
    assert second == f"{A}#b.0"


def test_one_story_may_be_judged_to_mean_someone_else() -> None:
    stories: list[Story] = [("d.0", THREE[0][1]), *THREE]
    judgements = (different(A, f"{A}#d.0"), same(f"{A}#d.0", B))
    assert judged(*judgements, stories=stories) == [B, A, B, C]


def test_a_judgement_of_the_same_takes_all_stories_with_it() -> None:
    stories: list[Story] = [("d.0", THREE[0][1]), *THREE]
    ids = judged(same(f"{A}#d.0", B), stories=stories)
    assert ids[0] == ids[1] == ids[2]


def test_a_listed_person_gives_the_id_of_those_judged_the_same() -> None:
    registry = unify([*THREE, ("d.0", [known("angela_merkel")])], [same(A, "angela_merkel")])
    assert registry.of("a.0", 0) == "angela_merkel"


CAST = (
    [person(name) for pair in SPELLINGS for name in pair]
    + [person("يوهان فايسنكلر", country) for country in (None, "AT", "DE", "CL")]
    + [person("فايسنكلر"), person("سكريبال"), group("مسؤولون"), group("الشرطة")]
    + [body("المحكمة العليا"), body("الشرطة النمساوية"), known("vienna", EntityKind.PLACE, "AT")]
    + list(COMPANY)
)
STORIES = st.lists(
    st.lists(st.sampled_from(CAST), max_size=6, unique_by=lambda entity: entity.id), max_size=8
).map(lambda casts: [(f"{number:02}.0", tuple(cast)) for number, cast in enumerate(casts)])


@settings(deadline=None)  # the knowledge is read in the first example
@given(STORIES, st.data())
def test_order_makes_no_difference(stories: list[Story], data: st.DataObject) -> None:
    registry = unify(stories)
    found = sorted(registry.entities)
    names = st.sampled_from(found or ["nobody"])
    verdicts = st.sampled_from(list(Verdict))
    judgements = [
        judgement(first, second, verdict)
        for first, second, verdict in data.draw(st.lists(st.tuples(names, names, verdicts)))
        if first != second
    ]
    shuffled = unify(data.draw(st.permutations(stories)), data.draw(st.permutations(judgements)))
    assert shuffled == unify(stories, judgements)


def _asked(story: Story) -> frozenset[str]:
    return asked_keys(scene_of(*story))


def _told(story: Story) -> frozenset[str]:
    return frozenset(one.key for one in told(scene_of(*story)))


@settings(deadline=None)
@given(STORIES)
def test_who_a_story_names_is_known_from_what_others_tell_under_the_keys_that_it_asks(
    stories: list[Story],
) -> None:
    whole = unify(stories)
    scenes = [scene_of(*story) for story in stories]
    for story, scene in zip(stories, scenes, strict=True):
        asked = _asked(story)
        heard = [
            bearer(one, other.company)
            for other in scenes
            for one in told(other)
            if one.key in asked
        ]
        assert who_is([scene], heard)[0] == {story[0]: whole.ids[story[0]]}


@settings(deadline=None)
@given(STORIES)
def test_a_new_story_changes_none_but_those_that_ask_what_it_tells(stories: list[Story]) -> None:
    for new in stories:
        before = unify([story for story in stories if story is not new])
        after = unify(stories)
        for story in stories:
            if story is not new and _asked(story).isdisjoint(_told(new)):
                assert before.ids[story[0]] == after.ids[story[0]]
