"""Functions, classes and libraries around what a text makes, taken apart to torch’s plain lines."""
