"""Complaints, recommendations and reports that are owed."""
