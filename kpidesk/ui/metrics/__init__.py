"""KPIs: the catalogue with its values, and the page of one KPI."""
