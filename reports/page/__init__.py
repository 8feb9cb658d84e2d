"""A page of the dashboard as a file: what was shown, as PDF, workbook or picture."""
