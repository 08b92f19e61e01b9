"""What the numbers say: attribution, changes, reconciliation."""
