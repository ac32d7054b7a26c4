"""The numbers about an account or a brand, and what they mean."""
