"""What customers answer and ask."""
