"""Evidence in words that a reader understands, Arabic and English."""

from datetime import date

from waqai.knowledge import load
from waqai.model.publication import Reason
from waqai.resolve.evidence import Evidence, wording_row


def reason(evidence: Evidence, by: Evidence | None = None, *, kept: bool = True) -> Reason:
    """`evidence` as a reason; with `by`, the stronger evidence for which it was set aside."""
    en, ar = _said(evidence, "en"), _said(evidence, "ar")
    if by is not None:
        aside = load("dating")["set_aside"]
        en = aside["en"].format(reason=en, by=_said(by, "en"))
        ar = aside["ar"].format(reason=ar, by=_said(by, "ar"))
    en = en[:1].upper() + en[1:]
    where = evidence.start, evidence.end
    return Reason(evidence.rule, en, ar, *where, kept, evidence.stories)


def day_in_words(day: date, language: str) -> str:
    """A day as newspapers write it, `language` "ar" or "en".

    >>> day_in_words(date(2025, 12, 4), "ar")
    'الخميس 4 ديسمبر 2025'
    """
    calendar = load("dating")["calendar"]
    text: str = calendar[f"date_{language}"].format(
        weekday=calendar[f"weekdays_{language}"][day.isoweekday() - 1],
        day=day.day,
        month=calendar[f"months_{language}"][day.month - 1],
        year=day.year,
    )
    return text


def _said(evidence: Evidence, language: str) -> str:
    table = load("dating")
    weekdays = table["calendar"][f"weekdays_{language}"]
    source = table["stamp"][evidence.source][language] if evidence.source else ""
    words: str = wording_row(evidence.template)[language].format(
        source=source,
        text=" ".join(evidence.text.split()),
        pages=evidence.pages,
        date="" if evidence.day is None else day_in_words(evidence.day, language),
        last="" if evidence.last is None else day_in_words(evidence.last, language),
        weekday="" if evidence.weekday is None else weekdays[evidence.weekday - 1],
    )
    return words
