"""Composition root: the only place that may import everything."""
