"""Maintenance standards: exchange, judging, comparing."""
