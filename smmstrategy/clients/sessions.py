"""Sessions as the database keeps them: in the scope of nobody, so that no query of somebody signed in reaches one."""

from django.contrib.sessions.backends import db

from smmstrategy.clients.isolation import scope


class SessionStore(db.SessionStore):
    """A session is read before it is known whose it is; what is written later steps out of the user's scope for it."""

    def save(self, must_create: bool = False) -> None:
        with scope(""):
            super().save(must_create)

    def delete(self, session_key: str | None = None) -> None:
        with scope(""):
            super().delete(session_key)
