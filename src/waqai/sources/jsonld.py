"""JSON-LD: the record that a page carries of its own article."""

import html
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from waqai.knowledge import load

_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*$")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]{4,60})"')
_DEPTH = 6
_NODES = 2000


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """What JSON-LD says of the page's article, as it is written there; None where it is silent."""

    headline: str | None = None
    published: str | None = None
    modified: str | None = None
    author: str | None = None
    outlet: str | None = None
    url: str | None = None
    body: str | None = None


def linked_article(blocks: list[str]) -> LinkedArticle:
    """The page's article out of its JSON-LD `blocks`: the first that is a piece of journalism.

    Articles inside lists of others (`itemListElement`, `liveBlogUpdate`) are not the page's own.
    The page's own record stands in for what the article leaves unsaid. A block that is no JSON
    still gives its `datePublished`.
    """
    nodes: list[dict[str, Any]] = []
    loose = None
    for block in blocks:
        data = _parse(block)
        if data is None and loose is None and (match := _PUBLISHED.search(block)):
            loose = match[1]
        nodes.extend(_nodes(data, _DEPTH))
        if len(nodes) > _NODES:
            break
    kinds = load("sources")["jsonld"]
    article = next((n for n in nodes if _is(n, kinds["articles"])), {})
    page = next((n for n in nodes if _is(n, kinds["pages"])), {})
    by_id = {n["@id"]: n for n in nodes if isinstance(n.get("@id"), str)}
    return LinkedArticle(
        headline=_text(article.get("headline")) or _text(article.get("name")),
        published=_text(article.get("datePublished")) or _text(page.get("datePublished")) or loose,
        modified=_text(article.get("dateModified")) or _text(page.get("dateModified")),
        author=_names(article.get("author") or article.get("creator"), by_id),
        outlet=_names(article.get("publisher") or page.get("publisher"), by_id),
        url=_text(article.get("url")) or _text(page.get("url")),
        body=_text(article.get("articleBody")),
    )


def _parse(block: str) -> object:
    text = _WRAPPING.sub("", block)
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text)):
        with suppress(ValueError, RecursionError):
            return json.loads(attempt, strict=False)
    return None


def _nodes(data: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth == 0:
        return
    if isinstance(data, list):
        for item in data:
            yield from _nodes(item, depth - 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(data.get(key), depth - 1)


def _is(node: dict[str, Any], kinds: list[str]) -> bool:
    declared = node.get("@type")
    names = declared if isinstance(declared, list) else [declared]
    return any(isinstance(n, str) and n.rsplit("/", 1)[-1] in kinds for n in names)


def _text(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return html.unescape(value).strip() or None if isinstance(value, str) else None


def _names(value: object, by_id: dict[str, dict[str, Any]]) -> str | None:
    """The names of one or several persons or organisations, joined by the Arabic comma."""
    names: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            node = item if "name" in item else by_id.get(str(item.get("@id")), {})
            name = _text(node.get("name"))
        else:
            name = _text(item)
        if name and name not in names and not name.startswith(("http:", "https:")):
            names.append(name)
    return "، ".join(names) or None
