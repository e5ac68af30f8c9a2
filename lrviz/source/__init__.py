"""Python source in and out; nothing read is ever executed."""
