"""For everyone: figures in words, where Tab goes, how large text is and how much moves."""
