"""Claims about the demo agency: its files, their shape, and what becomes of them."""
