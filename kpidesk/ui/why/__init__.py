"""Why a figure moved, and what would bring it back."""
