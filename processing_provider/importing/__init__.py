"""Bringing cities' files into the store, and the store onto the map."""
