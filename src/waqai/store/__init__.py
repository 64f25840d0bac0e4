"""Stage 7: the chronicle on disk, one SQLite file."""
