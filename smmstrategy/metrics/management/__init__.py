"""Management commands of the numbers."""
