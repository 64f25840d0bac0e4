"""A page that tells what went wrong while it was read."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import resources

from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request

_AXE = resources.files("axe_playwright_python").joinpath("axe.min.js")
_GRAVE = ("serious", "critical")


@dataclass(slots=True)
class Watched:
    """A page, what it said on the console, and what it asked for outside of the site."""

    page: Page
    said: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def faults(self) -> list[str]:
        """The serious and critical faults that axe-core finds, each with the first place of it."""
        self.page.evaluate(_AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate("axe.run()")
        return [
            f"{fault['id']}: {fault['help']} at {fault['nodes'][0]['html'][:200]}"
            for fault in found["violations"]
            if fault["impact"] in _GRAVE
        ]

    def wider_than_window(self) -> bool:
        """Whether the page has to be scrolled sideways."""
        root = "document.documentElement"
        return bool(self.page.evaluate(f"{root}.scrollWidth > {root}.clientWidth"))


@contextmanager
def watched(
    browser: Browser, address: str, width: int = 1280, *, script: bool = True
) -> Iterator[Watched]:
    """A new page of the site at `address`, in a window `width` pixels wide."""
    context = browser.new_context(
        viewport={"width": width, "height": 844}, java_script_enabled=script, bypass_csp=False
    )
    page = context.new_page()
    watching = Watched(page)

    def on_console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            watching.said.append(message.text)

    def on_fault(error: Error) -> None:
        watching.said.append(str(error))

    def on_request(request: Request) -> None:
        if not request.url.startswith((address, "data:", "about:")):
            watching.outside.append(request.url)

    page.on("console", on_console)
    page.on("pageerror", on_fault)
    page.on("request", on_request)
    yield watching
    context.close()
