"""Scores and speeds of waqai, and the floors under which the scores may not fall."""
