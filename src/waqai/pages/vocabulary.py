"""What a line of furniture says: the groups of `knowledge/pages.toml`, ready to be compared."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from waqai.knowledge import load
from waqai.model.story import ResidueKind
from waqai.pages.lines import Word, first_word, words

#: A line with more words than this is never a heap of buttons or menu entries.
_BAG_WORDS = 24
#: Words of a line that begins with an editor's office.
_SHORT_WORDS = 7
_FLAGS = ("closes", "short", "edges", "ends", "titles")
#: Signs that part a label from what it names.
_SIGNS = ":-–—ـ./|،؛,;»›…\\"


@dataclass(frozen=True, slots=True)
class Group:
    """One group of furniture; see the head of `pages.toml` for what `how` means."""

    name: str
    kind: ResidueKind
    how: str
    closes: bool  # what stands below belongs to no story, unless another begins
    short: bool
    edges: bool  # furniture above and below stories, a subheading inside one
    ends: bool  # it ends a story: "اقرأ المزيد"
    titles: bool  # with words behind it the line may be a title: "فيديو: …"


@dataclass(frozen=True, slots=True)
class Label:
    """A line found to be furniture. `end` is the offset behind the label's last word."""

    group: Group
    end: int
    alone: bool  # nothing but signs and numbers behind it


class Vocabulary:
    """The groups, looked up by first word (phrases) or by all words (bags)."""

    __slots__ = ("_bagged", "_bags", "_last", "_phrases")

    def __init__(self, rows: list[dict[str, Any]]) -> None:
        self._phrases: dict[str, list[tuple[tuple[str, ...], Group]]] = {}
        self._last: dict[str, list[tuple[tuple[str, ...], Group]]] = {}
        self._bags: list[tuple[frozenset[str], frozenset[str], Group]] = []
        for row in rows:
            flags = (bool(row.get(flag)) for flag in _FLAGS)
            group = Group(row["name"], ResidueKind(row["kind"]), row["how"], *flags)
            phrases = [folded(phrase) for phrase in row["says"]]
            if group.how == "words":
                main = frozenset(word for phrase in phrases for word in phrase)
                linking = frozenset(w for phrase in row.get("with", ()) for w in folded(phrase))
                self._bags.append((main, main | linking, group))
                continue
            for phrase in phrases:
                self._phrases.setdefault(phrase[0], []).append((phrase, group))
                if row.get("glued"):
                    self._last.setdefault(phrase[-1], []).append((phrase, group))
        self._bagged = frozenset(word for _, every, _ in self._bags for word in every)
        for found in self._phrases.values():
            found.sort(key=lambda row: -len(row[0]))
        for tails in self._last.values():
            tails.sort(key=lambda row: -len(row[0]))

    def opens(self, first: str) -> bool:
        """Whether a phrase of any group begins with the word `first`."""
        return first in self._phrases

    def bagged(self, word: str) -> bool:
        """Whether `word` is one of any bag's."""
        return word in self._bagged

    def label(self, text: str, line: list[Word], end: int) -> Label | None:
        """The phrase that begins the line made of the words `line` and ending at `end`."""
        spoken = [word for word in line if not word.form.isdigit()]
        if not spoken:
            return None
        for phrase, group in self._phrases.get(spoken[0].form, ()):
            stop = len(phrase)
            if tuple(word.form for word in spoken[:stop]) != phrase:
                continue
            behind = spoken[stop - 1].end
            alone = stop == len(spoken)
            if alone or self._goes_on(text, behind, end, group, len(line)):
                return Label(group, behind, alone)
        return None

    @staticmethod
    def _goes_on(text: str, behind: int, end: int, group: Group, count: int) -> bool:
        if group.how == "line" or (group.short and count > _SHORT_WORDS):
            return False
        if group.how == "opens":
            return True
        rest = text[behind:end].lstrip()
        # a dash inside a word pair or a full stop far off is no sign of a label
        return bool(rest) and rest[0] in _SIGNS and not rest[:2].isalpha()

    def bag(self, line: list[Word]) -> Group | None:
        """The group that holds every word of `line`, numbers apart."""
        if not 0 < len(line) <= _BAG_WORDS:
            return None
        spoken = [word.form for word in line if not word.form.isdigit()]
        for main, every, group in self._bags:
            if spoken and every.issuperset(spoken) and not main.isdisjoint(spoken):
                return group
        return None

    def glued(self, line: list[Word]) -> tuple[int, Group] | None:
        """A label that a crawler glued to the end of the words `line`, and where it begins."""
        if not line:
            return None
        for phrase, group in self._last.get(line[-1].form, ()):
            start = len(line) - len(phrase)
            if start > 0 and tuple(word.form for word in line[start:]) == phrase:
                return line[start].start, group
        return None

    def may_be_glued(self, last: str) -> bool:
        """Whether a label that crawlers glue to paragraphs ends in the word `last`."""
        return last in self._last


def folded(phrase: str) -> tuple[str, ...]:
    """The words of `phrase` in the form in which they are compared."""
    return tuple(word.form for word in words(phrase, 0, len(phrase)))


class Phrases:
    """A set of phrases, found at a word of a line."""

    __slots__ = ("_rows",)

    def __init__(self, says: list[str]) -> None:
        self._rows: dict[str, list[tuple[str, ...]]] = {}
        for phrase in map(folded, says):
            if phrase:
                self._rows.setdefault(phrase[0], []).append(phrase)
        for rows in self._rows.values():
            rows.sort(key=lambda phrase: -len(phrase))

    def at(self, line: list[Word], i: int) -> int:
        """How many words the longest phrase at word `i` has; 0 when there is none."""
        if i < len(line):
            for phrase in self._rows.get(line[i].form, ()):
                if tuple(word.form for word in line[i : i + len(phrase)]) == phrase:
                    return len(phrase)
        return 0

    def opens(self, text: str, start: int, end: int) -> int:
        """How many words the phrase that begins `text[start:end]` has; 0 when there is none."""
        if first_word(text, start, end) not in self._rows:
            return 0
        return self.at(words(text, start, min(end, start + 80)), 0)


@cache
def vocabulary() -> Vocabulary:
    """The groups of furniture."""
    return Vocabulary(load("pages")["group"])


@cache
def phrases(table: str, key: str = "says") -> Phrases:
    """The phrases of `pages.toml`'s `[table]` under `key`."""
    return Phrases(load("pages")[table][key])
