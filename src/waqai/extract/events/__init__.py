"""Events: who did what to whom, from frames that are data."""

from waqai.extract.events.grammar import find_events

__all__ = ["find_events"]
