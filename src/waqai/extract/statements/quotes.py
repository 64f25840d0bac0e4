"""Quotation marks in pairs: every kind, nested, doubled, swapped, unclosed, over paragraphs."""

from dataclasses import dataclass

from waqai.arabic.tokens import Tokens

_OPENERS = frozenset("«“„‟‹")
_CLOSERS = frozenset("»”″›")
_STRAIGHT = frozenset("\"＂'‘’")
MARKS = _OPENERS | _CLOSERS | _STRAIGHT
_SINGLE = frozenset("'‘’")
#: Single letters that are written together with the word behind them, here a quotation.
_CLITICS = frozenset({"ب", "و", "ف", "ل", "ك", "وب", "ال", "لل", "بال"})
_PARAGRAPHS = 4
_BEHIND = frozenset(".,،؟?!…)؛:")


@dataclass(slots=True)
class Quote:
    """A quotation: its marks at tokens `open` and `close`, with what is said between them.

    `closed` is False where the closing mark is missing; `close` is then the end of the paragraph.
    """

    open: int
    close: int
    depth: int
    closed: bool = True


def find_quotes(tokens: Tokens) -> list[Quote]:
    """The quotations of `tokens` in order of their opening marks."""
    pairing = _Pairing(tokens)
    for i, word in enumerate(tokens.words):
        if word == "\n":
            pairing.end_paragraph(i)
        elif word in MARKS and not (word in _SINGLE and _inside_word(tokens, i)):
            pairing.mark(i)
    for quote in pairing.stack:
        quote.closed = False
    return pairing.found


class _Pairing:
    """The quotations open at a point of the text, and those found before it.

    `loose` is one that a paragraph left open: a later paragraph may close it.
    """

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.found: list[Quote] = []
        self.stack: list[Quote] = []
        self.loose: Quote | None = None
        self.paragraphs = 0

    def end_paragraph(self, i: int) -> None:
        """Leaves open quotations behind at the line end `i`."""
        if self.stack:
            self.loose, self.paragraphs = self.stack[0], 0
        for quote in self.stack:
            quote.close, quote.closed = i, False
        self.stack = []
        self.paragraphs += 1
        if self.paragraphs > _PARAGRAPHS:
            self.loose = None

    def mark(self, i: int) -> None:
        """Opens or closes at the mark `i`."""
        tokens, stack = self.tokens, self.stack
        if _opens(tokens, i, stack):
            if i and tokens.words[i - 1] in MARKS and stack and stack[-1].open >= i - 1:
                stack[-1].open = i  # doubled
                return
            quote = Quote(i, len(tokens), len(stack))
            stack.append(quote)
            self.found.append(quote)
        elif stack:
            stack.pop().close = i
        elif self.loose is not None and _left(tokens, i):
            self.loose.close, self.loose.closed = i, True
            self.loose = None


def _opens(tokens: Tokens, i: int, stack: list[Quote]) -> bool:
    """Whether the mark at `i` opens: by its shape where the shape is sure, else by its spaces."""
    word = tokens.words[i]
    left, right = _left(tokens, i), _right(tokens, i)
    if word in _OPENERS:
        return right or not left or not stack
    if word in _CLOSERS:
        return not stack and right and not left
    if right and not left:
        return True
    if left and not right:
        return not stack and not _closes_loose(tokens, i) and _closers_left(tokens, i)
    if left and right and i and tokens.words[i - 1] in _CLITICS:
        return True
    return not stack


def _closers_left(tokens: Tokens, i: int) -> bool:
    """Whether the rest of the paragraph has more closing shapes than opening ones."""
    closing = 0
    for k in range(i + 1, len(tokens)):
        if tokens.words[k] == "\n":
            break
        if tokens.words[k] in MARKS:
            left, right = _left(tokens, k), _right(tokens, k)
            closing += (left and not right) - (right and not left)
    return closing > 0


def _closes_loose(tokens: Tokens, i: int) -> bool:
    """A closing shape at the end of a paragraph that nothing opened."""
    after = i + 1
    while after < len(tokens) and tokens.words[after] in _BEHIND:
        after += 1
    return after >= len(tokens) or tokens.words[after] == "\n"


def _left(tokens: Tokens, i: int) -> bool:
    """Whether the mark is written together with what stands before it."""
    if not tokens.glued(i):
        return False
    before = tokens.words[i - 1]
    return before not in _CLITICS and before not in {"(", "[", ":", "-", "/"}


def _right(tokens: Tokens, i: int) -> bool:
    """Whether the mark is written together with a word behind it."""
    if i + 1 >= len(tokens) or not tokens.glued(i + 1):
        return False
    after = tokens.words[i + 1]
    return after not in _BEHIND and after not in MARKS and after != "\n"


def _inside_word(tokens: Tokens, i: int) -> bool:
    """A single mark inside a word is an apostrophe."""
    return _left(tokens, i) and _right(tokens, i)
