"""The pictures of the site: functions from small records to SVG text, made on the server.

They need no script, print well, and take their colours from `static/pictures.css`.
"""

from collections.abc import Callable

from waqai.web.pictures.grid import Grid, Held, Holder, Issue, grid_legend, positions_grid
from waqai.web.pictures.lanes import Lane, Lanes, Mark, lanes
from waqai.web.pictures.manner import Lang, Manner, family_of, tone_of
from waqai.web.pictures.maps import Spot, locator, middle_of, near, world
from waqai.web.pictures.marks import lanes_legend
from waqai.web.pictures.network import Network, Tie, network, network_legend
from waqai.web.pictures.small import day_window, sparkline
from waqai.web.pictures.volume import Volume, volume

__all__ = [
    "Grid", "Held", "Holder", "Issue", "Lane", "Lanes", "Lang", "Manner", "Mark", "Network", "Spot",
    "Tie", "Volume", "day_window", "family_of", "fitted", "grid_legend", "lanes", "lanes_legend",
    "locator", "middle_of", "near", "network", "network_legend", "positions_grid", "sparkline",
    "tone_of", "volume", "world",
]  # fmt: skip


def fitted(draw: Callable[[int], str], wide: int = 960, narrow: int = 360) -> str:
    """The same picture for a desk and for a phone, in pixels; pictures.css shows one of them."""
    return f'<div class="pic-wide">{draw(wide)}</div><div class="pic-narrow">{draw(narrow)}</div>'
