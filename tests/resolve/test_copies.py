"""Near-copies: what goes back to one text, and what does not."""

from hypothesis import given, settings
from hypothesis import strategies as st

from waqai.resolve.copies import accounts, bands, contained, is_copy, signature

# Words that no text of news has: what is tested is how many runs of them two texts share.
WORDS = [f"كلمة{number}" for number in range(400)]


def text(*parts: tuple[int, int]) -> str:
    return " ".join(" ".join(WORDS[start:end]) for start, end in parts)


REPORT = text((0, 120))


def test_a_text_is_a_copy_of_itself_however_its_letters_are_written() -> None:
    marked = REPORT.replace("كلمة", "كلمـةٌ").replace("1", "١").replace(" ", "،\n")
    assert signature(marked) == signature(REPORT)
    assert is_copy(signature(REPORT), signature(marked))


def test_an_edited_copy_is_one() -> None:
    edited = text((0, 50), (200, 206), (52, 110))
    assert is_copy(signature(REPORT), signature(edited))


def test_a_report_within_a_longer_text_is_a_copy() -> None:
    longer = text((200, 300), (0, 120), (300, 340))
    assert is_copy(signature(REPORT), signature(longer))


def test_background_in_common_makes_no_copy() -> None:
    other = text((200, 290), (0, 40))
    assert not is_copy(signature(REPORT), signature(other))


def test_how_much_is_shared_is_estimated_within_a_tenth() -> None:
    half = text((0, 62), (200, 260))
    assert abs(contained(signature(REPORT), signature(half)) - 60 / 118) < 0.1


def test_a_short_text_is_no_copy_even_of_itself() -> None:
    short = text((0, 39))
    assert signature(short) == b""
    assert bands(signature(short)) == ()
    assert not is_copy(signature(short), signature(short))
    assert not is_copy(signature(short), signature(REPORT))


def test_a_signature_is_small_and_its_bands_are_told_apart() -> None:
    made = signature(REPORT)
    assert len(made) == 258
    assert len(set(bands(made))) == 32
    assert {len(band) for band in bands(made)} == {5}


def test_copies_share_an_account_and_copies_of_copies_too() -> None:
    signatures = {
        "d.0": signature(REPORT),
        "b.0": signature(text((30, 150))),
        "c.0": signature(text((60, 180))),
        "a.0": signature(text((200, 320))),
    }
    assert not is_copy(signatures["d.0"], signatures["c.0"])
    assert accounts(signatures) == {"a.0": "a.0", "b.0": "b.0", "c.0": "b.0", "d.0": "b.0"}


def test_stories_without_signature_have_accounts_of_their_own() -> None:
    assert accounts({"a.0": b"", "b.0": b""}) == {"a.0": "a.0", "b.0": "b.0"}


PARTS = st.tuples(st.sampled_from([0, 15, 30, 60, 200, 215]), st.sampled_from([45, 60, 90, 120]))


@settings(deadline=None)
@given(st.lists(PARTS, max_size=8), st.data())
def test_order_makes_no_difference(parts: list[tuple[int, int]], data: st.DataObject) -> None:
    signatures = [
        (f"{number:02}.0", signature(text((start, start + length))))
        for number, (start, length) in enumerate(parts)
    ]
    shuffled = data.draw(st.permutations(signatures))
    assert accounts(dict(shuffled)) == accounts(dict(signatures))


@settings(deadline=None)
@given(st.lists(PARTS, min_size=2, max_size=8))
def test_two_stories_share_an_account_where_copies_lead_from_one_to_the_other(
    parts: list[tuple[int, int]],
) -> None:
    made = [signature(text((start, start + length))) for start, length in parts]
    account = accounts({str(number): made[number] for number in range(len(made))})
    reached = {number: {number} for number in range(len(made))}
    for _ in made:
        for one, others in reached.items():
            found = {n for o in others for n in range(len(made)) if _met(made[o], made[n])}
            reached[one] = others | found
    for one, others in reached.items():
        assert account[str(one)] == min(str(other) for other in others)


def _met(one: bytes, other: bytes) -> bool:
    return is_copy(one, other) and not set(bands(one)).isdisjoint(bands(other))
