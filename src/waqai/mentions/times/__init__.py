"""Times (stage 3): every expression of time in a story, as a reference that is not yet a day."""

from waqai.mentions.times.grammar import find_times, times_of

__all__ = ["find_times", "times_of"]
