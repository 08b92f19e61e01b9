"""The dashboard: cards and charts bound to live results."""
