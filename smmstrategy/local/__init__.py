"""The whole system on one machine without services: embedded PostgreSQL and Redis, one command."""
