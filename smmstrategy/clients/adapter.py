"""How signing in differs from the library's defaults: nobody signs up by themselves, second factors are kept encrypted."""

import base64
import logging
import secrets

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import InvalidToken
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import ngettext

from smmstrategy.clients import encryption
from smmstrategy.clients.models import User

log = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    @property
    def error_messages(self) -> dict[str, str]:
        waits = ngettext(
            "Too many failed attempts to sign in. Try again in %(n)s minute, or choose a new password by “Forgot your password?” "
            "on the sign-in page.",
            "Too many failed attempts to sign in. Try again in %(n)s minutes, or choose a new password by “Forgot your password?” "
            "on the sign-in page.",
            settings.SIGN_IN_WAIT,
        )
        return DefaultAccountAdapter.error_messages | {"too_many_login_attempts": waits % {"n": settings.SIGN_IN_WAIT}}

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def set_password(self, user: User, password: str) -> None:
        """The library would write the whole row, and most of it is closed."""
        user.set_password(password)
        user.save(update_fields=["password"])


class MFAAdapter(DefaultMFAAdapter):
    def encrypt(self, text: str) -> str:
        return encryption.encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        """With another SECRET_KEY the secret is lost; one that nobody knows stands in for it, so no code is ever right."""
        try:
            return encryption.decrypt(encrypted_text)
        except InvalidToken:
            log.error("a second factor was encrypted with another SECRET_KEY; name that one in SECRET_KEY_FALLBACKS")
            return base64.b32encode(secrets.token_bytes(20)).decode()
