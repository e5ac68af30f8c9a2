"""How Python and torch spell things: values, lines, names of parts, and the places of arguments."""
