"""A chronicle of the sample pages, a chronicle of hostile pages, and the site over each."""

import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import waqai
from waqai.model.page import Page, Stamp, StampRole
from waqai.web.app import create_app
from waqai.web.settings import SiteSettings

EXAMPLES = Path(__file__).parents[2] / "examples"
HOST = "http://localhost"

#: What a page may hold to do harm where it is shown as more than text.
SCRIPT = "<script>window.harmed=1</script>"
HANDLER = '"><img src=x onerror="window.harmed=1">'
TURNED = "\u202egnorw\u202c"
_HOSTILE = (
    f"قمة {SCRIPT} في القاهرة {HANDLER}\n"
    "السبت 16 آب 2025\n"
    f"قال وزير الخارجية الروسي سيرغي لافروف {SCRIPT} اليوم السبت إن "
    f"موسكو {TURNED} تدعو إلى وقف إطلاق النار، "
    f"وسيلتقي لافروف نظيره المصري بدر عبد العاطي في القاهرة {HANDLER} يوم الاثنين المقبل.\n"
    "وأعلن الرئيس الأميركي دونالد ترامب أنه سيزور موسكو الأسبوع المقبل.\n"
)


@pytest.fixture(scope="session")
def chronicle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the sample pages."""
    path = tmp_path_factory.mktemp("web") / "examples.db"
    waqai.build(EXAMPLES, path)
    return path


@pytest.fixture(scope="session")
def hostile_chronicle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of pages whose every part tries to be more than text."""
    path = tmp_path_factory.mktemp("web") / "hostile.db"
    pages = (
        Page(
            f"p{SCRIPT}.html",
            _HOSTILE,
            url="javascript:alert(1)",
            outlet=f"صحيفة {HANDLER}",
            author=SCRIPT,
        ),
        Page("second", _HOSTILE.replace("القاهرة", "بيروت"), url="https://example.org/?a=1&b=2"),
    )
    waqai.build(pages, path)
    return path


@pytest.fixture(scope="session")
def site(chronicle: Path) -> TestClient:
    """The site over the sample pages, as a browser on this machine asks it."""
    return TestClient(create_app(chronicle), base_url=HOST)


@pytest.fixture(scope="session")
def hostile_site(hostile_chronicle: Path) -> TestClient:
    """The site over the hostile pages."""
    return TestClient(create_app(hostile_chronicle), base_url=HOST)


@pytest.fixture
def raids(tmp_path: Path) -> Path:
    """The file of two pages that tell of one kind of deed on two days that follow each other."""
    path = tmp_path / "raids.db"
    days = (
        ("السبت", "2025-08-16", "وقال شهود إن القصف استمر ساعة"),
        ("الأحد", "2025-08-17", "وشوهدت سحب الدخان من بعيد"),
    )
    pages = [
        Page(
            day,
            f"قصف الجيش الإسرائيلي اليوم {weekday} مواقع لحزب الله في جنوب لبنان، {more}.",
            stamps=(Stamp(date.fromisoformat(day), StampRole.GIVEN, day),),
        )
        for weekday, day, more in days
    ]
    waqai.build(pages, path)
    return path


@pytest.fixture
def writable(chronicle: Path, tmp_path: Path) -> Iterator[TestClient]:
    """A site over a copy of the sample pages' chronicle, in which people may judge."""
    copy = tmp_path / "copy.db"
    copy.write_bytes(chronicle.read_bytes())
    with TestClient(create_app(copy, SiteSettings()), base_url=HOST) as client:
        yield client


@pytest.fixture(scope="session")
def ids(site: TestClient) -> dict[str, str]:
    """The id of one thing of each kind that the sample pages tell."""
    told = site.get("/api/happenings", params={"rows": 1000}).json()["happenings"]
    announced = site.get("/api/announcements").json()["announcements"]
    return {
        "happening": max(told, key=lambda one: int(one["stories"]))["id"],
        "announced": announced[0]["happening"],
        "actor": site.get("/api/entities").json()["entities"][0]["id"],
        "story": site.get("/api/stories").json()["stories"][0]["story_id"],
    }


def screens(ids: dict[str, str]) -> list[str]:
    """The address of each screen, with something to show."""
    return [
        "/today?since=2025-08-01&on=2025-08-31",
        "/timeline",
        f"/happening/{ids['happening']}",
        f"/happening/{ids['announced']}",
        f"/actor/{ids['actor']}",
        "/actors",
        "/announcements",
        "/positions",
        "/conflicts",
        "/wording",
        "/map",
        "/stories",
        "/search?q=القمة",
        f"/story/{ids['story']}",
        "/try",
        "/review",
        "/review?of=people",
        "/help",
        "/api",
    ]


def token_of(page: str) -> str:
    """The token in the forms of a page."""
    found = re.search(r'name="token" value="([^"]+)"', page)
    assert found is not None, "the page has no form that writes"
    return found[1]


def required() -> bool:
    """Whether what a test needs of the system must be there."""
    return bool(os.environ.get("CI"))
