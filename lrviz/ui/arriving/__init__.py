"""What comes in and goes out: files, texts and tables that are opened, pasted, dropped or sent."""
