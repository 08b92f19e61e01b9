"""Charts in tiles: a figure with its head, key, foot and what can be done with it."""
