"""Spreadsheets as people have them, turned into typed business tables and findings."""
