"""What courts impose on those they convict."""
