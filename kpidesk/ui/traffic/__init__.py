"""The page of visits."""
