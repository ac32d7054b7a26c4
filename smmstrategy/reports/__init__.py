"""Documents in general: sealed snapshots, blocks, drawers, checks, delivery."""
