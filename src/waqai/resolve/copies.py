"""Stories that go back to one text: near-copies of an agency's report, updates of one's own.

Each text is told by a MinHash of its runs of three words (Broder 1997, in rensa's fast variant),
small enough to keep; which stories to compare is looked up by parts of it (locality-sensitive
hashing), so that no story is compared with all others.
"""

from collections import defaultdict
from collections.abc import Mapping
from operator import eq
from struct import pack, unpack

from rensa import RMinHash  # type: ignore[import-untyped]  # it has no types

from waqai.resolve.entities.words import words_of

#: How signatures are made. Those of another method compare with nothing: make them anew.
METHOD = f"rensa-r{RMinHash.ALGORITHM_VERSION}-128x16-w3"

#: The share of the shorter text's runs that stand in the longer one, from which on they are
#: copies: of pairs read around it, those above told one account, those below had background in
#: common (docs/chronicle.md).
COPIED = 0.6

_RUN = 3  # words
_LEAST = 40  # words: a shorter text is like another by accident
_SLOTS = 128
_SEED = 1
_ROWS = 2  # slots of a band: two texts with 30 % in common share one of 32 bands 19 times in 20
_BANDS = 32
_FORMAT = f"<H{_SLOTS}H"  # how many runs, then the low half of each slot
_MOST = (1 << 16) - 1


def signature(text: str) -> bytes:
    """What `text` is compared by: 258 bytes, none for a text of less than 40 words."""
    words = words_of(text)
    if len(words) < _LEAST:
        return b""
    runs = {" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
    sketch = RMinHash(num_perm=_SLOTS, seed=_SEED)
    sketch.update(sorted(runs))
    return pack(_FORMAT, min(len(runs), _MOST), *(slot & _MOST for slot in sketch.digest()))


def bands(signature: bytes) -> tuple[bytes, ...]:
    """The keys, 5 bytes each, under which a story is looked up: copies share one or more.

    None for a text without signature.
    """
    if not signature:
        return ()
    width = 2 * _ROWS
    starts = range(2, 2 + width * _BANDS, width)
    return tuple(bytes((n,)) + signature[at : at + width] for n, at in enumerate(starts))


def is_copy(a: bytes, b: bytes) -> bool:
    """Whether the texts of two signatures go back to one text."""
    return contained(a, b) >= COPIED


def contained(a: bytes, b: bytes) -> float:
    """The share of the shorter text's runs of words that stand in the longer one, 0.0 to 1.0.

    An estimate, off by 0.05 or so; 0.0 where one has no signature.
    """
    if not a or not b:
        return 0.0
    (runs, *slots), (others, *theirs) = unpack(_FORMAT, a), unpack(_FORMAT, b)
    alike: float = sum(map(eq, slots, theirs)) / _SLOTS
    shared: float = alike * (runs + others) / ((1 + alike) * min(runs, others))
    return min(1.0, shared)


def accounts(signatures: Mapping[str, bytes]) -> dict[str, str]:
    """For each story's id that of its account: the smallest id of the stories that are copies.

    Copies of a copy are of one account. The same in whatever order the stories stand; a new story
    gives an account another id only where its own is smaller.
    """
    account = {story: story for story in sorted(signatures)}
    met: defaultdict[bytes, list[str]] = defaultdict(list)
    for story in account:
        near = {other for band in bands(signatures[story]) for other in met[band]}
        for other in sorted(near):
            ours, theirs = _root(account, story), _root(account, other)
            if ours != theirs and is_copy(signatures[story], signatures[other]):
                account[max(ours, theirs)] = min(ours, theirs)
        for band in bands(signatures[story]):
            met[band].append(story)
    return {story: _root(account, story) for story in account}


def _root(account: dict[str, str], story: str) -> str:
    while account[story] != story:
        account[story] = account[account[story]]
        story = account[story]
    return story
