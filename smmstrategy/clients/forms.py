"""Forms of signing in with the house's words on their fields; what they do stays the library's."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as factor
from allauth.mfa.totp import forms as totp
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

CODE = _("code from the app, or a recovery code")


class _Worded:
    """Labels of our own; a label says enough, so nothing stands inside the field."""

    labels: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in self.labels.items():
            self.fields[name].label = label
            self.fields[name].widget.attrs.pop("placeholder", None)


class LoginForm(_Worded, account.LoginForm):
    labels = {"login": _("e-mail"), "password": _("password")}


class LetterForm(_Worded, account.ResetPasswordForm):
    labels = {"email": _("e-mail")}


class PasswordAgainForm(_Worded, account.ReauthenticateForm):
    labels = {"password": _("password")}


class NewPasswordForm(_Worded, account.ResetPasswordKeyForm):
    labels = {"password1": _("password"), "password2": _("the same once more")}


class ChangePasswordForm(_Worded, account.ChangePasswordForm):
    labels = {"oldpassword": _("current password"), "password1": _("new password"), "password2": _("the same once more")}


class _Coded(_Worded):
    """A second factor; the library says of too many wrong ones what it says of passwords, and a new password opens nothing here."""

    labels = {"code": CODE}

    def clean_code(self) -> str:
        try:
            return super().clean_code()
        except ValidationError as error:
            if error.code != "too_many_login_attempts":
                raise
            n = settings.SIGN_IN_WAIT
            waits = ngettext(
                "Too many wrong codes. Try again in %(n)s minute.", "Too many wrong codes. Try again in %(n)s minutes.", n
            )
            raise ValidationError(waits, code=error.code, params={"n": n}) from error


class SecondFactorForm(_Coded, factor.AuthenticateForm):
    """After the password."""


class ConfirmingForm(_Coded, factor.ReauthenticateForm):
    """Before something that only the person may do."""


class AppForm(_Worded, totp.ActivateTOTPForm):
    labels = {"code": _("the six digits the app shows")}
