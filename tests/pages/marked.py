"""Pages with their stories marked: the blocks of the first in ⟦ ⟧, of the second in ⟪ ⟫."""

from collections.abc import Sequence

_OPEN, _CLOSE = {"⟦": 0, "⟪": 1}, {"⟧": 0, "⟫": 1}


def read_marked(marked: str) -> tuple[str, list[list[tuple[int, int]]]]:
    """The page without its marks, and the blocks of each story."""
    text = ""
    stories: list[list[tuple[int, int]]] = [[], []]
    start = 0
    for character in marked:
        if character in _OPEN:
            start = len(text)
        elif character in _CLOSE:
            stories[_CLOSE[character]].append((start, len(text)))
        else:
            text += character
    return text, [blocks for blocks in stories if blocks]


def iou(ours: Sequence[tuple[int, int]], gold: Sequence[tuple[int, int]]) -> float:
    """Shared characters over all characters of two lists of spans."""
    one = {i for start, end in ours for i in range(start, end)}
    two = {i for start, end in gold for i in range(start, end)}
    return len(one & two) / len(one | two)
