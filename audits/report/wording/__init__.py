"""What the document says, Russian and English side by side, by code."""
