"""What keeps victims safe: time to recover, leave to stay, help, a lawyer, a guardian, no penalty."""
