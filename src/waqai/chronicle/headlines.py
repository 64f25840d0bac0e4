"""One line for a happening, in Arabic and in English, from its slots alone.

Templates and words are in `headlines.toml`; a kind without one is told by its label.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from waqai.chronicle.naming import Party, listed_ar, listed_en, named, table
from waqai.extract.statements.morphology import present
from waqai.knowledge import load, tables
from waqai.model.chronicle import Happening
from waqai.model.events import Status
from waqai.model.names import Entity

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_GAP = re.compile(r"\{(\w)\}")


@dataclass(frozen=True, slots=True)
class _Scene:
    """Who acts, upon whom and where; of an act without direction the actors are everybody."""

    kind: str
    status: Status
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: Party | None
    mutual: bool

    def parties(self, gap: str) -> tuple[Party, ...]:
        """Whom a gap of a template stands for."""
        place = () if self.place is None else (self.place,)
        return {
            "a": self.actors,
            "r": self.recipients,
            "p": place,
            "d": place or self.recipients,
            "t": self.recipients or place,
        }[gap]

    @property
    def template(self) -> dict[str, Any]:
        """How its kind is told; with what it is called alone, when nobody is known to bear it."""
        row = _row(self.kind)
        named = self.recipients or (self.mutual and len(self.actors) > 1)
        return row if named or "alone" not in row else {**row, **row["alone"]}


def headline(happening: Happening, entities: Mapping[str, Entity]) -> tuple[str, str]:
    """The headline of `happening` in Arabic and in English; never empty.

    The well-known are called by their surname. A party that is not known is left out where the
    sentence stands without it, and said not to be named where it does not.
    """
    scene = _scene(happening, entities)
    return _arabic(scene), _english(scene)


def _scene(happening: Happening, entities: Mapping[str, Entity]) -> _Scene:
    row, mutual = _row(happening.kind), _kinds().get(happening.kind, {}).get("mutual", False)
    actors, recipients = happening.actors, happening.recipients
    if row.get("swap", False):
        actors, recipients, mutual = recipients, actors, False
    if mutual:
        actors, recipients = actors + recipients, ()
    recipients = tuple(party for party in recipients if party not in actors)
    if not mutual:
        recipients = _without_home(actors, recipients, entities)
    goes_there = "{d}" in row["ar"]  # a visit to France is one to its president
    there = happening.place if goes_there or happening.place not in {*actors, *recipients} else None
    where = named((there,) if there else (), entities)
    return _Scene(
        happening.kind,
        happening.status,
        named(actors, entities),
        named(recipients, entities),
        where[0] if where else None,
        mutual,
    )


def _without_home(
    actors: Sequence[str], recipients: Sequence[str], entities: Mapping[str, Entity]
) -> tuple[str, ...]:
    """The recipients without the country whose own army or people act: it is where they act."""
    home = {entities[id].country for id in actors if id in entities}
    return tuple(id for id in recipients if id not in home)


def _arabic(scene: _Scene) -> str:
    row, words = scene.template, table()["parties"]
    future = scene.status is Status.PLANNED
    if scene.actors and scene.status in {Status.HAPPENED, Status.PLANNED}:
        verb = re.match(r"\w+", row["ar"])
        assert verb is not None, row["ar"]
        agreed = ("س" if future else "") + _agreeing(verb[0], scene.actors)
        who = listed_ar(scene.actors, oblique=False)
        clause = f"{who} {agreed}{_filled(row['ar'][verb.end() :], scene, _ar_gap)}"
        return _with_place(clause, row["ar"], scene, words["in_ar"])
    noun = _filled(row["noun"], scene, _ar_gap).replace("~", "ا" if scene.actors else "")
    if scene.mutual and scene.actors:
        many = len(scene.actors) > 1
        who = listed_ar(scene.actors, oblique=True)
        noun = f"{noun} {words['among']} {who}" if many else _joined(f"{noun} ل{who}")
    if scene.status is not Status.HAPPENED:
        said = table()["statuses"][scene.status.value]
        same = said["ar"].split(" ")[0] == noun.split(" ")[0]
        noun = said["other" if same else "ar"].format(n=noun)
    return _with_place(noun, row["noun"], scene, words["in_ar"])


def _english(scene: _Scene) -> str:
    template = scene.template["en"]
    if scene.mutual:
        template = _OPTIONAL.sub("", template)
        if len(scene.actors) > 1:
            template = template.replace(" {r}", "")
    if scene.actors:
        verb = _with_place(_filled(template, scene, _en_gap), template, scene)
        text = _act(scene.status, scene.actors, verb, _in_past(verb))
    else:
        text = _without_actor(scene, template)
    return text[:1].upper() + text[1:]


def _without_actor(scene: _Scene, template: str) -> str:
    """A passive where the verb has its object beside it, else a noun phrase."""
    thing = scene.template.get("thing")
    if thing is not None:
        filled = _filled(thing, scene, _en_gap)
        return _of_thing(scene.status, _with_place(filled, thing, scene))
    verb, _, rest = template.partition(" ")
    gap = _GAP.match(rest)
    parties = scene.parties(gap[1]) if gap else ()
    if gap is not None and parties:
        done = _participle(verb) + _filled(rest[gap.end() :], scene, _en_gap)
        return _passive(scene.status, parties, _with_place(done, template, scene))
    noun = _kinds().get(scene.kind, {}).get("en", scene.kind)
    if scene.recipients and (gap := _GAP.search(template)) is not None and gap[1] == "r":
        english = table()["english"]
        before = template[: gap.start()].replace("[", " ").split()[-1]
        link = before if before in english["prepositions"] else english["involving"]
        noun = f"{noun} {link} {listed_en(scene.recipients)}"
    return _of_thing(scene.status, _with_place(noun, "", scene))


def _act(status: Status, parties: Sequence[Party], verb: str, past: str) -> str:
    """What `parties` did, or were to do: the verb's base and its past, with all behind them."""
    who = listed_en(parties)
    if status is Status.HAPPENED:
        return f"{who} {past}"
    template: str = table()["statuses"][status.value]["act"]
    return template.format(s=who, v=verb, past=past, be=_was(parties))


def _passive(status: Status, parties: Sequence[Party], done: str) -> str:
    """What was done to `parties`, or was to be."""
    template = table()["statuses"].get(status.value, {}).get("passive")
    if template is not None:
        return str(template.format(s=listed_en(parties), be=_was(parties), done=done))
    return _act(status, parties, f"be {done}", f"{_was(parties)} {done}")


def _was(parties: Sequence[Party]) -> str:
    return "were" if len(parties) > 1 or parties[0].several else "was"


def _of_thing(status: Status, noun: str) -> str:
    if status is Status.HAPPENED:
        return noun
    template: str = table()["statuses"][status.value]["thing"]
    return template.format(n=noun)


def _filled(template: str, scene: _Scene, fill: Callable[[_Scene, str], str]) -> str:
    """`template` without the options whose parties are not known, its gaps filled."""

    def option(match: re.Match[str]) -> str:
        gaps = _GAP.findall(match[1])
        return match[1] if all(scene.parties(gap) for gap in gaps) else ""

    chosen = _OPTIONAL.sub(option, template)
    return _joined(_GAP.sub(lambda gap: fill(scene, gap[1]), chosen)).rstrip()


def _ar_gap(scene: _Scene, gap: str) -> str:
    key = "place_ar" if gap in "pd" else "ar"
    return listed_ar(scene.parties(gap), oblique=True) or table()["parties"][key]


def _en_gap(scene: _Scene, gap: str) -> str:
    key = "place_en" if gap in "pd" else "en"
    return listed_en(scene.parties(gap)) or table()["parties"][key]


def _with_place(text: str, template: str, scene: _Scene, arabic: str | None = None) -> str:
    """`text` with where it was, unless the template tells; `arabic` is the Arabic preposition."""
    told = "{p}" in template or "{d}" in template or ("{t}" in template and not scene.recipients)
    if scene.place is None or told:
        return text
    if arabic is not None:
        return f"{text} {arabic} {scene.place.oblique}"
    return f"{text} {scene.place.at} {scene.place.en}"


def _joined(text: str) -> str:
    """ل and the article are written together: "ل الجيش" is "للجيش"."""
    return re.sub(r"(?<!\S)لال", "لل", text)


def _agreeing(verb: str, subject: Sequence[Party]) -> str:
    """The verb behind its subject: of one in its gender, of two in the dual, of more in the plural.

    Things are feminine singular when they are many.
    """
    forms = [form.word for form in present(verb)]
    singular, feminine, plural, _, dual, dual_f, _ = forms
    people = any(party.human for party in subject)
    women = all(party.feminine for party in subject)
    if len(subject) == 1:
        if subject[0].plural:
            return plural
        return feminine if women else singular
    if len(subject) == 2 and not any(party.plural for party in subject):
        return dual_f if women else dual
    return plural if people else feminine


def _in_past(phrase: str) -> str:
    verb, _, rest = phrase.partition(" ")
    past = table()["english"]["past"].get(verb) or _regular(verb)
    return f"{past} {rest}".strip()


def _participle(verb: str) -> str:
    english = table()["english"]
    return str(english["participle"].get(verb) or english["past"].get(verb) or _regular(verb))


def _regular(verb: str) -> str:
    """The regular past of an English verb.

    >>> _regular("accuse"), _regular("deny"), _regular("storm")
    ('accused', 'denied', 'stormed')
    """
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + "ed"


def _row(kind: str) -> dict[str, Any]:
    found: dict[str, Any] | None = table()["kinds"].get(kind)
    if found is not None:
        return found
    labels = _kinds().get(kind, {})
    return {"ar": f"يقوم ب{labels.get('ar', kind)}", "noun": labels.get("ar", kind), "en": kind}


@cache
def _kinds() -> dict[str, dict[str, Any]]:
    frames = (load(name, examples=False) for name in tables("frames_"))
    return {kind["id"]: kind for frame in frames for kind in frame["kind"]}
