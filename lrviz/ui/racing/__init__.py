"""What the worker does for the window: races, searches, surveys, updates taken apart."""
