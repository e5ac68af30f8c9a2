"""Every choice a user has, one class each; a new choice is a new file in one of these folders."""
