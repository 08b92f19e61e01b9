"""DuckDB behind one door: tables as Parquet, queries as Ibis expressions."""
