"""One benchmark a file; each has `measure()`, which yields measurements."""
