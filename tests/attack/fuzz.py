"""Fuzzing for as long as one likes: `python tests/attack/fuzz.py pages|times MINUTES`.

`pages` is what takes HTML apart, `times` the grammar of times. With atheris, which watches what
the code does with its input; without it, by Hypothesis. Ends with status 1 on the first input that
raises, takes more than SECONDS, or gives a span outside its text; the input is printed.
"""

import importlib
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

SECONDS = 5.0
_EXAMPLES = Path(__file__).parents[2] / "examples"


def pages() -> Callable[[bytes], None]:
    """What takes its input apart as an HTML page. Imports it, so that atheris can watch it."""
    from waqai.sources.codes import Refused
    from waqai.sources.decoding import declared_encoding, decode
    from waqai.sources.html import extract

    def one(data: bytes) -> None:
        decoded = decode(data, declared_encoding(data))
        if decoded is None:
            return
        try:
            page = extract(decoded.text)
        except Refused:
            return
        page.text.encode()
        assert page.text.strip()
        for field in (page.title, page.outlet, page.author, page.url):
            assert field is None or len(field.splitlines()) == 1

    return one


def times() -> Callable[[bytes], None]:
    """What finds the times of its input as a text."""
    from waqai.arabic.tokens import tokenize_spans
    from waqai.mentions.times import times_of
    from waqai.model.page import Span

    def one(data: bytes) -> None:
        text = data.decode("utf-8", "replace")
        tokens = tokenize_spans(text, [Span(0, len(text))])
        for timex in times_of(tokens)[0]:
            assert 0 <= timex.start < timex.end <= len(text)

    return one


def seeds(name: str) -> list[bytes]:
    """What to begin with: pages, or the examples of the knowledge of times."""
    if name == "pages":
        return [path.read_bytes() for path in sorted(_EXAMPLES.glob("*.html"))]
    from waqai.knowledge import load

    lines = [line[0] for example in load("times")["example"] for line in example.get("yes", ())]
    return [str(line).encode() for line in lines]


def watched(target: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """`target`, which tells of an input that fails or takes too long."""

    def one(data: bytes) -> None:
        start = time.process_time()
        try:
            target(data)
            took = time.process_time() - start
            assert took < SECONDS, f"took {took:.1f} seconds"
        except BaseException:
            print(f"input: {data!r}", flush=True)  # noqa: T201
            raise

    return one


def by_atheris(atheris: ModuleType, name: str, target: Callable[[bytes], None], left: int) -> None:
    """Fuzz for `left` seconds."""
    with TemporaryDirectory() as corpus:
        for number, seed in enumerate(seeds(name)):
            (Path(corpus) / str(number)).write_bytes(seed)
        arguments = [
            f"-max_total_time={left}",
            "-max_len=20000",
            "-len_control=0",
            "-rss_limit_mb=4096",
            corpus,
        ]
        atheris.Setup([sys.argv[0], *arguments], target)
        atheris.Fuzz()


def by_hypothesis(name: str, target: Callable[[bytes], None], left: int) -> None:
    """Fuzz for `left` seconds."""
    end = time.monotonic() + left
    known = seeds(name)
    split = b"<" if name == "pages" else b" "
    pieces = sorted({piece for seed in known for piece in seed.split(split)})
    made = st.lists(st.sampled_from(pieces) | st.binary(max_size=8), max_size=60).map(split.join)

    @settings(
        max_examples=500, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(made | st.binary(max_size=400))
    def some(data: bytes) -> None:
        if time.monotonic() < end:
            target(data)

    while time.monotonic() < end:
        some()


def _arguments() -> Iterator[str]:
    yield from sys.argv[1:]
    yield from ("pages", "10")[len(sys.argv) - 1 :]


def main() -> None:
    """Fuzz what the command line names."""
    name, minutes = _arguments()
    make = {"pages": pages, "times": times}[name]
    seconds = int(60 * float(minutes))
    try:
        atheris = importlib.import_module("atheris")
    except ImportError:
        by_hypothesis(name, watched(make()), seconds)
        return
    with atheris.instrument_imports(include=["waqai"]):
        target = watched(make())
    by_atheris(atheris, name, target, seconds)


if __name__ == "__main__":
    main()
