"""Trials over real export files that REAL_FILES names."""
