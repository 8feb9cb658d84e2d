"""What jurisdictions do for one another."""
