"""Adapters between the model and Qt; nothing here knows what KPI Desk is for."""
