"""The pinned bounds: which figure may not fall below what, or rise above it, and on which gold."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")

#: Figures by set ("pages"), layer ("times_value") and measure ("f1").
Figures = Mapping[tuple[str, str, str], float]


@dataclass(frozen=True, slots=True)
class Floor:
    """`measure` of `layer` on `set` must be at least `at_least`; `reason` says why it is there."""

    set: str
    layer: str
    measure: str
    at_least: float
    reason: str = ""

    def failure(self, figures: Figures) -> str | None:
        """Why the floor is not held, or None when it is."""
        name = f"{self.set} {self.layer} {self.measure}"
        got = figures.get((self.set, self.layer, self.measure))
        if got is None:
            return f"{name}: no figure was measured, the floor is {self.at_least:g}"
        if got < self.at_least:
            return f"{name}: {got:.4f} is under the floor of {self.at_least:g}"
        return None


@dataclass(frozen=True, slots=True)
class Ceiling:
    """`measure` of `layer` on `set` may be at most `at_most`: for what should not be found."""

    set: str
    layer: str
    measure: str
    at_most: float
    reason: str = ""

    def failure(self, figures: Figures) -> str | None:
        """Why the ceiling is not held, or None when it is."""
        name = f"{self.set} {self.layer} {self.measure}"
        got = figures.get((self.set, self.layer, self.measure))
        if got is None:
            return f"{name}: no figure was measured, the ceiling is {self.at_most:g}"
        if got > self.at_most:
            return f"{name}: {got:g} is over the ceiling of {self.at_most:g}"
        return None


@dataclass(frozen=True, slots=True)
class Reference:
    """A figure of another tool on the same set, for comparison; `by` says who measured it."""

    tool: str
    set: str
    layer: str
    measure: str
    value: float
    by: str


@dataclass(frozen=True, slots=True)
class Pins:
    """What floors.toml holds."""

    hashes: Mapping[str, str]
    floors: tuple[Floor, ...]
    ceilings: tuple[Ceiling, ...]
    references: tuple[Reference, ...]

    def bounds(self, sets: Iterable[str]) -> list[Floor | Ceiling]:
        """The floors and ceilings of `sets`."""
        wanted = set(sets)
        bounds: list[Floor | Ceiling] = [*self.floors, *self.ceilings]
        return [bound for bound in bounds if bound.set in wanted]


def read_pins(path: Path = FLOORS) -> Pins:
    """The pins in a TOML file. Raises OSError, TOMLDecodeError or TypeError on a broken one."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return Pins(
        hashes=table.get("hash", {}),
        floors=tuple(Floor(**row) for row in table.get("floor", [])),
        ceilings=tuple(Ceiling(**row) for row in table.get("ceiling", [])),
        references=tuple(Reference(**row) for row in table.get("reference", [])),
    )


def changed(pins: Pins, hashes: Mapping[str, str]) -> list[str]:
    """One line for each set of gold files whose hash is not the pinned one."""
    return [
        f"the {name} files are not those the floors were set on: SHA-256 {got}, "
        f"pinned {pins.hashes.get(name, 'none')}; look at what changed, then pin it by hand"
        for name, got in hashes.items()
        if pins.hashes.get(name) != got
    ]


def failures(bounds: Iterable[Floor | Ceiling], figures: Figures) -> list[str]:
    """One line for each bound that is not held."""
    found = (bound.failure(figures) for bound in bounds)
    return [line for line in found if line is not None]
