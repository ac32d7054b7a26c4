"""The letter that lets a new person set their first password: the library's reset link in words of our own."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.core.mail import EmailMessage
from django.db import transaction
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import User


def send(request: HttpRequest, user: User, language: str) -> None:
    """Send the letter once the invitation is safely stored."""
    link = request.build_absolute_uri(password_path(_key(user)))
    context = {"link": link, "user": user, "inviter": request.user}
    with translation.override(language):
        subject = render_to_string("account/email/invitation_subject.txt", context).strip()
        body = render_to_string("account/email/invitation_message.txt", context)
    transaction.on_commit(EmailMessage(subject, body, to=[user.email]).send, robust=True)


def _key(user: User) -> str:
    """It is good for one password: whoever signs in by it is read as a sign-in reads them, with the hash they have now."""
    with scope(""):
        user = User.objects.get(pk=user.pk)
    return f"{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}"


def password_path(key: str) -> str:
    uid, token = key.split("-", 1)
    return reverse("account_reset_password_from_key", kwargs={"uidb36": uid, "key": token})
