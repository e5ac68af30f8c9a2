"""How the window speaks: the language in force, its words, plural forms and particles."""
