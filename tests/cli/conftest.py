"""A folder of pages in natural newspaper Arabic, and a way to run the command on it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

_PAGES = {
    "ميناء.txt": (
        "الوفد يصل إلى الميناء بعد تأخير\n"
        "السبت 16 آب 2025\n"
        "وصل الوفد الحكومي إلى الميناء اليوم السبت بعد تأخير دام ثلاث ساعات، وكان في استقباله "
        "رئيس البلدية وعدد من الصيادين.\n"
        "وقال رئيس البلدية إن الأعمال في الرصيف الجديد ستبدأ الاثنين المقبل وتنتهي في أواخر "
        "تشرين الأول، وإن الكلفة لن تتجاوز ما أعلن يوم الخميس الماضي.\n"
    ),
    "سوق.txt": (
        "افتتاح السوق القديم بعد ترميمه\n"
        "تاريخ النشر: 2025-08-18\n"
        "افتتح الوزير أمس السوق القديم بعد أعمال ترميم استمرت عامين، وحضر الافتتاح تجار من "
        "المدينة ووفود من البلدات المجاورة.\n"
        "ويستقبل السوق زواره كل يوم جمعة حتى منتصف الليل، على أن تزاد الساعات في رمضان المقبل.\n"
    ),
    "بلا-تاريخ.txt": (
        "مجلس المدينة يناقش خطة السير\n"
        "سيناقش مجلس المدينة يوم الاثنين المقبل خطة السير الجديدة التي أعدها المهندسون بعد "
        "دراسة طويلة، ويتوقع أن يصوت عليها في جلسة علنية.\n"
        "وكان المجلس قد رفض الخطة الأولى في أيار 2024 بسبب كلفتها.\n"
    ),
}


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder."""
    folder = tmp_path_factory.mktemp("pages")
    for name, text in _PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def run() -> Run:
    """Run `waqai ARGUMENTS` as a process of its own."""

    def waqai(
        *arguments: str | Path, env: dict[str, str] | None = None, stdin: str = ""
    ) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", "from waqai.cli import main; main()"]
        return subprocess.run(
            [*command, *map(str, arguments)],
            capture_output=True,
            encoding="utf-8",
            input=stdin,
            env={**os.environ, "TERM": "dumb", "COLUMNS": "200", **(env or {})},
            timeout=120,
            check=False,
        )

    return waqai
