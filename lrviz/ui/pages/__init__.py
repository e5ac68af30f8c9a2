"""The pages that views are shown on, and what lies on their plots."""
