"""Questions to a chronicle's file."""
