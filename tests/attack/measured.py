"""A whole run over hostile files in a process of its own, and what it took."""

import json
import subprocess
import sys
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from waqai.model.annotated import DatedPage
from waqai.store.reading import Chronicle

GOOD = "zz_good.txt"  # read behind all others: the run went on
STORY = "قال المتحدث باسم الوزارة إن الوفدين اتفقا، اليوم الخميس، على عقد جولة ثانية في القاهرة.\n"

#: Runs a command and tells what it took. It stands between, because the system counts what the
#: parent held at the moment of the start as held by the child too.
_MEASURE = """if True:
    import json, os, sys
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet)
    _, status, used = os.wait4(child, 0)
    cost = used.ru_utime + used.ru_stime
    print(json.dumps([os.waitstatus_to_exitcode(status), cost, used.ru_maxrss]))
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run gave: pages and quarantine rows by the name of their file, and its cost.

    `seconds` are of processor time, `megabytes` the most that it or one of its children held.
    """

    pages: Mapping[str, DatedPage]
    codes: Mapping[str, str]
    seconds: float
    megabytes: float


def build(folder: Path, files: Mapping[str, bytes]) -> Outcome:
    """Build a chronicle of `files` and of one good page behind them. It must end well."""
    pages = folder / "pages"
    pages.mkdir()
    for name, content in files.items():
        (pages / name).write_bytes(content)
    (pages / GOOD).write_text(STORY, encoding="utf-8")
    file = folder / "file.db"
    command = [sys.executable, "-c", "from waqai.cli import main; main()", "build", str(pages)]
    done = subprocess.run(
        [sys.executable, "-c", _MEASURE, *command, "-o", str(file)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    returncode, seconds, kilobytes = json.loads(done.stdout)
    assert returncode == 0
    with Chronicle(file) as chronicle:
        read = {_file(page.page.source, pages): page for page in chronicle.pages()}
        set_aside = {_file(row.source, pages): row for row in chronicle.quarantine()}
    assert GOOD in read
    for page in read.values():
        _sound(page)
    return Outcome(
        {name: page for name, page in read.items() if name != GOOD},
        {name: row.code for name, row in set_aside.items()},
        seconds,
        kilobytes / 1024,
    )


def _file(source: str, folder: Path) -> str:
    return source.removeprefix(f"{folder}/")


def _sound(page: DatedPage) -> None:
    """What stands in the chronicle can be written, its fields are one line each, and its records
    lie within its text.
    """
    given = page.page
    given.text.encode()
    for field in (given.name, given.title, given.url, given.outlet, given.author):
        assert field is None or len(field) <= 2000
        assert not any(map(_harmful, field or ""))
    for story in page.stories:
        for time in story.annotated.times:
            assert 0 <= time.start < time.end <= len(given.text)


def _harmful(char: str) -> bool:
    """Whether it ends a line, orders the text about, or is not seen."""
    return (
        unicodedata.category(char) in ("Cc", "Cs", "Cn", "Co", "Zl", "Zp")
        or unicodedata.bidirectional(char) in ("RLO", "LRO", "RLE", "LRE", "PDF", "RLI", "LRI")
        or "\U000e0000" <= char <= "\U000e0fff"
    )
