"""The catalogue of KPIs and the engine that computes them."""
