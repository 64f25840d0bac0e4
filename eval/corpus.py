"""The gate for what is measured on the whole corpus: `python -m eval.corpus --shared DIR`.

It reads six thousand articles and makes two chronicles of them, which takes minutes; the options,
the bounds and the exit code are those of `python -m eval`.
"""

from eval import happenings, neighbour_dating
from eval.__main__ import main
from eval.sets import Set
from eval.shared import Shared


def happening_set() -> Set:
    """Happenings of the public record, looked for in a chronicle of the corpus."""
    return Set(
        happenings.SET,
        (happenings.SET,),
        Shared.corpus_files,
        lambda shared, pins: happenings.report(shared),
    )


def neighbour_dating_set() -> Set:
    """Articles of the corpus whose day is hidden, dated by the others."""
    return Set(
        neighbour_dating.SET,
        (neighbour_dating.SET,),
        Shared.corpus_files,
        lambda shared, pins: neighbour_dating.report(shared),
    )


CORPUS_SETS = (happening_set(), neighbour_dating_set())

if __name__ == "__main__":
    raise SystemExit(main(sets=CORPUS_SETS))
