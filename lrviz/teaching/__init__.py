"""Lessons: a question, its experiments, what to look at, what was measured, and the caveat."""
