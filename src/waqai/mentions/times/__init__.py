"""Times (stage 3): every expression of time in a story, as a reference that is not yet a day."""

from waqai.mentions.times.grammar import find_times, story_tokens

__all__ = ["find_times", "story_tokens"]
