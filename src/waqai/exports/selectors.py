"""Where words stand in a page, as the W3C Web Annotation model says it."""

from waqai.chronicle.references import Json
from waqai.model.page import Span

_AROUND = 32  # code points before and after the words that tell them from others alike


def selectors(text: str, span: Span) -> list[Json]:
    """The words at `span` of a page's text by their place (code points) and by their wording."""
    start, end = span
    return [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - _AROUND) : start],
            "suffix": text[end : end + _AROUND],
        },
    ]
