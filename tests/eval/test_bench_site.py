"""What screens cost: each is measured, and each reader walks over all of them."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from eval.bench_site import addresses, costs, waits
from tests.store.sample import build, sample
from waqai.web.app import create_app


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A chronicle of some of the samples."""
    file = tmp_path_factory.mktemp("bench") / "file.db"
    build(file, sample()[:3])
    return file


def test_every_screen_is_measured(file: Path) -> None:
    site = TestClient(create_app(file), base_url="http://localhost")
    screens = addresses(site)
    assert {"/today", "/timeline", "/wording", "/review"} <= set(screens)
    assert any(one.startswith("/happening/") for one in screens)
    assert all(site.get(one).status_code == 200 for one in screens)
    found = list(costs(file))
    assert [one.screen for one in found] == screens
    assert all(one.size > 1000 and one.warm > 0 for one in found)


def test_each_reader_asks_for_each_screen(file: Path) -> None:
    site = TestClient(create_app(file), base_url="http://localhost")
    assert len(waits(site, ["/help", "/stories"], 3)) == 6
