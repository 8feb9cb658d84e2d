"""What happens after exit."""
