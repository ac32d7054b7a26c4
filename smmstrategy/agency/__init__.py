"""The agency in order: its clients, their brands and accounts, and the people who work for them."""
