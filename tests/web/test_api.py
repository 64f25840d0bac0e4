"""The HTTP API: what OpenAPI says of it is what it does, and its keys are those promised."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from waqai.web.api.lists import ERROR, LISTS
from waqai.web.errors import STATUS, as_json


@pytest.mark.parametrize("path", [path for path, *_ in LISTS])
def test_each_list_counts_and_lists(site: TestClient, path: str) -> None:
    key = next(key for at, key, *_ in LISTS if at == path)
    answer = site.get(path, params={"q": "القمة", "rows": 5}).json()
    assert answer.keys() == {"total", key}
    assert len(answer[key]) <= answer["total"]


def test_every_parameter_that_is_described_is_heard(site: TestClient) -> None:
    for path, operation in _described(site):
        for parameter in operation.get("parameters", ()):
            schema, name = parameter["schema"], parameter["name"]
            if "{" in path or not (
                "enum" in schema or schema.get("format") == "date" or schema["type"] == "integer"
            ):
                continue
            if name == "undated":
                continue
            answer = site.get(path, params={name: "no-such-value"})
            assert answer.status_code == 400, (path, name)
            for value in schema.get("enum", ()):
                assert site.get(path, params={name: value}).status_code == 200, (path, value)


def test_openapi_describes_the_shape_of_errors(site: TestClient) -> None:
    described = site.get("/api/openapi.json").json()
    for path, operation in _described(site):
        if path in {at for at, *_ in LISTS}:
            shape = operation["responses"]["default"]["content"]["application/json"]["schema"]
            assert shape == ERROR
    assert described["info"]["title"] == "waqai"
    assert all(not path.startswith("/review") for path in described["paths"])


def test_the_page_for_programs_names_every_address(site: TestClient) -> None:
    page = site.get("/api").text
    for path, _ in _described(site):
        assert f"GET {path}" in page


def test_every_error_has_words_and_one_shape() -> None:
    for code in STATUS:
        assert as_json(code).keys() == {"error"}
        assert as_json(code)["error"].keys() == {"code", "message"}


def test_a_happening_is_explained_with_its_sentences(site: TestClient, ids: dict[str, str]) -> None:
    [one] = site.get(f"/api/explain/{ids['happening']}").json()["explained"]
    assert one["kind"] == "happening"
    assert all(shown["text"] in shown["sentence"] for shown in one["evidence"])
    assert site.get("/api/explain/none").status_code == 404


def test_a_name_is_somebody(site: TestClient) -> None:
    [first, *_] = site.get("/api/who/putin").json()["found"]
    assert first["id"] == "vladimir_putin"
    assert site.get("/api/who/nobody-at-all").json() == {"found": []}


def _described(site: TestClient) -> list[tuple[str, dict[str, Any]]]:
    paths = site.get("/api/openapi.json").json()["paths"]
    return [(path, operation) for path, one in paths.items() for operation in one.values()]
