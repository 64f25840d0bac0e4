"""HTML → the article's text, title first, and what the page says about itself.

This module is what runs in the guarded child process (`worker.py`): it knows no files and no
clock. Importing it imports trafilatura, so nothing else of this package does.
"""

import re
from collections.abc import Callable

import lxml.html  # type: ignore[import-untyped]
import trafilatura
from lxml.etree import ErrorTypes, LxmlError  # type: ignore[import-untyped]
from lxml.html import HtmlElement

from waqai.arabic.letters import bare
from waqai.model.settings import Limits
from waqai.sources.answers import HtmlPage
from waqai.sources.codes import Code, Refused
from waqai.sources.metadata import metadata, text_of
from waqai.sources.streams import too_large

_WORD = re.compile(r"\w+")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_TAG = re.compile("<[a-zA-Z]")
_TITLE_WITHIN = 4  # lines: a title stands at the head of its article
_SHORT = 0.5
_PARAGRAPH = 200  # characters


def serve(limits: Limits) -> Callable[[str], HtmlPage]:
    """What a child process that takes HTML apart answers with."""
    return lambda html: extract(html, limits)


def extract(html: str, limits: Limits = Limits()) -> HtmlPage:  # noqa: B008 - frozen
    """The article of a page. Raises Refused when there is none, or a limit is broken.

    The text is the title, a blank line and the main text. Where the page bears no machine-readable
    day of publication but shows its reader a date that the main text lacks, that line stands
    between the two.
    """
    tree = _tree(html, limits.html_nodes)
    meta = metadata(tree)
    body = _main_text(tree)
    if meta.body and len(body) < _SHORT * len(meta.body):
        body = _lines(meta.body)  # pages that scripts build carry their text in JSON-LD alone
    if not body:
        raise Refused(
            Code.NO_MAIN_TEXT,
            "no article found in the page; if there is one, save its text as .txt",
        )
    text = _headed(meta.title, meta.date_line, body)
    if len(text.encode()) > limits.text_bytes:
        raise Refused(Code.TOO_LARGE, "text " + too_large(limits.text_bytes))
    return HtmlPage(text, meta.title, meta.outlet, meta.author, meta.url, meta.stamps)


def _tree(html: str, most: int) -> HtmlElement:
    # Tags in scripts and comments count here and not below, so this only turns away the hopeless.
    if len(_TAG.findall(html)) > 10 * most:
        raise _crowded(most)
    # Characters that XML forbids would make lxml refuse the whole page later.
    data = _NOT_XML.sub("\ufffd", html).encode("utf-8", "replace")
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = lxml.html.document_fromstring(data, parser=parser)
    except (LxmlError, ValueError):
        _refuse_what_memory_cut(parser)
        raise Refused(
            Code.NO_MAIN_TEXT, "no HTML in the file; if it is plain text, name it .txt"
        ) from None
    _refuse_what_memory_cut(parser)
    if sum(1 for _ in tree.iter()) > most:
        raise _crowded(most)
    return tree


def _refuse_what_memory_cut(parser: lxml.html.HTMLParser) -> None:
    # libxml2 gives what it has when memory ends, as if it were the whole page.
    if any(entry.type == ErrorTypes.ERR_NO_MEMORY for entry in parser.error_log):
        raise MemoryError


def _crowded(most: int) -> Refused:
    return Refused(
        Code.TOO_MANY_NODES,
        f"more than {most:,} elements; it is hardly one article: raise the limit in the settings"
        " if it is",
    )


def _unroll_layout(tree: HtmlElement) -> None:
    """Make plain blocks of the tables that old sites lay their pages out with.

    A table is for layout when it holds another, or a cell as long as a paragraph. Left as it is,
    a story in one becomes a single row of cells, its paragraphs lost.
    """
    layout = {
        table
        for table in tree.iter("table")
        if next(table.iterdescendants("table"), None) is not None
        or any(len(text_of(cell)) > _PARAGRAPH for cell in table.iter("td", "th"))
    }
    parts = [
        part
        for part in tree.iter("tbody", "thead", "tfoot", "tr", "td", "th")
        if next(part.iterancestors("table"), None) in layout
    ]
    for element in (*layout, *parts):
        element.tag = "div"


def _main_text(tree: HtmlElement) -> str:
    _unroll_layout(tree)
    text = trafilatura.extract(
        tree, favor_precision=True, include_comments=False, include_tables=True
    )
    return _lines(text or "")


def _lines(text: str) -> str:
    return "\n".join(line for raw in text.splitlines() if (line := raw.strip()))


def _headed(title: str | None, date_line: str | None, body: str) -> str:
    """Title, blank line, body: a title that stands in the body's first lines moves to the top."""
    lines = body.split("\n")
    if date_line and not any(date_line in line for line in lines[:_TITLE_WITHIN]):
        lines.insert(0, date_line)
    if title is None:
        return "\n".join(lines)
    words = _words(title)
    for i, line in enumerate(lines[: _TITLE_WITHIN + 1]):
        if _words(line) == words:
            del lines[i]
            break
    return "\n".join([title, "", *lines])


def _words(text: str) -> list[str]:
    return _WORD.findall(bare(text))
