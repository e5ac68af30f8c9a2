"""A run as lines of plain PyTorch."""
