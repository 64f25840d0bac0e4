"""Where what is said ends, and whether it stands in quotation marks."""

from waqai.extract.statements.drafts import Draft
from waqai.extract.statements.ground import COMMAS, Ground
from waqai.extract.statements.morphology import Form
from waqai.extract.statements.openers import Opener, Strength
from waqai.extract.statements.reading import connected
from waqai.extract.statements.vocabulary import complements, listed

_SHARE = 0.6
_FEW = 4
_MANY = 5
_LEAD = 6
_ENDS = frozenset({".", "؟", "?", "!", "\n"})


def cut(ground: Ground, drafts: list[Draft]) -> None:
    """Gives each draft its end and its mode."""
    cues = sorted(drafts, key=lambda d: d.first)
    for draft in drafts:
        if not draft.after:
            continue
        if not draft.fixed:
            _end(ground, draft, cues)
        _trim(ground, draft)


def _end(ground: Ground, draft: Draft, cues: list[Draft]) -> None:
    at, opener = draft.opener.at, draft.opener
    quote = ground.opened.get(at - 1) if opener.strength is Strength.QUOTE else None
    clause = _clause(ground, draft, cues, quote.close + 1 if quote else at)
    if quote is None:
        draft.direct = False
        draft.end = clause
        if opener.strength <= Strength.PREPOSITION:
            _nearly_all(ground, draft)
        return
    if not quote.closed:
        unsure = _complement_before(ground, draft)
        draft.direct = not unsure
        draft.end = _clause(ground, draft, cues, at) if unsure else quote.close
        if unsure:
            draft.opener = Opener(opener.mark, opener.mark, opener.strength)
        return
    size = quote.close - at
    outside = max(0, clause - quote.close - 1)
    pronoun = _pronoun_before(ground, draft)
    if ground.word(quote.close + 1) in COMMAS:
        outside = 0
    few = size < _FEW and (pronoun or outside > 2)
    draft.direct = not few and size / (size + outside + 1e-9) >= _SHARE
    goes_on = not draft.direct and ground.word(quote.close + 1)[:1].isalpha()
    draft.end = quote.close if draft.direct or (outside <= 2 and not goes_on) else clause
    if not draft.direct:
        draft.opener = Opener(opener.mark, opener.mark, opener.strength)


def _nearly_all(ground: Ground, draft: Draft) -> None:
    """Where a quotation is nearly all that is said ("طالب بإنهاء "…""), it is what is said."""
    at = draft.opener.at
    for k in range(at + 1, min(at + _LEAD, draft.end)):
        quote = ground.opened.get(k)
        if quote is None:
            continue
        size = quote.close - k - 1
        outside = max(0, draft.end - quote.close - 1)
        before = ground.word(k - 1)
        lead = sum(ground.word(j) not in complements() for j in range(at, k))
        late = lead > 1 and any(ground.word(j) in complements() for j in range(at, k - 1))
        if ground.names_something(quote) or not quote.closed or size < _MANY or outside > 2 or late:
            return
        if before in complements() or k - at <= 2 or lead <= 1:
            draft.opener = Opener(draft.opener.mark, k + 1, Strength.QUOTE)
            draft.direct, draft.end = True, quote.close
        return


def _complement_before(ground: Ground, draft: Draft) -> bool:
    return ground.word(draft.opener.at - 2) in complements()


def _pronoun_before(ground: Ground, draft: Draft) -> bool:
    word = ground.word(draft.opener.at - 2)
    return word in complements() and not word.endswith("ن")


def _clause(ground: Ground, draft: Draft, cues: list[Draft], at: int) -> int:
    """The end of the clause that goes on at `at`: the sentence's, or another saying."""
    around = ground.inside.get(draft.first)
    n = around.close if around is not None and around.open < draft.first else len(ground.tokens)
    end, words = at, ground.words
    while end < n:
        if words[end] in _ENDS and ground.stops[end] == end:
            break
        if end in ground.opened and ground.opened[end].closed:
            end = ground.opened[end].close
        end += 1
    for other in cues:
        if draft.first < other.first and at <= other.first < end and _resumes(ground, draft, other):
            end = other.first - connected(ground, other.first)
            break
    for k in range(at, end):
        if words[k] in COMMAS and ground.phrase(k + 1, "words", "closers") > k + 1:
            return k
    return end


def _resumes(ground: Ground, draft: Draft, other: Draft) -> bool:
    """Whether `other` stands beside `draft`, not within it."""
    parent = other.parent
    while parent is not None:
        if parent is draft:
            return False
        parent = parent.parent
    if other.cue is None:
        return True
    if other.cue.form is Form.PARTICIPLE or other.cue.clitics[:1] in {"و", "ف"}:
        return True
    if connected(ground, other.first):
        return True
    return ground.word(other.first - 1) in COMMAS | listed("words", "resuming")


def _trim(ground: Ground, draft: Draft) -> None:
    """Takes commas and joining words off the end; never to nothing."""
    end = max(draft.end, draft.opener.at + 1)
    joins = COMMAS | listed("words", "resuming") | {":", "-", "–"}
    while end - 1 > draft.opener.at and ground.word(end - 1) in joins:
        end -= 1
    draft.end = min(end, len(ground.tokens))
