"""Pages are made once while the file stays as it was, and anew when it changed."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

from fastapi.testclient import TestClient
from starlette.responses import Response

import waqai
from tests.web.conftest import HOST
from waqai.model.page import Page
from waqai.web.app import create_app
from waqai.web.shelf import Shelf, state_of


def _answers(shelf: Shelf, *keys: str) -> list[str]:
    """Which of `keys`, asked for one after the other, were made."""
    made: list[str] = []

    def make(key: str) -> Response:
        made.append(key)
        return Response(key)

    for key in keys:
        assert shelf.answer(key, lambda key=key: make(key)).body == key.encode()  # type: ignore[misc]
    return made


def test_of_many_who_ask_at_once_one_makes_the_page() -> None:
    shelf, begun, go_on = Shelf(2), Event(), Event()
    made: list[str] = []

    def make() -> Response:
        made.append("a")
        begun.set()
        assert go_on.wait(10)
        return Response("a")

    with ThreadPoolExecutor(4) as pool:
        first = pool.submit(shelf.answer, "a", make)
        assert begun.wait(10)
        others = [pool.submit(shelf.answer, "a", make) for _ in range(3)]
        other = shelf.answer("b", lambda: Response("b"))  # another page does not wait
        go_on.set()
        assert {bytes(one.result(10).body) for one in (first, *others)} == {b"a"}
    assert made == ["a"]
    assert other.body == b"b"


def test_what_was_asked_for_last_is_not_made_again() -> None:
    assert _answers(Shelf(2), "a", "a", "b", "a", "c", "a", "b") == ["a", "b", "c", "b"]


def test_a_fault_is_not_kept() -> None:
    shelf = Shelf(2)
    assert shelf.answer("a", lambda: Response("no", 503)).status_code == 503
    assert shelf.answer("a", lambda: Response("yes")).body == b"yes"


def test_a_page_shows_what_was_added_to_the_file(tmp_path: Path) -> None:
    path = tmp_path / "file.db"
    first = Page("one", "السبت 16 آب 2025\nزار الرئيس الأميركي دونالد ترامب القاهرة اليوم السبت.")
    second = Page("two", "الأحد 17 آب 2025\nزار الوزير سيرغي لافروف بيروت اليوم الأحد.")
    waqai.build([first], path)
    client = TestClient(create_app(path), base_url=HOST)
    before, state = client.get("/stories?lang=en").text, state_of(path)
    assert "1 story" in before
    assert client.get("/stories?lang=en").text == before
    assert state_of(path) == state, "to read changes nothing"
    waqai.build([second], path)
    assert "2 stories" in client.get("/stories?lang=en").text
    assert 'dir="rtl"' in client.get("/stories?lang=ar").text
