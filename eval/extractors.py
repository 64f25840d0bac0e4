"""Which library finds the story in an Arabic news page: the figures of docs/sources.md.

    python -m eval.extractors            a line for each library and setting
    python -m eval.extractors --pages    a line for each page too
    python -m eval.extractors --pace P…  how fast waqai reads the files at P
    python -m eval.extractors --heavy D  write the pages, made 80 KB each, to the folder D

The pages in `extractor_pages/` were written for this project, one for each layout that Arabic
sites use. In them `data-title` marks the title, `data-story` what belongs to the story and
`data-not` what stands inside it and does not; the marks are cut out before a page is read. Words
are counted as bags, so their order does not matter. Each library runs in a process of its own, so
that its start and its memory are its own.
"""

import argparse
import importlib
import json
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import Any, NamedTuple

import lxml.html  # type: ignore[import-untyped]

PAGES = Path(__file__).parent / "extractor_pages"
MARKS = re.compile(r' data-(?:title|story|not)(?:="[^"]*")?')
WORD = re.compile(r"\w+")
Extractor = Callable[[str], str]


class Gold(NamedTuple):
    """A page without its marks, its title, and the words of its story (title left out)."""

    name: str
    html: str
    title: str
    words: Counter[str]


class Score(NamedTuple):
    """Precision and recall of the story's words on one page; whether the title stands in it."""

    precision: float
    recall: float
    title: bool

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def gold(path: Path) -> Gold:
    """The page at `path` with what its marks say."""
    marked = path.read_text(encoding="utf-8")
    tree = lxml.html.document_fromstring(marked)
    for inside in tree.xpath("//*[@data-not]"):
        inside.drop_tree()
    title = " ".join(t.text_content() for t in tree.xpath("//*[@data-title]"))
    story = " ".join(" ".join(s.itertext()) for s in tree.xpath("//*[@data-story]"))
    return Gold(path.name, MARKS.sub("", marked), title, Counter(WORD.findall(story)))


def score(page: Gold, text: str) -> Score:
    """How well `text` holds the story of `page`. The title's own words are not counted."""
    has_title = " ".join(page.title.split()) in " ".join(text.split())
    found = Counter(WORD.findall(text))
    if has_title:
        found -= Counter(WORD.findall(page.title))
    shared = sum((found & page.words).values())
    return Score(shared / max(found.total(), 1), shared / page.words.total(), has_title)


def trafilatura(**options: bool) -> Extractor:
    library = importlib.import_module("trafilatura")
    return lambda html: library.extract(html, include_comments=False, **options) or ""


def resiliparse(**options: bool) -> Extractor:
    library = importlib.import_module("resiliparse.extract.html2text")
    fixed: dict[str, Any] = {"main_content": True, "alt_texts": False, "preserve_formatting": True}
    return lambda html: str(library.extract_plain_text(html, **fixed, **options))


def waqai() -> Extractor:
    library = importlib.import_module("waqai.sources.html")
    return lambda html: str(library.extract(html).text)


EXTRACTORS: dict[str, Callable[[], Extractor]] = {
    "trafilatura": trafilatura,
    "trafilatura fast": lambda: trafilatura(fast=True),
    "trafilatura precision": lambda: trafilatura(favor_precision=True),
    "trafilatura recall": lambda: trafilatura(favor_recall=True),
    "resiliparse": lambda: resiliparse(comments=False),
    "resiliparse, no meta": lambda: resiliparse(comments=False, post_meta=False),
    "waqai.sources": waqai,
}


def heavy(page: Gold, size: int = 80_000) -> str:
    """`page` made as big as a real one: half scripts, half menus, about `size` bytes."""
    room = size - len(page.html.encode())
    script = "<script>" + "window.x=[{'a':1,'b':'<div>'}];" * (room // 2 // 31) + "</script>"
    item = '<li class="menu-item"><a href="/section/{}" title="قسم">باب {}</a></li>'
    count = room // 2 // len(item.encode())
    menu = "<nav><ul>" + "".join(item.format(i, i) for i in range(count)) + "</ul></nav>"
    return re.sub(r"(?i)(<body[^>]*>)", lambda m: m[1] + script + menu, page.html, count=1)


def measure(name: str) -> dict[str, Any]:
    """Scores, start in ms, ms a page (as written and at 80 KB), and peak memory in MB."""
    before = _peak()
    began = time.perf_counter()
    extract = EXTRACTORS[name]()
    start = time.perf_counter() - began
    pages = [gold(path) for path in sorted(PAGES.glob("*.html"))]
    scores = {page.name: score(page, extract(page.html)) for page in pages}
    return {
        "scores": scores,
        "start": start * 1000,
        "small": _pace(extract, [page.html for page in pages]),
        "large": _pace(extract, [heavy(page) for page in pages]),
        "memory": _peak() - before,
    }


def _pace(extract: Extractor, pages: list[str]) -> float:
    began = time.perf_counter()
    for _ in range(3):
        for page in pages:
            extract(page)
    return (time.perf_counter() - began) * 1000 / (3 * len(pages))


def _peak() -> float:
    try:
        import resource
    except ImportError:  # no such count on Windows
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def closure(package: str) -> set[str]:
    """`package` and the installed packages that it needs, extras left out."""
    found: set[str] = set()
    open_names = [package]
    while open_names:
        name = re.sub(r"[-_.]+", "-", open_names.pop()).lower()
        try:
            needs = metadata.requires(name) or []
        except metadata.PackageNotFoundError:  # for another platform or Python
            continue
        if name not in found:
            found.add(name)
            plain = (need for need in needs if "extra ==" not in need)
            open_names += [re.split(r"[^\w.-]", need, maxsplit=1)[0] for need in plain]
    return found


def weight(package: str) -> tuple[int, float]:
    """How many packages come with `package`, itself included, and their size in MB."""
    names = closure(package)
    files = [Path(str(f.locate())) for name in names for f in metadata.files(name) or ()]
    size = sum(f.stat().st_size for f in files if f.suffix != ".pyc" and f.exists())
    return len(names), size / 1e6


def say(line: str) -> None:
    sys.stdout.write(line + "\n")


def report(by_page: bool) -> None:
    say(f"{'':24}  P     R     F1    title  start  ms/page  ms/80KB  memory")
    for name in EXTRACTORS:
        done = subprocess.run(
            [sys.executable, "-m", "eval.extractors", "--one", name],
            capture_output=True,
            text=True,
            check=False,
            cwd=PAGES.parents[1],
        )
        if done.returncode:
            say(f"{name:24}  {done.stderr.strip().splitlines()[-1]}")
            continue
        row = json.loads(done.stdout)
        scores = {page: Score(*values) for page, values in row["scores"].items()}
        n = len(scores)
        p = sum(s.precision for s in scores.values()) / n
        r = sum(s.recall for s in scores.values()) / n
        f = sum(s.f1 for s in scores.values()) / n
        titles = f"{sum(s.title for s in scores.values())}/{n}"
        say(
            f"{name:24}  {p:.3f} {r:.3f} {f:.3f} {titles:>6} {row['start']:5.0f}ms"
            f" {row['small']:6.1f} {row['large']:8.1f} {row['memory']:6.0f}MB"
        )
        if by_page:
            for page, s in scores.items():
                kept = "title" if s.title else ""
                say(f"    {page:28} P {s.precision:.3f}  R {s.recall:.3f}  {kept}")
    for package in ("trafilatura", "resiliparse"):
        count, size = weight(package)
        say(f"{package}: {count} packages, {size:.0f} MB")


def pace(paths: list[str]) -> None:
    """Say how many pages a second come out of `paths`, and the peak memory of this process."""
    from waqai.model.page import Page
    from waqai.sources import read

    began = time.perf_counter()
    kinds = Counter(isinstance(row, Page) for row in read(paths))
    spent = time.perf_counter() - began
    say(
        f"{kinds[True]} pages, {kinds[False]} refused, {kinds[True] / spent:.0f} pages/s,"
        f" peak {_peak():.0f} MB"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="Compare extractors of a page's main text.")
    parser.add_argument("--pages", action="store_true", help="a line for each page too")
    parser.add_argument("--pace", nargs="+", metavar="PATH", help="time waqai's reader on PATH…")
    parser.add_argument("--heavy", type=Path, metavar="DIR", help="write 80 KB pages to DIR")
    parser.add_argument("--one", metavar="NAME", help="measure one, print JSON")
    arguments = parser.parse_args()
    if arguments.one:
        say(json.dumps(measure(arguments.one)))
    elif arguments.pace:
        pace(arguments.pace)
    elif arguments.heavy:
        arguments.heavy.mkdir(parents=True, exist_ok=True)
        for path in sorted(PAGES.glob("*.html")):
            (arguments.heavy / path.name).write_text(heavy(gold(path)), encoding="utf-8")
    else:
        report(arguments.pages)


if __name__ == "__main__":
    main()
