"""KPI Desk: every growth figure of a business from its spreadsheets, computed, explained and ready for what-if."""

__version__ = "0.1.0"
