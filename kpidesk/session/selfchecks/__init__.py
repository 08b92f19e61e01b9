"""The published worked examples, by part of the catalogue."""
