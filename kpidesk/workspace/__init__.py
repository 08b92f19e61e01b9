"""What the user saves: the document and its file."""
