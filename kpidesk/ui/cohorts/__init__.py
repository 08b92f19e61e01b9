"""The page of cohorts and survival."""
