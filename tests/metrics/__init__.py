"""Claims about the numbers: what they mean, how they are stored, how they are read."""
