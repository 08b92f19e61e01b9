"""What the pages that explore share: the work in a job, the empty state, the panel of customers."""
