"""Secrets that the database keeps but must not know: encrypted with a key derived from the settings' own."""

import base64

from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


def encrypt(text: str) -> str:
    return _fernet().encrypt(text.encode()).decode()


def decrypt(encrypted: str) -> str:
    """Raises `cryptography.fernet.InvalidToken` when another key encrypted it, or somebody changed it."""
    return _fernet().decrypt(encrypted).decode()


def _fernet() -> MultiFernet:
    return MultiFernet([Fernet(_key(secret)) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _key(secret: str) -> bytes:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"smmstrategy second factors").derive(secret.encode())
    return base64.urlsafe_b64encode(derived)
