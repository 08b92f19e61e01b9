"""Long lists of rows: columns as they lie in memory, their order, filters, totals and copies; no screen in it."""
