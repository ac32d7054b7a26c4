"""Rows that are posts: whose key each has, which of them are one, what becomes of those that are none."""
