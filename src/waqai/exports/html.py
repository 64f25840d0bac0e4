"""Annotations as one self-contained page to look at: no script, nothing fetched, right to left.

The whole text of each page stands in it, in page order: stories in boxes, residue greyed; names,
times, numbers, what is said and what happens are marked where they stand, and beside each story
stand the lists of them.
"""

from collections.abc import Iterable, Iterator
from html import escape
from importlib import resources
from typing import Any

from waqai.chronicle.excerpts import opening
from waqai.exports.days import window_ar
from waqai.exports.lists import Lists
from waqai.exports.marks import marks_of
from waqai.exports.nesting import Marking
from waqai.exports.painting import Paint, Stretch, stretches
from waqai.knowledge import load
from waqai.model.annotated import DatedPage, DatedStory
from waqai.model.publication import Publication, Reason


def pieces(pages: Iterable[DatedPage]) -> Iterator[bytes]:
    """The page in UTF-8, piece by piece, so that memory stays flat; its contents come last."""
    yield _head().encode()
    names: list[tuple[str, list[str]]] = []
    for number, page in enumerate(pages, 1):
        names.append((page.page.name, [_headline(page, story) for story in page.stories]))
        yield _page(page, number).encode("utf-8", "replace")
    yield _foot(names).encode("utf-8", "replace")


def _labels() -> dict[str, Any]:
    return load("labels")


def _head() -> str:
    words = _labels()["page"]
    return f"""<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{words["title"]}</title>
<style>
{_styles()}</style>
</head>
<body>
<a class="skip" href="#contents">{words["to_contents"]}</a>
<div class="wrap">
<header class="top">
<h1>{words["title"]}</h1>
<p>{words["lead"]}</p>
{_legend()}
</header>
<main>
"""


def _styles() -> str:
    folder = resources.files(__package__)
    sheets = ("page.css", "marks.css", "lists.css")
    return "".join(folder.joinpath(sheet).read_text(encoding="utf-8") for sheet in sheets)


def _legend() -> str:
    labels = _labels()
    words = labels["page"]
    marks = {
        **labels["types"],
        "stamp": words["stamp"],
        **{f"name {kind}": name for kind, name in labels["entity_kinds"].items()},
        "quantity": words["quantity"],
        **{f"event {tone}": name for tone, name in labels["tones"].items()},
    }
    rows = [f'<mark class="{classes}">{name}</mark>' for classes, name in marks.items()]
    rows += [f'<b class="cue">{words["cue"]}</b>']
    rows += [f'<span class="said {mode}">{n}</span>' for mode, n in labels["modes"].items()]
    items = "".join(f"<li>{row}</li>" for row in rows)
    return (
        f'<ul class="legend" aria-label="{words["legend"]}">{items}'
        f'<li class="r">{words["residue"]}</li></ul>'
    )


def _foot(names: list[tuple[str, list[str]]]) -> str:
    rows = "".join(
        f'<li><a href="#page-{number}">{_isolated(" — ".join(titles)) or _isolated(name)}</a>'
        f'<small dir="ltr">{escape(name)}</small></li>\n'
        for number, (name, titles) in enumerate(names, 1)
    )
    title = _labels()["page"]["contents"]
    return f"""</main>
</div>
<nav class="contents" id="contents" aria-labelledby="contents-title">
<h2 id="contents-title">{title}</h2>
<ol>
{rows}</ol>
</nav>
</body>
</html>
"""


def _page(page: DatedPage, number: int) -> str:
    words = _labels()["page"]
    url = page.page.url
    facts = [("source", page.page.source), ("encoding", page.page.encoding)]
    rows = _facts([(words[key], _isolated(value)) for key, value in facts if value], url)
    paint = Paint(page.page.text, Marking(page.page.text, marks_of(page, number)))
    body = "\n".join(
        _loose(paint, group)
        if group[0].story is None
        else _story(page, paint, group, number, again=again)
        for group, again in stretches(page)
    )
    return f"""<section class="page" id="page-{number}" aria-labelledby="name-{number}">
<header><h2 id="name-{number}" dir="ltr">{escape(page.page.name)}</h2>{rows}</header>
{body}
</section>
"""


def _facts(rows: list[tuple[str, str]], url: str | None = None) -> str:
    if url:
        shown = _isolated(url)
        if url.startswith(("https://", "http://")):
            shown = f'<a href="{escape(url)}" rel="noreferrer">{shown}</a>'
        rows = [*rows, (_labels()["roles"]["url"], shown)]
    inner = "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in rows)
    return f'<dl class="facts">{inner}</dl>' if rows else ""


def _story(page: DatedPage, paint: Paint, group: list[Stretch], number: int, *, again: bool) -> str:
    index = group[0].story
    assert index is not None
    words, story = _labels()["page"], page.stories[index]
    told = story.annotated.story
    which = f"{words['story']} {index + 1} / {len(page.stories)}"
    text = f'<div class="text">\n{paint.lines(group, told.title_span)}\n</div>'
    id = f"story-{number}-{index + 1}"
    if again:
        head = f'<header><span class="number">{which}، {words["continued"]}</span></header>'
        return f'<article class="story">{head}\n{text}</article>'
    heading = ""
    if told.title_span is None:
        kind, title = ("", told.title) if told.title else (' class="untitled"', words["untitled"])
        heading = f"<h3{kind}>{escape(title)}</h3>"
    said = [(words[key], getattr(told, key)) for key in ("outlet", "author", "agency", "dateline")]
    facts = _facts([(name, _isolated(value)) for name, value in said if value])
    lists = Lists(page.page.text, story, number, index + 1)
    return f"""<article class="story" id="{id}">
<header><span class="number">{which}</span>{heading}
{_published(story.published)}
{facts}</header>
{text}
{lists.told()}{lists.named()}</article>"""


def _published(published: Publication) -> str:
    words = _labels()["page"]
    known = escape(window_ar(published.earliest, published.latest))
    if published.day is None:
        known = f'<span class="open">{known}</span>'
    else:
        known = f'<time datetime="{published.day.isoformat()}">{known}</time>'
    reasons = "".join(map(_reason, published.why)) or f"<li>{words['no_reason']}</li>"
    return f"""<p class="published">{words["published"]}: {known}</p>
<details><summary>{words["why"]}</summary><ul class="why">{reasons}</ul></details>"""


def _reason(reason: Reason) -> str:
    said = f"<span>{escape(reason.ar)}</span>"
    if reason.kept:
        return f"<li>{said}</li>"
    return f'<li class="dropped"><b>{_labels()["page"]["dropped"]}:</b> {said}</li>'


def _loose(paint: Paint, group: list[Stretch]) -> str:
    return f'<div class="loose">\n{paint.lines(group, None)}\n</div>'


def _headline(page: DatedPage, story: DatedStory) -> str:
    told = story.annotated.story
    return told.title or opening(page.page.text, told.blocks, 60)


def _isolated(text: str | None) -> str:
    """Text of unknown direction, which must not disturb its neighbours."""
    return f"<bdi>{escape(text)}</bdi>" if text else ""
