"""The sentences of a story as rows of `passages`."""

import re
from collections.abc import Iterator

from waqai.model.annotated import DatedStory
from waqai.model.page import Span
from waqai.store.rows.row import Row
from waqai.store.wording import cut_forms, name_form, passage_form

# a sentence of a line; a very long one is cut, where there is a space if there is one
_STOP = r"(?:(?<![.!?؟…])[.!?؟…]+[\"”»)]*(?=\s|$)|$)"
_MOST = 600
_SENTENCE = re.compile(
    rf"[^\n]{{1,{_MOST}}}?{_STOP}|[^\n]{{1,{_MOST}}}(?=\s)|[^\n]{{1,{_MOST}}}", re.MULTILINE
)


def passage_rows(text: str, story: DatedStory) -> Iterator[Row]:
    """A row for each sentence of `story`, in page order; `text` is the page's."""
    found = story.annotated
    forms: dict[int, str] = {}
    names = sorted(found.names, key=lambda name: name.start)
    position = at = 0
    for block in sorted(found.story.blocks):
        for span in _sentences(text, block):
            while at < len(names) and names[at].start < span.start:
                at += 1
            spoken_of: dict[str, None] = {}
            starts: set[int] = set()
            while at < len(names) and names[at].start < span.end:
                entity = names[at].entity
                if entity not in forms:
                    known = story.entities[entity]
                    forms[entity] = name_form(f"{known.name} {known.name_en or ''}")
                spoken_of[forms[entity]] = None
                starts.add(names[at].start - span.start)
                at += 1
            sentence = text[span.start : span.end]
            words = passage_form(sentence, starts)
            if words:
                yield {
                    "position": position,
                    "start": span.start,
                    "end": span.end,
                    "words": words,
                    "names": " ".join((*spoken_of, *cut_forms(sentence))),
                }
                position += 1


def _sentences(text: str, block: Span) -> Iterator[Span]:
    for sentence in _SENTENCE.finditer(text, block.start, block.end):
        words = sentence[0]
        start = sentence.start() + len(words) - len(words.lstrip())
        if start < sentence.end():
            yield Span(start, sentence.end())
