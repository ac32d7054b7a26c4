"""Rows to records of posts, values and accounts: whose they are, which say the same, which add up others, which are missing."""
