"""The wall: everything upstream is built into one immutable file, everything downstream reads it."""
