"""Quotation marks are paired whatever their kind and however they are broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.arabic.tokens import tokenize
from waqai.extract.statements.quotes import find_quotes


def _said(text: str) -> list[str]:
    tokens = tokenize(text)
    return [
        text[tokens.starts[q.open + 1] : tokens.ends[q.close - 1]].strip()
        for q in find_quotes(tokens)
        if q.close > q.open + 1
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('قال "نعم نعم" وخرج.', ["نعم نعم"]),
        ("قال “نعم نعم” وخرج.", ["نعم نعم"]),
        ("قال «نعم نعم» وخرج.", ["نعم نعم"]),
        ("قال „نعم نعم” وخرج.", ["نعم نعم"]),
        ("قال ”نعم نعم“ وخرج.", ["نعم نعم"]),
        ("كانت “10 من 10″، ثم مضى.", ["10 من 10"]),
        ('قال: " "نعم نعم" وخرج.', ["نعم نعم"]),
        ('قال "نعم لحملة "بيتنا" هذه" وخرج.', ['نعم لحملة "بيتنا" هذه', "بيتنا"]),
        ('طالب بـ"العدل والماء" أمس.', ["العدل والماء"]),
        ('سياسة الترويع" هذه قائمة. قال "نعم" و"لا" معا.', ["نعم", "لا"]),
        ('قال "نعم\nوجاء.', ["نعم"]),
        ('قال "نعم\nوبعد ذلك لا".', ["نعم\nوبعد ذلك لا"]),
        ("the l'Orient newspaper", []),
    ],
)
def test_quotations_are_found(text: str, said: list[str]) -> None:
    assert _said(text) == said


@given(st.text(alphabet="قال نعم.،\"“”«»\n'", max_size=60))
def test_every_quotation_opens_before_it_closes(text: str) -> None:
    tokens = tokenize(text)
    for quote in find_quotes(tokens):
        assert 0 <= quote.open < quote.close <= len(tokens)
