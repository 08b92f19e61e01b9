"""The data page: review of an import, and the tables that are in."""
