"""What a story tells: who says what, and who does what to whom."""
