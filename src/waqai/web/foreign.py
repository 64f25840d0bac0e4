"""Text of other people, made safe to show: no character of it turns what stands around it."""

import re
from html import escape

from markupsafe import Markup

#: Embeddings, overrides and isolates, with their ends; controls that are no white space.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")


def visible(text: str) -> str:
    """`text` with what turns or hides its neighbours written out.

    >>> visible("abc\u202edef")
    'abc[U+202E]def'
    """
    shown = _TURNING.sub(lambda match: f"[U+{ord(match[0]):04X}]", text)
    return _CONTROL.sub("\ufffd", shown)


def foreign(text: object, tag: str = "bdi") -> Markup:
    """`text` as an element of its own direction; "" for None."""
    if text is None or text == "":
        return Markup("")
    return Markup(f'<{tag} dir="auto">{escape(visible(str(text)))}</{tag}>')
