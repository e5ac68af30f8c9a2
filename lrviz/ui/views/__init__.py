"""The views: each turns an experiment and its results into a figure and a table, and knows nothing of widgets."""
