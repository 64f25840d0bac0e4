"""Scores the splitting of clitics on a treebank: `python -m eval.clitics --shared DIR`.

UD_Arabic-PUD splits words; what is compared is how many clitics (و ف ب ل ك س) a word begins with.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from eval.alone import score_alone
from eval.report import Report, Table

_PARTS = frozenset(["ADP", "CCONJ", "SCONJ", "PART", "AUX", "ADV", "X", "PRON", "DET"])
_SIGNS = frozenset({"PUNCT", "SYM"})


def words(path: Path) -> Iterator[tuple[str, int]]:
    """The Arabic words of the treebank as written, and how many clitics each begins with."""
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        run: list[tuple[str, str]] = []
        for line in block.split("\n"):
            if line.startswith("#"):
                continue
            cells = line.split("\t")
            if cells[3] in _SIGNS or not "\u0621" <= cells[1][:1] <= "\u064a":
                yield from _word(run)
                run = []
                continue
            run.append((cells[1], cells[3]))
            if "SpaceAfter=No" not in cells[9]:
                yield from _word(run)
                run = []
        yield from _word(run)


def _word(run: Sequence[tuple[str, str]]) -> Iterator[tuple[str, int]]:
    if not run:
        return
    count = 0
    for form, part in run[:-1]:
        if form not in "وفبلكس" or part not in _PARTS:
            break
        count += 1
    yield "".join(form for form, _ in run), count


def score(path: Path) -> tuple[float, float, Counter[tuple[str, int, int]]]:
    """The share of words whose clitics are right, that without splitting, and the differences."""
    from waqai.arabic.clitics import proclitics

    total = right = whole = 0
    misses: Counter[tuple[str, int, int]] = Counter()
    for word, expected in words(path):
        found = proclitics(word)
        total += 1
        right += found == expected
        whole += expected == 0
        if found != expected:
            misses[word, expected, found] += 1
    return right / max(total, 1), whole / max(total, 1), misses


def table(right: float, whole: float) -> Table:
    """The share of words right, and what it would be if no word was split."""
    rows = [["waqai", f"{right:.4f}"], ["never splitting", f"{whole:.4f}"]]
    return Table("Clitics (UD_Arabic-PUD)", ["", "words right"], rows)


def report(path: Path) -> Report:
    """The score on the treebank at `path`, with every difference."""
    right, whole, misses = score(path)
    lines = [
        f"{n} × {word}: {expected} clitics, found {found}"
        for (word, expected, found), n in misses.most_common()
    ]
    return Report([table(right, whole)], {("clitics", "words", "rate"): right}, lines)


def _scored(path: Path) -> tuple[Table, Iterator[str]]:
    right, whole, misses = score(path)
    lines = (f"{n}\t{w}\t{e}\t{f}" for (w, e, f), n in misses.most_common())
    return table(right, whole), lines


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the scores; 0, also where the treebank is absent."""
    return score_alone(__doc__, lambda shared: shared.treebank, _scored, arguments)


if __name__ == "__main__":
    raise SystemExit(main())
