"""`waqai who`: a person, organisation or place, by any name."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from waqai.cli import asking
from waqai.cli.options import File

if TYPE_CHECKING:
    from rich.text import Text

    from waqai.store.queries.profile import Profile
    from waqai.store.reading import Chronicle

_SHOWN = 5  # of those that a name may mean


def who(
    file: File,
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="Any name or word of one, Arabic or Latin, or an id."),
    ],
    limit: asking.Limit = 5,
    json: asking.Json = False,
) -> None:
    """Show whom a name may mean: ids, other names, roles, what they did last, what they said last.

    The spelling of hamza and taa marbuta does not matter, nor does the article.
    """
    from waqai.exports import answers

    with asking.asked(file) as chronicle:
        found = asking.meant(chronicle, name)
        profiles = [chronicle.profile(entity, limit) for entity in found[:_SHOWN]]
        others = [entity.id for entity in found[_SHOWN:]]
        asking.answer(
            json,
            lambda: answers.who(chronicle, profiles),
            lambda: _lines(chronicle, profiles, others),
        )


def _lines(
    chronicle: "Chronicle", profiles: "list[Profile]", others: list[str]
) -> "Iterator[Text]":
    from rich.text import Text

    from waqai.exports import findings_text

    for one in profiles:
        yield from findings_text.person(one)
        for happening in one.did:
            yield from findings_text.happening(happening)
        for shown in one.said:
            yield from findings_text.evidence(chronicle, shown)
        yield Text()
    if others:
        yield Text(f"{len(others)} more: {' '.join(others[:10])}", "dim")
