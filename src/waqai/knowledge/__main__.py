"""`python -m waqai.knowledge [FOLDER]`: one line when the knowledge is sound, else every fault."""

import sys
from pathlib import Path

from waqai.knowledge.integrity import check


def main(arguments: list[str]) -> int:
    """Checks FOLDER, or the knowledge that waqai reads; 0 when sound, 1 when not."""
    report = check(Path(arguments[0]) if arguments else None)
    for fault in report.faults:
        sys.stdout.write(f"{fault}\n")
    state = f"{len(report.faults)} faults" if report.faults else "sound"
    sys.stdout.write(f"knowledge: {report.tables} tables, {report.entries} entries, {state}\n")
    return 1 if report.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
