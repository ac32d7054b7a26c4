"""Claims about importing export files."""
