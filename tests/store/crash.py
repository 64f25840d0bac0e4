"""Builds that are killed at any moment, and what is left of them."""

import os
import random
import signal
import time
from collections import Counter
from pathlib import Path

from tests.store.dumping import findings
from tests.store.sample import build, reading, sample
from waqai.store.reading import Chronicle


def killed(file: Path, seconds: float) -> bool:
    """Build the sample into `file` in a process that is killed after `seconds`, if it still runs.

    Gives whether it was killed.
    """
    child = os.fork()
    if not child:
        try:
            build(file, sample())
        finally:
            os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def state(file: Path) -> str:
    """What a reader sees of the file: that it is whole, whatever a build was killed at."""
    if not file.exists() or not file.stat().st_size:
        return "empty"
    with Chronicle(file) as chronicle:
        check = chronicle.connection.exec_driver_sql("PRAGMA integrity_check").scalar()
        broken = chronicle.connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        assert (check, broken) == ("ok", [])
        pages = sum(1 for _ in chronicle.pages())
        for one in chronicle.happenings():
            assert chronicle.explain(one.id)[0].evidence
        if chronicle.concluded:
            return "concluded"
    return "all pages" if pages == len(sample()) else "some pages"


def crash(folder: Path, kills: int, seed: int) -> Counter[str]:
    """Kill `kills` builds, each at a moment of its own: what was left, counted by its state.

    Each file is then built to its end, which must be that of a build that nothing disturbed.
    """
    for page in sample():
        reading(page)
    whole = folder / "whole.db"
    start = time.monotonic()
    build(whole, sample())
    length = time.monotonic() - start
    wanted, moments, seen = findings(whole), random.Random(seed), Counter[str]()
    left, number = kills, 0
    while left > 0:
        file, number = folder / f"{number}.db", number + 1
        for _ in range(min(left, 4)):  # a file may be killed more than once
            left -= 1
            if not killed(file, moments.uniform(0, length)):
                break
            seen[state(file)] += 1
        build(file, sample())
        assert state(file) == "concluded"
        assert findings(file) == wanted
    return seen
