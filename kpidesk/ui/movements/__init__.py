"""The page of MRR movements."""
