"""Demonyms: روسي, الروسية, روس, الأميركيين, and the country each is of."""

from dataclasses import dataclass
from functools import cache

from waqai.arabic.tokens import Tokens
from waqai.mentions.names.tables import countries, items


@dataclass(frozen=True, slots=True)
class Demonym:
    """Tokens up to `end` that say a country; `plural` for peoples, `definite` with the article."""

    end: int
    country: str
    plural: bool
    definite: bool


_Form = tuple[tuple[str, ...], str, bool, bool]


@cache
def demonyms() -> dict[str, list[_Form]]:
    """The demonyms by their first word, with and without article."""
    table: dict[str, list[_Form]] = {}
    names = {n for _, f in countries() for n in (f["name_ar"], *items(f["names_ar"]))}
    for cells, folded in countries():
        common = frozenset(items(folded.get("common", "")))
        singular = [folded.get("demonym_m", ""), folded.get("demonym_f", "")]
        variants = items(folded.get("demonym_variants", ""))
        plural = items(folded.get("demonym_pl", ""))
        object_form = folded.get("demonym_m", "") + "ا"  # "قتل 15 يمنيا"
        if object_form.endswith("يا") and object_form not in names:
            variants = [*variants, object_form]
        for form in (*singular, *variants, *plural):
            many = form in plural or (form in variants and form.endswith(("ون", "ين")))
            if form:
                _add(table, form.split(), cells["iso2"], many, common)
    return table


def _add(
    table: dict[str, list[_Form]],
    words: list[str],
    country: str,
    many: bool,
    common: frozenset[str],
) -> None:
    first, rest = words[0], tuple(words[1:])
    definite = "ال" + first
    if " ".join(words) not in common:
        table.setdefault(first, []).append((rest, country, many, False))
    # "كوري شمالي": "الكوري الشمالي"; "جنوب أفريقي": "الجنوب أفريقي"
    for behind in {rest, tuple("ال" + word for word in rest)}:
        table.setdefault(definite, []).append((behind, country, many, True))


def demonym_at(words: list[str], i: int, first: str) -> Demonym | None:
    """The longest demonym at token `i`, whose first word without clitics is `first`."""
    best: Demonym | None = None
    for rest, country, plural, definite in demonyms().get(first, ()):
        end = i + 1 + len(rest)
        if (best is None or end > best.end) and tuple(words[i + 1 : end]) == rest:
            best = Demonym(end, country, plural, definite)
    return best


def definite_demonym(tokens: Tokens, i: int) -> Demonym | None:
    """The demonym with article at token `i`, without clitics."""
    if i >= len(tokens.words) or not tokens.words[i].startswith("ال"):
        return None
    return demonym_at(tokens.words, i, tokens.words[i])
