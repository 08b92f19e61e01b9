"""What-if: drivers, overrides, month path, goal seek."""
