"""Answers turned into things ready to draw, without a screen."""
