"""Parts of longer times: "أواخر أكتوبر", "الربع الأول من 2025", "صيف العام الماضي", feasts."""

from dataclasses import dataclass, replace

from waqai.arabic.numbers import parse_ordinal
from waqai.arabic.tokens import Tokens
from waqai.knowledge import load
from waqai.mentions.times.match import Match, date, direction_of
from waqai.mentions.times.units import unit_reference
from waqai.mentions.times.vocabulary import (
    decades,
    feasts,
    listed,
    plain,
    portions,
    preceded_by,
    seasons,
    steps,
    units,
    vague,
)
from waqai.mentions.times.years import read_month_reference, read_year_reference
from waqai.model.times import CalendarDate, Direction, Era, NamedPeriod, Portion, Shift, Unit, Vague


def read_span(tokens: Tokens, i: int) -> Match | None:
    """The month, year, week, season, quarter, decade … at token `i`, or None."""
    return (
        _weekend(tokens, i)
        or _portion(tokens, i)
        or _part_of_year(tokens, i)
        or _week_of(tokens, i)
        or read_month_reference(tokens, i)
        or read_year_reference(tokens, i)
        or unit_reference(tokens, i)
        or _season(tokens, i)
        or _decade(tokens, i)
        or _century(tokens, i)
        or _feast(tokens, i)
        or _vague(tokens, i)
    )


def _weekend(tokens: Tokens, i: int) -> Match | None:
    """ "نهاية الأسبوع [الماضي]"."""
    found = listed("weekend").at(tokens, i)
    if found is None:
        return None
    qualifier = steps("qualifiers").at(tokens, found.end)
    if qualifier is None or qualifier.clitics:
        return date(i, found.end, found.clitics, Shift(Unit.WEEKEND, 0))
    return date(i, qualifier.end, found.clitics, Shift(Unit.WEEKEND, qualifier.sense))


def _portion(tokens: Tokens, i: int) -> Match | None:
    """ "أواخر أكتوبر", "مطلع العام الجاري", "نهاية 2024", "منتصف الشهر"."""
    edge = None
    found = portions().at(tokens, i)
    if found is None:
        edge = portions("edge_portions").at(tokens, i)
        found = edge
    if found is None:
        return None
    at = found.end
    whole = None
    if edge is None:
        whole = (
            read_month_reference(tokens, at, anchored=True)
            or _said_or_bare_year(tokens, at)
            or unit_reference(tokens, at)
            or _season(tokens, at)
            or _decade(tokens, at)
            or _century(tokens, at)
        )
    if edge is not None and at < len(tokens) and _running_unit(tokens, at):
        whole = unit_reference(tokens, at)
    whole = whole or _running_unit(tokens, at)
    if whole is None or whole.clitics or not _can_be_parted(whole):
        return None
    return replace(whole, begin=i, clitics=found.clitics, portion=found.sense)


def _can_be_parted(whole: Match) -> bool:
    reference = whole.reference
    if isinstance(reference, Shift):
        return reference.unit is not Unit.DAY
    return isinstance(reference, CalendarDate | NamedPeriod | Era) and whole.portion is None


def _said_or_bare_year(tokens: Tokens, i: int) -> Match | None:
    return read_year_reference(tokens, i) if i < len(tokens) else None


def _running_unit(tokens: Tokens, i: int) -> Match | None:
    """ "العام", "الشهر" alone behind "مطلع": the one that is now."""
    word = units().at(tokens, i)
    if word is None or word.clitics or not word.sense.definite or word.sense.count != 1:
        return None
    if word.sense.unit not in {Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.DECADE}:
        return None
    return date(i, word.end, 0, Shift(word.sense.unit, 0))


def _part_of_year(tokens: Tokens, i: int) -> Match | None:
    """ "الربع الأول من 2025", "النصف الثاني من العام الماضي"."""
    quarter = listed("quarters", "words").at(tokens, i)
    half = None if quarter else listed("quarters", "halves").at(tokens, i)
    head = quarter or half
    if head is None:
        return None
    ordinal = parse_ordinal(tokens, head.end)
    last = ordinal is None and listed("qualifiers_last").at(tokens, head.end)
    number = int(ordinal.value) if ordinal else (4 if quarter else 2)
    if (ordinal is None and not last) or number > (4 if quarter else 2):
        return None
    end = ordinal.end if ordinal else head.end + 1
    unit = Unit.QUARTER if quarter else Unit.HALF
    period = NamedPeriod(unit, f"{'Q' if quarter else 'H'}{number}")
    of = end < len(tokens) and tokens.words[end] in {"من", "ل", "لل"}
    year = _year_of(tokens, end + of)
    if year is None and half and of:
        month = read_month_reference(tokens, end + 1, anchored=True)
        part = Portion.START if number == 1 else Portion.END
        if month is None or month.clitics:
            return None
        return replace(month, begin=i, clitics=head.clitics, portion=part)
    if year is None:
        return None
    return date(i, year[0], head.clitics, _in_year(period, year[1]))


def _week_of(tokens: Tokens, i: int) -> Match | None:
    """ "الأسبوع الثاني من شباط/فبراير", "الأسبوع الأول من عام 2025", "آخر أسبوع من مارس"."""
    last = portions("edge_portions").at(tokens, i)
    word = units().at(tokens, last.end if last else i)
    if word is None or word.sense.unit is not Unit.WEEK or word.sense.count != 1:
        return None
    if last is not None:
        week, end = (1 if last.sense is Portion.START else 5), word.end
    else:
        ordinal = parse_ordinal(tokens, word.end)
        final = None if ordinal else listed("qualifiers_last").at(tokens, word.end)
        if not (ordinal or final) or not word.sense.definite:
            return None
        week = int(ordinal.value) if ordinal else 5
        end = ordinal.end if ordinal else word.end + 1
    if week > 53:
        return None
    end += tuple(tokens.words[end : end + 1]) == ("من",)
    whole = (
        read_month_reference(tokens, end, anchored=True)
        or read_year_reference(tokens, end)
        or unit_reference(tokens, end)
        or _running_unit(tokens, end)
    )
    if whole is None or whole.clitics or not isinstance(whole.reference, CalendarDate | Shift):
        return None
    if isinstance(whole.reference, Shift):
        in_month = whole.reference.unit is Unit.MONTH
        if not in_month and whole.reference.unit is not Unit.YEAR:
            return None
    else:
        in_month = whole.reference.month is not None
    if in_month and week > 5:
        return None
    clitics = last.clitics if last else word.clitics
    return date(i, whole.end, clitics, replace(whole.reference, week=week))


@dataclass(frozen=True, slots=True)
class _Year:
    """A year as such, or as steps from the running one."""

    year: int | None = None
    shift: int | None = None


def _in_year(period: NamedPeriod, year: _Year) -> NamedPeriod:
    return replace(period, year=year.year, year_shift=year.shift)


def _year_of(tokens: Tokens, i: int) -> tuple[int, _Year] | None:
    """The year a part belongs to, with the token behind it."""
    if i >= len(tokens):
        return None
    found = read_year_reference(tokens, i) or unit_reference(tokens, i) or _running_unit(tokens, i)
    if found is None:
        word = tokens.words[i]
        if len(word) == 4 and word.isdigit() and 1900 <= int(word) <= 2100:
            return i + 1, _Year(year=int(word))
        return None
    reference = found.reference
    if isinstance(reference, CalendarDate) and reference.year and reference.month is None:
        return found.end, _Year(year=reference.year)
    if isinstance(reference, Shift) and reference.unit is Unit.YEAR:
        return found.end, _Year(shift=reference.by)
    return None


def _season(tokens: Tokens, i: int) -> Match | None:
    """ "صيف 2024", "الشتاء المقبل", "خريف العام الماضي": a season with its year."""
    this = listed("this").at(tokens, i)
    found = seasons().at(tokens, this.end if this else i)
    if found is None or (this and found.clitics):
        return None
    if this is not None:
        period = NamedPeriod(Unit.SEASON, found.sense, year_shift=0)
        return date(i, found.end, this.clitics, period)
    if found.end < len(tokens) and tokens.words[found.end] in plain("seasons_never", "before"):
        return None
    period = NamedPeriod(Unit.SEASON, found.sense)
    qualifier = steps("qualifiers").at(tokens, found.end)
    if qualifier is not None and not qualifier.clitics:
        side = direction_of(qualifier.sense)
        period = replace(period, direction=side, explicit=True)
        return date(i, qualifier.end, found.clitics, period)
    of = found.end < len(tokens) and tokens.words[found.end] == "من"
    year = _year_of(tokens, found.end + of)
    return date(i, year[0], found.clitics, _in_year(period, year[1])) if year else None


def _decade(tokens: Tokens, i: int) -> Match | None:
    """ "تسعينيات القرن الماضي", "الثمانينيات"."""
    found = decades().at(tokens, i)
    if found is None:
        return None
    end = found.end
    if tuple(tokens.words[end : end + 1]) == ("من",):
        end += 1
    if end < len(tokens) and tokens.words[end] in plain("decades_never", "before"):
        return None
    century = unit_reference(tokens, end)
    first = found.sense
    if century and isinstance(century.reference, Shift):
        if century.reference.unit is not Unit.CENTURY:
            return None
        first += 100 * (century.reference.by + 1)
        return date(i, century.end, found.clitics, Era(first, 10))
    named = _century(tokens, end)
    if named and isinstance(named.reference, Era):
        first = named.reference.first_year + first % 100
        return date(i, named.end, found.clitics, Era(first, 10))
    if not _era_alone(tokens, i, first):
        return None
    return date(i, found.end, found.clitics, Era(first, 10))


def _era_alone(tokens: Tokens, i: int, first: int) -> bool:
    """Whether a decade without its century is one, and no age ("رجل في الخمسينيات")."""
    if first >= load("times")["decades_alone"]["always_from"]:
        return True
    if preceded_by(tokens, i, plain("decades_alone", "after")):
        return True
    return i > 0 and tokens.words[i - 1] in portions()


def _century(tokens: Tokens, i: int) -> Match | None:
    """ "القرن التاسع عشر"."""
    word = units().at(tokens, i)
    if word is None or word.sense.unit is not Unit.CENTURY or not word.sense.definite:
        return None
    ordinal = parse_ordinal(tokens, word.end)
    if ordinal is None or ordinal.clitics:
        return None
    return date(i, ordinal.end, word.clitics, Era(100 * (int(ordinal.value) - 1), 100))


def _feast(tokens: Tokens, i: int) -> Match | None:
    found = feasts().at(tokens, i)
    if found is None:
        return None
    if found.end < len(tokens) and tokens.words[found.end] in plain("feasts_never", "before"):
        return None
    feast = NamedPeriod(Unit.DAY, found.sense)
    qualifier = steps("qualifiers").at(tokens, found.end)
    if qualifier is not None and not qualifier.clitics:
        side = direction_of(qualifier.sense)
        feast = replace(feast, direction=side, explicit=True)
        return date(i, qualifier.end, found.clitics, feast)
    year = _year_of(tokens, found.end)
    if year is not None:
        return date(i, year[0], found.clitics, _in_year(feast, year[1]))
    return date(i, found.end, found.clitics, feast)


def _vague(tokens: Tokens, i: int) -> Match | None:
    found = vague().at(tokens, i)
    return date(i, found.end, found.clitics, Vague(Direction(found.sense))) if found else None
