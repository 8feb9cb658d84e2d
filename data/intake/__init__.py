"""Reads any submission: files in our own layout, or in a foreign one through a mapping."""
