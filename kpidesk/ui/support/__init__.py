"""The page of tickets."""
