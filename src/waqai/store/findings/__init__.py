"""The findings on disk: what stages 5 and 6 make of all stories, written where it differs."""
