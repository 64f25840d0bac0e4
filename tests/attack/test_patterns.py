"""No pattern takes long over any text: of those in code, and those made from the knowledge."""

import json
import subprocess
import sys
from pathlib import Path

BUDGET = 50  # milliseconds of processor time


def test_every_pattern_stays_within_its_time_on_text_made_against_it() -> None:
    # in a process of its own, since it imports waqai once more
    script = Path(__file__).with_name("patterns.py")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(rows) > 50
    assert [row for row in rows if row[0] > BUDGET] == []
