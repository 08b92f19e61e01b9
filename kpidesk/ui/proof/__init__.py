"""The page of proofs: other definitions, other sources, published examples."""
