"""What a text’s names and expressions stand for, worked out and never run."""
