"""A release as files to keep: a tagged PDF to read and a workbook to compute with."""
