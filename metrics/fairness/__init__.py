"""What audits of files find, and whether it is mended."""
