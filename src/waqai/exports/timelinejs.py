"""What happened as a TimelineJS3 timeline: one JSON object that its page reads.

docs/exports_linked.md tells what stands for what.
"""

from collections.abc import Iterator
from datetime import date
from html import escape

import orjson

from waqai.chronicle.references import Json
from waqai.exports.days import drawn
from waqai.exports.phrases import Language, Phrases, status_words
from waqai.exports.proof import Proof, each_once, latest_first, proofs
from waqai.model.chronicle import Happening, Window
from waqai.store.queries import gathering
from waqai.store.reading import Chronicle

_SHOWN = 3  # sentences in a slide


def pieces(chronicle: Chronicle, language: Language = Language.ARABIC) -> Iterator[bytes]:
    """The object in UTF-8, a slide a line, in the order of their ids.

    What happened on a day of which nothing is known has no place on a timeline.
    """
    phrases = Phrases(language)
    title = {"text": {"headline": escape(phrases.word("title"))}, "unique_id": "title"}
    yield b'{"scale":"human",\n"title":' + orjson.dumps(title) + b',\n"events":['
    between = b"\n"
    for _, happening in gathering.happenings(chronicle.connection):
        if happening.day != Window():
            yield between + orjson.dumps(_slide(chronicle, phrases, happening))
            between = b",\n"
    yield b"\n]}\n"


def _slide(chronicle: Chronicle, phrases: Phrases, happening: Happening) -> Json:
    first, last = drawn(happening.day)
    shown = latest_first(proofs(chronicle, happening.tellings))
    slide: Json = {
        "unique_id": happening.id,
        "start_date": _date(first),
        "display_date": escape(phrases.window(happening.day)),
        "text": {
            "headline": escape(phrases.headline(happening)),
            "text": _text(phrases, happening, shown),
        },
        "group": escape(phrases.type(happening.type.value)),
        "autolink": False,
    }
    if last != first:
        slide["end_date"] = _date(last)
    return slide


def _date(day: date) -> Json:
    return {"year": day.year, "month": day.month, "day": day.day}


def _text(phrases: Phrases, happening: Happening, shown: list[Proof]) -> str:
    """HTML: how it stands, then the newest sentences, each with its source."""
    about = " · ".join(status_words(phrases, happening))
    return f"<p>{escape(about)}</p>" + "".join(
        f'<blockquote dir="auto">{escape(proof.sentence)}</blockquote><p>{_source(proof)}</p>'
        for proof in each_once(shown)[:_SHOWN]
    )


def _source(proof: Proof) -> str:
    name = escape(proof.origin)
    return f'<a href="{escape(proof.url)}" rel="noopener">{name}</a>' if proof.url else name
