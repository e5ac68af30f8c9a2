"""What libraries make of an optimizer, a scheduler and a loop, as torch’s own lines that do the same."""
