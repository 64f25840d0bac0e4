"""What a page of HTML holds, read back; a tag that is not closed in its order is an error."""

from html.parser import HTMLParser

_NEVER_CLOSED = ("meta", "link", "br")
_NOT_THE_PAGE = {"v", "kind", "n", "list", "lists"}  # classes of what waqai says itself


class Outline(HTMLParser):
    """The tags with their attributes, the words of the page itself, and the marked stretches.

    A mark is its classes, its offsets, and the words of the page that stand in it.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.marks: list[tuple[str, int, int, str]] = []
        self._open: list[tuple[str, int | None]] = []
        self._silent = 0
        self.feed(html)
        self.close()
        assert self._open == []

    def ids(self) -> list[str]:
        """The ids, in their order."""
        return [id for _, attributes in self.tags if (id := attributes.get("id"))]

    def links(self) -> list[str]:
        """Where the links lead, in their order."""
        return [to for tag, attributes in self.tags if tag == "a" and (to := attributes["href"])]

    def marked(self, of_class: str) -> list[str]:
        """The words of the marks with this class, in page order."""
        return [words for classes, _, _, words in self.marks if of_class in classes.split()]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        if tag in _NEVER_CLOSED:
            return
        mark = None
        if "data-start" in found:
            mark = len(self.marks)
            span = int(found["data-start"] or 0), int(found["data-end"] or 0)
            self.marks.append((found.get("class") or "", *span, ""))
        self._open.append((tag, mark))
        classes = set((found.get("class") or "").split())
        if tag in ("style", "nav", "header") or classes & _NOT_THE_PAGE:
            self._silent = self._silent or len(self._open)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag
        if len(self._open) < self._silent:
            self._silent = 0

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        self.words.append(data)
        for _, mark in self._open:
            if mark is not None:
                classes, start, end, words = self.marks[mark]
                self.marks[mark] = (classes, start, end, words + data)
