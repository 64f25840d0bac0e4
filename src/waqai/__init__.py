"""waqai (وقائع): reads Arabic news pages as evidence."""
