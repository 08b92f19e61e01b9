"""The doctor's checks: what is odd about imported tables, each a finding with its places and what to do."""
