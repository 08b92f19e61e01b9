"""Which columns of facts are money; apart from the facts, which bring the engine with them."""

CENTS = frozenset({"opening", "delta", "closing", "cents", "gross"})
"""Columns of the facts that hold money in cents."""
