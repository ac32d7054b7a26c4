"""Work to be done: rows in PostgreSQL with a lease and a fencing token."""
