"""Derived business tables, each one Ibis expression over the imported tables."""
