"""What is shown to others: presentations, all views at once, pictures on paper and on the clipboard, films."""
