"""The chain that carried a statement: agencies, channels, the one who reported another."""

from waqai.extract.statements.drafts import Draft, is_carrier
from waqai.extract.statements.ground import Ground, Named
from waqai.extract.statements.vocabulary import listed
from waqai.model.names import EntityKind


def link(
    ground: Ground,
    drafts: list[Draft],
    carried: list[tuple[int, int]],
    unnamed: list[tuple[int, int]],
) -> None:
    """Fills in each draft's `via`, from the speaker outwards.

    `carried` are the sources named before a verb ("بحسب كذا، قال …"), `unnamed` the agencies and
    channels that no name covers: token and entity.
    """
    for at, source in carried:
        behind = [d for d in drafts if d.first > at and ground.begins[d.first] == ground.begins[at]]
        if behind:
            min(behind, key=lambda d: d.first).via.append(source)
    previous: Draft | None = None
    narrator: Draft | None = None
    for draft in sorted(drafts, key=lambda d: (d.first, d.opener.at)):
        after = previous.end if previous is not None and previous.after else 0
        _carriers(ground, draft, unnamed, after)
        parent = draft.parent
        if parent is not None:
            if parent.speaker is not None and parent.speaker != draft.speaker:
                draft.via.append(parent.speaker)
            draft.via += parent.via
        elif previous is not None and not draft.via and _goes_on(ground, previous, draft):
            draft.via += previous.via
        if parent is None and not draft.via and _told_by(ground, narrator, draft):
            draft.via += [narrator.speaker] if narrator and narrator.speaker is not None else []
        if parent is None and draft.speaker is not None and is_carrier(ground, draft.speaker):
            narrator = draft
        draft.via = [v for v in dict.fromkeys(draft.via) if v != draft.speaker]
        if draft.aside and previous is not None:
            previous.reach = max(previous.reach, draft.end)  # a headline between does not part them
        elif parent is None:
            previous = draft


def _carriers(ground: Ground, draft: Draft, unnamed: list[tuple[int, int]], after: int) -> None:
    """Adds the agencies and channels named between the sentence's begin and what is said.

    Those before token `after` belong to the statement before.
    """
    begin = max(ground.begins[draft.first], min(after, draft.first))
    end = max(draft.opener.mark, draft.first) if draft.after else draft.first
    for named in ground.names:
        if named.begin >= end:
            break
        if (
            named.begin >= begin
            and named.entity != draft.speaker
            and ground.word(named.begin - 1) != "("
            and (is_carrier(ground, named.entity) or _introduced(ground, named))
        ):
            draft.via.append(named.entity)
    draft.via += [entity for at, entity in unnamed if begin <= at < end and entity != draft.speaker]


def _introduced(ground: Ground, named: Named) -> bool:
    """Whether a word says that the name is a carrier's: صحيفة "…", شبكة …."""
    before = ground.word(named.begin - 1 - (named.begin - 1 in ground.opened))
    carriers = listed("sources", "carriers")
    return named.kind is not EntityKind.PERSON and (before in carriers or before[1:] in carriers)


def _goes_on(ground: Ground, previous: Draft, draft: Draft) -> bool:
    """Whether `draft` hangs on the statement before it: the same speaker, nothing told between."""
    if draft.speaker != previous.speaker:
        return False
    stop = ground.stops[min(max(previous.end, previous.reach), len(ground.stops) - 1)]
    return ground.begins[draft.first] <= stop + 3


def _told_by(ground: Ground, narrator: Draft | None, draft: Draft) -> bool:
    """An agency that tells a scene carries all that is said in the same paragraph."""
    if narrator is None or narrator is draft:
        return False
    return "\n" not in ground.tokens.words[narrator.first : draft.first]
