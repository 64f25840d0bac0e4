"""Days of a month without its name: "السابع من الشهر الجاري", "15 من الشهر المقبل"."""

from dataclasses import replace

from waqai.arabic.dates import skip_article
from waqai.arabic.numbers import parse_ordinal
from waqai.arabic.tokens import Tokens
from waqai.mentions.times.match import Match, date
from waqai.mentions.times.units import unit_reference
from waqai.mentions.times.vocabulary import steps
from waqai.model.times import Shift, Unit


def read_day_of_month(tokens: Tokens, i: int) -> Match | None:
    """The day of this, the last or the coming month at token `i`, or None."""
    ordinal = parse_ordinal(tokens, i)
    if ordinal is not None:
        day, end, clitics = int(ordinal.value), ordinal.end, ordinal.clitics
    else:
        at = skip_article(tokens, i)
        word = tokens.words[at] if at < len(tokens) else ""
        if not word.isascii() or not word.isdigit() or len(word) > 2:
            return None
        day, end, clitics = int(word), at + 1, 0
    if not 1 <= day <= 31:
        return None
    of = end < len(tokens) and tokens.words[end] == "من"
    at = end + of
    qualifier = steps("qualifiers").at(tokens, at)
    if qualifier is not None and not qualifier.clitics and (of or ordinal is None):
        if qualifier.sense not in {-1, 0} or tokens.words[qualifier.end - 1].endswith("ه"):
            return None
        return date(i, qualifier.end, clitics, Shift(Unit.MONTH, qualifier.sense, day=day))
    month = unit_reference(tokens, at)
    if month is None or not isinstance(month.reference, Shift):
        return None
    shift = month.reference
    if shift.unit is not Unit.MONTH or month.clitics or month.portion is not None:
        return None
    return date(i, month.end, clitics, replace(shift, day=day))
