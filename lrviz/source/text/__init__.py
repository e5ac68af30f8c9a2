"""Pasted text as Python: cleaned, parsed, and found again where it stood."""
