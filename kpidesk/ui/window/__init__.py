"""The main window: its frame, the pages it shows, and what floats over them."""
