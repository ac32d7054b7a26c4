"""Fills the environment that settings read, from the state of the embedded services."""


def prepare(arguments: list[str]) -> None:
    """Make sure DATABASE_URL, REDIS_URL and SECRET_KEY are set before Django starts."""
