"""The business tables and column roles, declared in resources/schema."""
