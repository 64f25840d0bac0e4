"""Roles as the text gives them: "وزير الخارجية الروسي", "رئيس وزراء العراق"."""

from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from waqai.arabic.tokens import Tokens
from waqai.mentions.names.demonyms import definite_demonym
from waqai.mentions.names.forms import variants
from waqai.mentions.names.gazetteer import gazetteer
from waqai.mentions.names.tables import items, rows
from waqai.model.names import EntityKind


class Whose(NamedTuple):
    """Whose a role is: a country's code, the number of what is known, and the words that say so.

    `inside` are tokens `[begin, end)`, the letters cut from the first, and what they name.
    """

    country: str | None = None
    body: int | None = None
    inside: tuple[tuple[int, int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """A role read up to token `end`; `ids` are the roles that the words may mean."""

    end: int
    ids: tuple[str, ...]
    whose: Whose


@dataclass(slots=True)
class Node:
    """The words that may follow in the forms of roles, and the roles that end here."""

    next: dict[str, "Node"] = field(default_factory=dict)
    ids: list[str] = field(default_factory=list)


@cache
def roles() -> Node:
    """All forms of all roles as a tree of words; `{d}`, `{c}`, `{o}` stand for what fills them."""
    root = Node()
    for cells, folded in rows("roles"):
        for form in items(folded["forms_ar"]):
            node = root
            for word in form.split():
                node = node.next.setdefault(word, Node())
            if cells["role_id"] not in node.ids:
                node.ids.append(cells["role_id"])
    return root


@cache
def sectors() -> dict[str, str]:
    """The sector of each role."""
    return {cells["role_id"]: cells["sector"] for cells, _ in rows("roles")}


def read_role(tokens: Tokens, i: int, first: str) -> Role | None:
    """The longest role that begins at token `i`, whose word without clitics is `first`."""
    node = roles().next.get(first)
    return None if node is None else _follow(tokens, i + 1, node, Whose())


def _follow(tokens: Tokens, i: int, node: Node, whose: Whose) -> Role | None:
    best = Role(i, tuple(node.ids), whose) if node.ids else None
    if i >= len(tokens.words):
        return best
    word = tokens.words[i]
    for key, after in node.next.items():
        found: Role | None = None
        if key == word:
            found = _follow(tokens, i + 1, after, whose)
        elif "{" in key:
            found = _fill(tokens, i, key, after, whose)
        if found is not None and (best is None or found.end > best.end):
            best = found
    return best


def _fill(tokens: Tokens, i: int, key: str, after: Node, whose: Whose) -> Role | None:
    """What stands at token `i` for the slot `key`, and the rest of the role behind it."""
    if key == "{d}":
        demonym = definite_demonym(tokens, i)
        if demonym is None:
            return None
        return _follow(tokens, demonym.end, after, whose._replace(country=demonym.country))
    hit = gazetteer().longest(tokens, i, variants(tokens.words[i]))
    if hit is None or hit.clitics != key.index("{"):
        return None
    if key[0] != "{" and not tokens.words[i].startswith(key[0]):
        return None
    for what, _ in hit.senses:
        entity = gazetteer().known[what].entity
        inside = (*whose.inside, (hit.begin, hit.end, hit.clitics, what))
        if "{c}" in key and entity.kind is EntityKind.COUNTRY:
            return _follow(tokens, hit.end, after, Whose(entity.country, whose.body, inside))
        if "{o}" in key and entity.kind is not EntityKind.PERSON:
            country = whose.country or entity.country
            return _follow(tokens, hit.end, after, Whose(country, what, inside))
    return None
