"""Scores the names on a corpus of tagged newswire: `python -m eval.names --shared DIR`.

The corpus (ANERcorp, the train part) gives one word a line with its tag; persons, places and
organisations are compared, exact extent in words and kind. Countries count as places; adjectives,
peoples, roles alone and what the corpus calls MISC are left out. The corpus tags no bodies that are
described and not named ("الجيش اللبناني") and leaves common nouns before a name outside it ("قطاع
غزة"): so does the comparison.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from eval.alone import score_alone
from eval.report import Report, Table

#: The corpus's kinds, and those of waqai that count as each.
KINDS = {
    "person": "PERS", "place": "LOC", "country": "LOC", "organisation": "ORG", "group": "ORG",
}  # fmt: skip

#: How many differences the gate shows of some thousands.
_SHOWN = 100

#: A name: its kind, and the words `[first, last]` of the sentence.
Name = tuple[str, int, int]


@dataclass(slots=True)
class Tally:
    """Right, expected and found names of a kind."""

    hit: int = 0
    gold: int = 0
    system: int = 0

    def rates(self) -> tuple[float, float, float]:
        """Precision, recall and F1."""
        p = self.hit / self.system if self.system else 0.0
        r = self.hit / self.gold if self.gold else 0.0
        return p, r, 2 * p * r / (p + r) if p + r else 0.0


@dataclass(slots=True)
class NameScores:
    """The tallies by kind, and every difference as (what, kind, words)."""

    kinds: dict[str, Tally] = field(default_factory=dict)
    misses: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def together(self) -> Tally:
        """All kinds in one."""
        tallies = self.kinds.values()
        return Tally(
            sum(t.hit for t in tallies),
            sum(t.gold for t in tallies),
            sum(t.system for t in tallies),
        )

    def most_common(self, count: int | None = _SHOWN) -> list[tuple[tuple[str, str, str], int]]:
        """The most frequent differences and how often each came; None for all of them."""
        return self.misses.most_common(count)

    def figures(self) -> dict[tuple[str, str, str], float]:
        """F1 by kind and together, for comparing with the floors."""
        rows = {**self.kinds, "together": self.together()}
        return {("names", kind, "f1"): tally.rates()[2] for kind, tally in rows.items()}


def sentences(path: Path) -> Iterator[tuple[list[str], list[Name]]]:
    """The sentences of the tagged corpus: their words, and the names in them."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        pairs = [line.rsplit(" ", 1) for line in block.split("\n") if " " in line]
        if pairs:
            yield [word for word, _ in pairs], _spans([tag for _, tag in pairs])


def _spans(tags: Sequence[str]) -> list[Name]:
    names: list[Name] = []
    for at, tag in enumerate(tags):
        if tag.startswith("B-"):
            names.append((tag[2:], at, at))
        elif tag.startswith("I-") and names and names[-1][2] == at - 1:
            kind, first, _ = names[-1]
            names[-1] = (kind, first, at)
    return [name for name in names if name[0] in KINDS.values()]


def read_sentences(corpus: Sequence[list[str]], size: int = 12) -> Iterator[list[Name]]:
    """The names that waqai finds in each sentence, read `size` sentences at a time as a story."""
    for at in range(0, len(corpus), size):
        yield from _read(corpus[at : at + size])


def _read(story: Sequence[list[str]]) -> list[list[Name]]:
    from waqai.arabic.tokens import tokenize
    from waqai.mentions.names import find_names
    from waqai.model.names import NameForm

    text, owner = "", {}
    for number, words in enumerate(story):
        for at, word in enumerate(words):
            owner.update(dict.fromkeys(range(len(text), len(text) + len(word)), (number, at)))
            text += word + (" " if at + 1 < len(words) else "\n")
    entities, mentions = find_names(tokenize(text))
    found: list[list[Name]] = [[] for _ in story]
    for mention in mentions:
        entity = entities[mention.entity]
        if mention.form is not NameForm.NAME or entity.id.startswith("people:"):
            continue
        (number, first), (_, last) = owner[mention.start], owner[mention.end - 1]
        words = story[number][first : last + 1]
        if KINDS[entity.kind] == "ORG" and entity.transliterated and _described(words):
            continue
        first += _head_words(words, _HEADS[KINDS[entity.kind]])
        found[number].append((KINDS[entity.kind], first, last))
    return found


#: Words that the corpus leaves outside a name: "مدينة غزة" is غزة, "قناة الجزيرة" الجزيرة.
_HEADS = {
    "PERS": frozenset[str](),
    "LOC": frozenset(
        {"قطاع", "جنوب", "شمال", "شرق", "غرب", "وسط", "مدينة", "دولة", "منطقة", "إقليم", "نهر"}
        | {"جزيرة", "مملكة", "جنوبي", "شمالي", "مطار"}
    ),
    "ORG": frozenset(
        {"حركة", "قناة", "نادي", "فريق", "صحيفة", "وكالة", "شركة", "تنظيم", "مجلة", "منظمة"}
        | {"مكتب", "قوات", "بعثة", "مجموعة"}
    ),
}


def _head_words(words: Sequence[str], heads: frozenset[str]) -> int:
    """How many of the first words are such heads; never all."""
    count = 0
    while count + 1 < len(words) and words[count] in heads:
        count += 1
    return count


def _described(words: Sequence[str]) -> bool:
    """Whether a body is described by words of the dictionary, and not named: "الجيش اللبناني"."""
    from waqai.arabic.clitics import known, proclitics
    from waqai.arabic.letters import bare

    return all(known(bare(word)[proclitics(bare(word)) :]) for word in words)


def score(path: Path) -> NameScores:
    """waqai's names in the corpus at `path` against those that it tags."""
    corpus = list(sentences(path))
    scores = NameScores({kind: Tally() for kind in ("PERS", "LOC", "ORG")})
    read = read_sentences([words for words, _ in corpus])
    for (words, gold), found in zip(corpus, read, strict=True):
        for kind, tally in scores.kinds.items():
            tally.gold += sum(k == kind for k, *_ in gold)
            tally.system += sum(k == kind for k, *_ in found)
            tally.hit += sum(k == kind for k, *_ in set(gold) & set(found))
        for what, names in (("missed", set(gold) - set(found)), ("wrong", set(found) - set(gold))):
            for kind, first, last in names:
                scores.misses[what, kind, " ".join(words[first : last + 1])] += 1
    return scores


def table(scores: NameScores) -> Table:
    """The scores by kind and together."""
    rows = []
    for kind, tally in {**scores.kinds, "together": scores.together()}.items():
        rates = [f"{rate:.4f}" for rate in tally.rates()]
        rows.append([kind, *rates, str(tally.gold), str(tally.system)])
    notes = ["exact extent in words; countries are places"]
    return Table(
        "Names (ANERcorp, train part)", ["kind", "p", "r", "f1", "gold", "system"], rows, notes
    )


def report(path: Path) -> Report:
    """The scores on the corpus at `path`, with the most frequent differences."""
    scores = score(path)
    lines = [f"{n} × {what} {kind}: {words}" for (what, kind, words), n in scores.most_common()]
    return Report([table(scores)], scores.figures(), lines)


def _scored(path: Path) -> tuple[Table, Iterator[str]]:
    scores = score(path)
    return table(scores), (f"{n}\t" + "\t".join(miss) for miss, n in scores.most_common(None))


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the scores; 0, also where the corpus is absent."""
    return score_alone(__doc__, lambda shared: shared.tagged_names, _scored, arguments)


if __name__ == "__main__":
    raise SystemExit(main())
