"""Every sentence of sentences.toml names what it says it names, and nothing else."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from waqai.arabic.tokens import tokenize
from waqai.mentions.names import find_names
from waqai.model.names import NameForm

_TABLE = tomllib.loads((Path(__file__).parent / "sentences.toml").read_text(encoding="utf-8"))
_FORMS = {NameForm.NAME}


@pytest.mark.parametrize("sentence", _TABLE["sentence"], ids=lambda s: s["text"][:30])
def test_sentence_names(sentence: dict[str, Any]) -> None:
    text = sentence["text"]
    entities, mentions = find_names(tokenize(text))
    found = []
    for mention in mentions:
        if mention.form in _FORMS:
            entity = entities[mention.entity]
            known_by = entity.id if entity.kind == "country" else entity.name
            found.append([text[mention.start : mention.end], entity.kind.value, known_by])
    assert found == sentence["names"]
