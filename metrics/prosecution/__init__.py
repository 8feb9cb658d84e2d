"""From first suspicion to a verdict."""
