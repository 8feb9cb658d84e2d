"""What victims receive."""
