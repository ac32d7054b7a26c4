"""The first page: what waits for the person who signed in, and the language they read it in."""
