"""Every regular expression that waqai makes, in code or from its knowledge, and text to fear."""

import importlib
import inspect
import itertools
import json
import pkgutil
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LENGTH = 5000  # code points
_WORD = re.compile(r"\w\w+")
_SAMPLE = 6
_STRESSES = ("ا", " ", "\n", "\t", "1", "a", "-", "،", "«", '"', "(", "ـ", "\u064e", "/", ".", "و")
_ENDS = ("", "\x00", "x", "!")


@dataclass(frozen=True, slots=True)
class Made:
    """A pattern, and how it is used: `anchored` where it is only ever matched at one place."""

    pattern: re.Pattern[str]
    anchored: bool


def made() -> list[Made]:
    """All patterns over text that waqai's modules compile, when they are imported and at work."""
    found: dict[tuple[str, int], re.Pattern[str]] = {}
    real = re.compile

    def noted(pattern: Any, flags: int = 0) -> re.Pattern[Any]:  # noqa: ANN401 - as re has it
        compiled = real(pattern, flags)
        caller = sys._getframe(1).f_globals.get("__name__", "")
        if caller.startswith("waqai") and isinstance(compiled.pattern, str):
            found[compiled.pattern, compiled.flags] = compiled
        return compiled

    re.compile = noted
    try:
        _work()
    finally:
        re.compile = real
    searched = _searched(set(found))
    return [Made(found[key], anchored=key not in searched) for key in sorted(found)]


def _work() -> None:
    """Import every module anew, and read the examples: what waits in caches is made then."""
    for name in [name for name in sys.modules if name.split(".")[0] == "waqai"]:
        del sys.modules[name]
    waqai = importlib.import_module("waqai")
    for module in pkgutil.walk_packages(waqai.__path__, "waqai."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    for _ in waqai.annotate(Path(__file__).parents[2] / "examples"):
        pass


def _searched(known: set[tuple[str, int]]) -> set[tuple[str, int]]:
    """Those that are not the constant of a module which only calls `match` and `fullmatch`."""
    anchored: set[tuple[str, int]] = set()
    for name, module in list(sys.modules.items()):
        if not name.startswith("waqai"):
            continue
        for constant, value in vars(module).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                calls = re.findall(rf"\b{constant}\.(\w+)", inspect.getsource(module))
                if calls and set(calls) <= {"match", "fullmatch"}:
                    anchored.add((value.pattern, value.flags))
    return known - anchored


def feared(pattern: re.Pattern[str]) -> Iterator[str]:
    """Text of LENGTH code points in which `pattern` may lose itself: what it looks for, over and
    over, with an end that spoils it.
    """
    words = list(dict.fromkeys(_WORD.findall(pattern.pattern)))
    pieces = [*_STRESSES, *words[:: max(1, len(words) // _SAMPLE)][:_SAMPLE]]
    own = [c for c in dict.fromkeys(pattern.pattern) if not c.isalnum()]
    pieces += [c for c in own if c not in pieces]
    doubled = ["".join(pair) for pair in itertools.permutations(_STRESSES[:10], 2)]
    doubled += [f"{word}{gap}" for word in words[:_SAMPLE] for gap in (" ", "، ", "\n")]
    for piece in pieces + doubled:
        for end in _ENDS[:2]:
            yield (piece * (LENGTH // len(piece) + 1))[: LENGTH - len(end)] + end


def slowest(made: Made) -> tuple[float, str]:
    """The most seconds of processor time that a search took, and the text it took them on."""
    worst = 0.0, ""
    for text in feared(made.pattern):
        start = time.process_time()
        if made.anchored:
            made.pattern.match(text)
            made.pattern.fullmatch(text)
        else:
            made.pattern.search(text)
        took = time.process_time() - start
        if took > worst[0]:
            worst = took, text
    return worst


def main() -> None:
    """What took longest, as JSON lines: milliseconds, the pattern, the text's beginning."""
    for one in made():
        seconds, text = slowest(one)
        print(json.dumps([1000 * seconds, one.pattern.pattern, text[:20]]))  # noqa: T201


if __name__ == "__main__":
    main()
