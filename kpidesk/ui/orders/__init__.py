"""The page of orders."""
