"""Runs against a baseline, results that are out of date, and tables of both."""
