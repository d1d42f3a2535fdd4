"""Contractors' zones: drawing them."""
