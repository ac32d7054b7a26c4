"""Rows that are figures of accounts: of which days and slices each is, and what they add up to."""
