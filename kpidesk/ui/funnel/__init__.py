"""The page of the funnel."""
