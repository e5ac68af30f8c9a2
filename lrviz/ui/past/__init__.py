"""What was done: the history, its steps in words, and the way back."""
