"""Thirty happenings of the public record, looked for in a chronicle of the press of their months.

    python -m eval.happenings --shared DIR [--misses]

Found: one of our happenings has its type, parties, place and state, and days that hold its day and
are three at most. Split: two of ours with three tellings or more are it. Merged: one of ours holds
tellings of two of the thirty, each from two stories or more.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from eval.findings import annotated, stories_of
from eval.known_happenings import Cast, Known, gap, is_that_day, read_known, tells_day
from eval.on_corpus import command
from eval.report import Report, Table
from eval.shared import Shared
from waqai.model.chronicle import Happening, Window
from waqai.model.findings import Findings

SET = "happenings"

#: How many tellings make two of ours that are one thing count as split, and how many stories two
#: things in one of ours as merged: below, the reading of a sentence slipped.
_TOLD = 3
_STORIES = 2
#: How many of ours are shown beside one that was missed.
_NEAREST = 4


def score(known: Sequence[Known], findings: Findings) -> Report:
    """How many of `known` the chronicle holds, on their day, once, and unmixed."""
    cast = Cast(findings.entities)
    ours = {
        one.id: sorted(
            (
                happening
                for happening in findings.happenings
                if cast.is_it(happening, one) and tells_day(happening.day, one.day)
            ),
            key=lambda h: (not is_that_day(h.day, one.day), -len(h.tellings), h.id),
        )
        for one in known
    }
    on_day = [one for one in known if any(is_that_day(h.day, one.day) for h in ours[one.id])]
    split = [one for one in known if len(_told_often(ours[one.id])) > 1]
    mixed = merged(known, findings, cast)
    figures = {
        "found": sum(map(bool, ours.values())),
        "on_the_day": len(on_day),
        "split": len(split),
        "merged": len(mixed),
    }
    rows = [[name.replace("_", " "), str(count)] for name, count in figures.items()]
    notes = [f"of {len(known)}, in {len(findings.happenings)} happenings of ours"]
    lines = [line for one in known for line in _lines(one, ours[one.id], findings, cast)]
    lines += [f"merged: {first} and {second} in {id}" for first, second, id in mixed]
    return Report(
        [Table("Happenings of the public record", ["measure", "happenings"], rows, notes)],
        {(SET, name, "count"): float(count) for name, count in figures.items()},
        lines,
    )


def merged(known: Sequence[Known], findings: Findings, cast: Cast) -> list[tuple[str, str, str]]:
    """Pairs of the record, each told by two stories or more in one of ours, with its id.

    A telling is of the record's happening when all of it is right by itself, its day too.
    """
    tellings = {telling.key: telling for report in findings.reports for telling in report.tellings}
    found = []
    for happening in findings.happenings:
        stories: defaultdict[str, set[str]] = defaultdict(set)
        for telling in (tellings[key] for key in happening.tellings):
            for one in known:
                if cast.is_it(telling, one) and is_that_day(telling.day, one.day):
                    stories[one.id].add(telling.key.story)
        told = sorted(id for id, those in stories.items() if len(those) >= _STORIES)
        found += [(first, second, happening.id) for first, second in combinations(told, 2)]
    return found


def _told_often(ours: Sequence[Happening]) -> list[Happening]:
    return [one for one in ours if len(one.tellings) >= _TOLD]


def _lines(one: Known, ours: Sequence[Happening], findings: Findings, cast: Cast) -> list[str]:
    """What is to be said of one: that it was missed and what is nearest, or split, or vague."""
    names = {entity.id: entity.name for entity in findings.entities}
    if not ours:
        near = sorted(
            (h for h in findings.happenings if cast.has_parties(h, one)),
            key=lambda h: (min(gap(h.day, one.day), 5), -len(h.tellings), h.id),
        )
        first = f"missed {one.id} ({_days(one.day)}): {one.note}"
        return [first, *(f"    near: {_shown(h, names)}" for h in near[:_NEAREST])]
    lines = []
    if len(often := _told_often(ours)) > 1:
        lines += [f"split {one.id}", *(f"    part: {_shown(h, names)}" for h in often)]
    if not is_that_day(ours[0].day, one.day):
        lines.append(f"vague {one.id} ({_days(one.day)}): {_shown(ours[0], names)}")
    return lines


def _shown(one: Happening, names: Mapping[str, str]) -> str:
    actors, recipients = (
        "، ".join(names[id] for id in ids) for ids in (one.actors, one.recipients)
    )
    place = "" if one.place is None else f" @ {names[one.place]}"
    return (
        f"{one.type} {one.kind} {one.status} {_days(one.day)} {actors} > {recipients}{place} "
        f"({one.stories} stories, {len(one.tellings)} tellings, {one.id})"
    )


def _days(day: Window) -> str:
    return str(day.day) if day.day else f"{day.earliest or ''}..{day.latest or ''}"


def report(shared: Shared) -> Report:
    """The thirty, looked for in a chronicle of the whole corpus."""
    return score(read_known(), stories_of(annotated(shared.corpus)).findings())


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints how many are found, and what went wrong on demand; 0, also without the corpus."""
    return command(
        "eval.happenings", __doc__, report, "print what was missed, split, mixed", arguments
    )


if __name__ == "__main__":
    raise SystemExit(main())
