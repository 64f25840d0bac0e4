"""Within a story, what refers to one entity is one entity."""

from hypothesis import given
from hypothesis import strategies as st

from waqai.arabic.tokens import tokenize
from waqai.mentions.names import find_names
from waqai.model.names import Entity, NameForm, NameMention


def _read(text: str) -> list[tuple[str, Entity, NameMention]]:
    entities, mentions = find_names(tokenize(text))
    return [(text[m.start : m.end], entities[m.entity], m) for m in mentions]


def _entity(text: str, extent: str) -> Entity:
    return next(entity for words, entity, _ in _read(text) if words == extent)


def test_a_family_name_alone_is_the_person_named_in_full() -> None:
    text = "قال الناشط سرمد الحلفاوي إنه عاد. وأضاف الحلفاوي أن الطريق آمن."
    assert _entity(text, "الحلفاوي") == _entity(text, "سرمد الحلفاوي")


def test_a_role_alone_is_the_person_who_bears_it_in_the_story() -> None:
    text = "استقبل الرئيس التشادي سرمد الحلفاوي الوفد. وشكر الرئيس التشادي ضيوفه."
    assert _entity(text, "الرئيس التشادي") == _entity(text, "سرمد الحلفاوي")


def test_a_role_that_nobody_bears_keeps_its_key_and_country() -> None:
    entity = _entity("هاتف وزير الخارجية التشادي الوفد.", "وزير الخارجية التشادي")
    assert (entity.role, entity.country) == ("foreign_minister", "TD")


def test_a_counterpart_has_the_role_last_said() -> None:
    text = "التقى وزير الدفاع التشادي نظيره المالطي."
    entity = _entity(text, "نظيره المالطي")
    assert (entity.role, entity.country) == ("defence_minister", "MT")


def test_the_latter_is_the_person_last_named() -> None:
    text = "زار سرمد الحلفاوي صديقه عدنان الجرجري، وقال إن الأخير بخير."
    assert _entity(text, "الأخير") == _entity(text, "عدنان الجرجري")


def test_a_pair_shares_its_role() -> None:
    text = "اجتمع الرئيسان التشادي سرمد الحلفاوي والمالطي عدنان الجرجري."
    found = {words: (m.role, m.country) for words, _, m in _read(text)}
    assert found == {"سرمد الحلفاوي": ("president", "TD"), "عدنان الجرجري": ("president", "MT")}


def test_the_title_is_a_span_of_its_own() -> None:
    text = "ووصل وزير الدفاع المالطي السابق عدنان الجرجري."
    (_, _, mention), *_ = _read(text)
    assert mention.title is not None
    assert text[mention.title.start : mention.title.end] == "وزير الدفاع المالطي"


def test_an_unlisted_name_is_marked_as_transliterated() -> None:
    entity = _entity("قال المدعو أحمد الجرجري كلاما.", "أحمد الجرجري")
    assert entity.transliterated
    assert entity.name_en is not None
    assert entity.name_en.startswith("Ahmed al-")


def test_demonyms_name_their_country_as_adjectives() -> None:
    (words, entity, mention), *_ = _read("الجيش المالطي")[-1:]
    assert "المالطي" in words
    assert mention.form is NameForm.DEMONYM or entity.kind == "organisation"


def test_a_surname_that_the_knowledge_gives_to_one_is_his_whoever_else_bears_it() -> None:
    text = "قالت ميلانيا ترامب إنها بخير. وذكر ترامب ذلك."
    assert _entity(text, "ترامب").id == "donald_trump"


def test_a_first_name_behind_a_title_is_not_the_only_one_listed_with_it() -> None:
    text = "قال الدكتور سعيد راتب إن الأمر انتهى."
    assert _entity(text, "سعيد راتب").id.startswith("person:")


def test_a_doubtful_short_name_is_the_one_listed_where_his_country_is_spoken_of() -> None:
    assert _entity("في بريطانيا، قال بلير إن الأمر انتهى.", "بلير").id == "tony_blair"
    assert _entity("وقال بلير إن الأمر انتهى.", "بلير").id.startswith("person:")


def test_a_club_bears_its_city_s_name_only_in_a_story_about_sports() -> None:
    match = "سجل لاعب في المباراة هدفين في مرمى برشلونة، وقال مدرب النادي إن الدوري طويل."
    assert _entity(match, "برشلونة").kind == "organisation"
    assert _entity("عقد المؤتمر في برشلونة.", "برشلونة").kind == "place"
    assert _entity(match + " وجرى اللقاء في نابولي.", "نابولي").kind == "place"


def test_a_head_tells_which_of_namesakes_is_meant() -> None:
    assert _entity("نقلت قناة الجزيرة الخبر.", "قناة الجزيرة").id != "al_jazira_club"
    assert _entity("فاز نادي الجزيرة أمس.", "نادي الجزيرة").id == "al_jazira_club"


def test_a_party_of_many_countries_is_that_of_the_story() -> None:
    text = "رفض حزب العمال القانون في {}."
    assert _entity(text.format("بريطانيا"), "حزب العمال").id == "labour_party_uk"
    assert _entity(text.format("البرازيل"), "حزب العمال").id != "labour_party_uk"


def test_a_tag_is_its_words() -> None:
    assert _entity("كتب #دونالد_ترامب رسالة.", "دونالد_ترامب").id == "donald_trump"
    assert _entity("كتب #سرمد_الحلفاوي رسالة.", "سرمد_الحلفاوي").name == "سرمد الحلفاوي"


_WORDS = st.sampled_from(
    ["الرئيس", "الروسي", "وزير", "الخارجية", "محمد", "بن", "آل", "في", "الرياض", "وبلير", "عبد",
     "الله", "مدينة", "حركة", "،", "-", "12", "نظيره", "الأخير", "\n", "للأمم", "ل", "و", "Reuters",
     "الرئيسين", "والمصري", "أبو", "صلاح", "الدين", "كيم", "د", ".", "بـ", "ـ", "_", "#", "ولد",
     "الثاني", "نادي", "برشلونة", "وقال", "الأرجنتيني", "أبي"]
)  # fmt: skip


@given(st.lists(_WORDS, max_size=14).map(" ".join))
def test_mentions_are_in_order_apart_and_index_the_entities(text: str) -> None:
    entities, mentions = find_names(tokenize(text))
    at = 0
    for mention in mentions:
        assert at <= mention.start < mention.end <= len(text)
        assert entities[mention.entity].name
        at = mention.end
    assert len({entity.id for entity in entities}) == len(entities)


@given(st.text(max_size=60))
def test_nothing_is_raised_on_any_text(text: str) -> None:
    entities, mentions = find_names(tokenize(text))
    assert all(0 <= mention.entity < len(entities) for mention in mentions)
