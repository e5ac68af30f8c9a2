"""The card of what has the focus: what it is, when to use it, and what people get wrong with it."""
