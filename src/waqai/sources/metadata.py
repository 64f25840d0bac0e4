"""What an HTML page says about itself: title, outlet, author, address, and its date stamps."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from waqai.arabic.letters import bare
from waqai.knowledge import load
from waqai.model.page import Stamp, StampRole
from waqai.sources.clean import clean_text
from waqai.sources.days import address_stamp, stamp
from waqai.sources.jsonld import LinkedArticle, linked_article

_NAME_PARTS = re.compile(r"[a-z]+(?:-[a-z]+)*")
_SEPARATOR = re.compile(r"(?<!\s)\s+(?:[|–—\-»•:]|::)\s+")
_SPACES = re.compile(r"\s+")
_LONGEST_DATE = 80  # characters
_LINKED_TITLE = 15  # characters: more than a name, a section or a tag
_TIMES = 200
_AROUND_NAME = 12  # characters


@dataclass(frozen=True, slots=True)
class Metadata:
    """A page's word about itself, None where it has none.

    `stamps` are in the order of their strength; `date_line` is a date that the page shows its
    reader, as text, when no stamp says the day of publication; `body` is JSON-LD's articleBody.
    """

    title: str | None
    outlet: str | None
    author: str | None
    url: str | None
    stamps: tuple[Stamp, ...]
    date_line: str | None
    body: str | None


def metadata(tree: HtmlElement) -> Metadata:
    """The metadata of the page `tree`, which is left as it is."""
    linked = linked_article([text_of(s) for s in tree.iter("script") if _is_jsonld(s)])
    metas = _metas(tree)
    names = load("sources")["meta"]
    outlet = linked.outlet or _first(metas, names["outlet"])
    url = _url(tree, linked, metas)
    stamps = tuple(_stamps(tree, linked, metas, url))
    dated = any(s.role in (StampRole.PUBLISHED, StampRole.TIME_TAG) for s in stamps)
    return Metadata(
        title=_field(_title(tree, linked, _first(metas, names["title"]), outlet)),
        outlet=_field(outlet),
        author=_field(_author(linked.author or _first(metas, names["author"]))),
        url=_field(url),
        stamps=stamps,
        date_line=None if dated else _date_line(tree),
        body=linked.body,
    )


def _field(value: str | None) -> str | None:
    return (clean_text(value).strip() or None) if value else None


def text_of(element: HtmlElement) -> str:
    """The text inside `element` on one line."""
    return _SPACES.sub(" ", "".join(element.itertext())).strip()


def _is_jsonld(script: HtmlElement) -> bool:
    return "ld+json" in (script.get("type") or "").lower()


def _metas(tree: HtmlElement) -> dict[str, list[str]]:
    """The contents of meta and microdata elements by lower-case name, in page order."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop"):
            if content and (name := element.get(attribute)):
                found.setdefault(name.strip().lower(), []).append(content)
    return found


def _first(metas: dict[str, list[str]], names: list[str]) -> str | None:
    return next((metas[name][0] for name in names if name in metas), None)


def _stamps(
    tree: HtmlElement, linked: LinkedArticle, metas: dict[str, list[str]], url: str | None
) -> Iterator[Stamp]:
    names = load("sources")["meta"]
    for role, said, keys in (
        (StampRole.PUBLISHED, linked.published, names["published"]),
        (StampRole.MODIFIED, linked.modified, names["modified"]),
    ):
        written = [said] if said else []
        written += [content for key in keys for content in metas.get(key, ())]
        days = (s for w in written if (s := stamp(w, role)))
        if first := next(days, None):
            yield first
            if role is StampRole.PUBLISHED and (other := _differing(days, first)):
                yield other
        if role is StampRole.PUBLISHED:
            yield from _time_tags(tree)
            if url and (named := address_stamp(url)):
                yield named


def _differing(stamps: Iterator[Stamp], first: Stamp) -> Stamp | None:
    """The first stamp of another day: a page that contradicts itself should be seen to."""
    return next((s for s in stamps if s.day != first.day), None)


def _time_tags(tree: HtmlElement) -> Iterator[Stamp]:
    """The <time> of the article itself: marked as such, or else the one nearest to its title."""
    classes = load("sources")["classes"]
    title = next(iter(tree.iter("h1")), None)
    best: tuple[int, Stamp] | None = None
    seen_title = False
    count = 0
    for element in tree.iter("h1", "time"):
        if element.tag == "h1":
            seen_title = seen_title or element is title
            continue
        count += 1
        if count > _TIMES:
            break
        parts = _parts(element)
        role = StampRole.MODIFIED if parts & set(classes["modified"]) else StampRole.TIME_TAG
        if "datemodified" in (element.get("itemprop") or "").lower():
            role = StampRole.MODIFIED
        written = element.get("datetime") or element.get("content") or text_of(element)
        found = stamp(written, role)
        if found is None or _aside(element):
            continue
        marked = parts & set(classes["published"]) or element.get("pubdate") is not None
        marked = marked or "datepublished" in (element.get("itemprop") or "").lower()
        # A marked one first; then the first behind the title; then the last before it.
        rank = 3 if marked else 2 if seen_title else 1
        if found.role is StampRole.MODIFIED:
            rank = 0
        if best is None or rank > best[0] or rank == best[0] == 1:
            best = (rank, found)
    if best:
        yield best[1]


def _parts(element: HtmlElement) -> set[str]:
    """The words of an element's classes and id: "entry-date published" → both of these."""
    named = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    return set(_NAME_PARTS.findall(named))


def _aside(element: HtmlElement) -> bool:
    """Whether `element` stands in what accompanies the article: menus, lists of others."""
    words = set(load("sources")["classes"]["aside"])
    for around in element.iterancestors():
        if around.tag in ("aside", "nav", "footer") or _teaser(around):
            return True
        if any(part in words or set(part.split("-")) & words for part in _parts(around)):
            return around.tag not in ("body", "html", "main", "article")
    return False


def _teaser(element: HtmlElement) -> bool:
    """Whether `element` is a list item that links to another article."""
    links = element.iter("a") if element.tag == "li" else ()
    return any(len(text_of(link)) > _LINKED_TITLE for link in links)


def _date_line(tree: HtmlElement) -> str | None:
    """The first short text with a year in an element whose class or id calls it a date."""
    words = set(load("sources")["classes"]["date"])
    for element in tree.iter("div", "span", "p", "time", "td", "small", "li", "b", "i", "em"):
        named = element.tag == "time" or any(
            part.lower() in words or {*re.findall(r"[a-z]+", part.lower())} & words
            for part in f"{element.get('class') or ''} {element.get('id') or ''}".split()
        )
        if named and len(element) < 6 and not _aside(element):
            text = text_of(element)
            if len(text) <= _LONGEST_DATE and re.search(r"(?<!\d)\d{4}(?!\d)", text):
                return text
    return None


def _title(
    tree: HtmlElement, linked: LinkedArticle, tagged: str | None, outlet: str | None
) -> str | None:
    """The article's title: the heading that the metadata agree with, else what they say.

    Metadata cut long titles short and add the site's name; h1 may be the site's name itself.
    """
    heads = [text for h in tree.iter("h1") if (text := text_of(h))]
    head = next((text_of(t) for t in tree.iter("title")), "")
    told = [_SPACES.sub(" ", t) for t in (linked.headline, tagged, head) if t and t.strip()]
    for text in heads:
        key = bare(text)[:30]
        if any(bare(t).startswith(key) for t in told):
            return text
    parts = {bare(part) for t in told for part in (t, *_SEPARATOR.split(t))}
    for heading in tree.iter("h1", "h2", "h3"):
        text = text_of(heading)
        if len(text) > _LINKED_TITLE and bare(text) in parts:
            return text
    if told:
        # An only h1 that is not the article's title is the site's name.
        return without_outlet(told[0], outlet or (heads[0] if len(heads) == 1 else None))
    return heads[0] if heads else None


def without_outlet(title: str, outlet: str | None) -> str:
    """`title` without the site's name before or behind a separator.

    Without a known `outlet`, a part that is more than three quarters of the whole stands.
    """
    parts = _SEPARATOR.split(title)
    if len(parts) == 1:
        return title
    if outlet:
        name = bare(outlet)
        kept = [p for p in parts if not _names_outlet(bare(p), name)]
        if kept and len(kept) < len(parts):
            start = title.find(kept[0])
            return title[start : title.rfind(kept[-1]) + len(kept[-1])]
    longest = max(parts, key=len)
    return longest if 4 * len(longest) > 3 * sum(map(len, parts)) else title


def _names_outlet(part: str, outlet: str) -> bool:
    """Whether `part` is the outlet's name, or holds it and little else ("موقع …", "… نت")."""
    return part in outlet or (outlet in part and len(part) <= len(outlet) + _AROUND_NAME)


def _author(name: str | None) -> str | None:
    if name is None or "://" in name or name.startswith("www."):
        return None
    return None if name.lower() in load("sources")["authors"]["nobody"] else name


def _url(tree: HtmlElement, linked: LinkedArticle, metas: dict[str, list[str]]) -> str | None:
    """The page's own address: canonical, else what the metadata call it; no site's front page."""
    canonical = [
        link.get("href") or ""
        for link in tree.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    ]
    tagged = _first(metas, load("sources")["meta"]["url"])
    for address in (*canonical, tagged, linked.url):
        if address and _is_article(address.strip()):
            return address.strip()
    return None


def _is_article(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    named = parts.path.strip("/") or parts.query
    return parts.scheme in ("http", "https") and bool(parts.netloc) and bool(named)
