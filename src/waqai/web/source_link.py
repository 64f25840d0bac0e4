"""A link to the page of a story as its outlet has it, which jumps to a sentence."""

from collections.abc import Sequence
from urllib.parse import quote, urlsplit

from waqai.chronicle.excerpts import excerpt
from waqai.model.page import Span

_WORDS = 5  # of a sentence's beginning and end by which a browser finds it
_AROUND = 3  # words before and after it, where it stands on the page more than once
_NEAR = 200  # code points in which those are looked for
_LONG = 200_000  # code points: of longer pages it is not asked how often a sentence stands there


def source_link(url: str | None, sentence: str = "") -> str | None:
    """The address of a page with a text fragment; None where it has none that a browser opens.

    >>> source_link("https://example.org/a", "وصل الوفد")
    'https://example.org/a#:~:text=%D9%88%D8%B5%D9%84%20%D8%A7%D9%84%D9%88%D9%81%D8%AF'
    """
    return _address(url, sentence.strip("… ").split())


class Source:
    """A page's text as its outlet has it at `url`, to jump into."""

    def __init__(self, url: str | None, text: str) -> None:
        self._url = url
        self._text = text
        self._plain = " ".join(text.split()) if len(text) <= _LONG else ""

    def jump(self, start: int, end: int) -> str | None:
        """The address that jumps to the sentence of `[start, end)`; None without an address.

        A sentence whose first words stand on the page more than once is told apart by the words
        before and behind it, as "prefix-,start,end,-suffix" (WICG, URL Fragment Text Directives).
        """
        span = excerpt(self._text, start, end).span
        words = self._text[span.start : span.end].split()
        if self._plain.count(" ".join(words[:_WORDS])) <= 1:
            return _address(self._url, words)
        return _address(self._url, words, *self._around(span))

    def _around(self, span: Span) -> tuple[Sequence[str], Sequence[str]]:
        before = self._text[max(0, span.start - _NEAR) : span.start].split()
        behind = self._text[span.end : span.end + _NEAR].split()
        return before[-_AROUND:], behind[:_AROUND]


def _address(
    url: str | None, words: Sequence[str], before: Sequence[str] = (), behind: Sequence[str] = ()
) -> str | None:
    if url is None or urlsplit(url).scheme not in ("http", "https"):
        return None
    if not words:
        return url
    whole = len(words) <= 2 * _WORDS
    parts = [_quoted(words)] if whole else [_quoted(words[:_WORDS]), _quoted(words[-_WORDS:])]
    if before:
        parts.insert(0, f"{_quoted(before)}-")
    if behind:
        parts.append(f"-{_quoted(behind)}")
    return f"{url.partition('#')[0]}#:~:text={','.join(parts)}"


def _quoted(words: Sequence[str]) -> str:
    """Words as a part of a text fragment: a hyphen and a comma would mean something else."""
    return quote(" ".join(words), safe="", errors="replace").replace("-", "%2D")
