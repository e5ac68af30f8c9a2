"""From the calls that were found to a run: its optimizer, groups, schedule and steps."""
