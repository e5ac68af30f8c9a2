"""A person’s own text, changed only where it must be to say a run."""
