"""Rates that a text’s own loop sets, as the scheduler that sets the same ones."""
