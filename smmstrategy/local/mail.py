"""Letters as files that only this machine's user may read, where no mail server is named: their links are credentials."""

import os
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class EmailBackend(BaseEmailBackend):
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        folder = Path(settings.EMAIL_FILE_PATH)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for message in email_messages:
            name = f"{datetime.now(UTC):%Y-%m-%d-%H%M%S}-{secrets.token_hex(4)}.eml"
            with open(folder / name, "xb", opener=_for_its_owner) as file:
                file.write(message.message().as_bytes())
        return len(email_messages)


def _for_its_owner(path: str, flags: int) -> int:
    return os.open(path, flags, mode=0o600)
