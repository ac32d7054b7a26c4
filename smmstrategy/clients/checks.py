"""No address without a declared policy: views declare theirs, and what libraries bring is listed here."""

from collections.abc import Iterator

from django.core.checks import CheckMessage, Error, register
from django.urls import URLPattern, URLResolver, get_resolver

from smmstrategy.clients.access import ANYBODY, EVERYONE, FORM, READ

SIGNED_IN = EVERYONE
LIBRARIES = frozenset({"allauth"})
THIRD_PARTY: dict[str, tuple[frozenset[str], tuple[str, ...]]] = {
    "account_login": (ANYBODY, FORM),
    "account_logout": (ANYBODY, FORM),
    "account_signup": (ANYBODY, FORM),
    "account_inactive": (ANYBODY, READ),
    "account_confirm_login_code": (ANYBODY, FORM),
    "account_reauthenticate": (SIGNED_IN, FORM),
    "account_email_verification_sent": (ANYBODY, FORM),
    "account_change_password": (SIGNED_IN, FORM),
    "account_set_password": (SIGNED_IN, FORM),
    "account_reset_password": (ANYBODY, FORM),
    "account_reset_password_done": (ANYBODY, READ),
    "account_reset_password_from_key": (ANYBODY, FORM),
    "account_reset_password_from_key_done": (ANYBODY, READ),
    "mfa_index": (SIGNED_IN, READ),
    "mfa_authenticate": (ANYBODY, FORM),
    "mfa_reauthenticate": (SIGNED_IN, FORM),
    "mfa_activate_totp": (SIGNED_IN, FORM),
    "mfa_deactivate_totp": (SIGNED_IN, FORM),
    "mfa_view_recovery_codes": (SIGNED_IN, READ),
    "mfa_generate_recovery_codes": (SIGNED_IN, FORM),
    "mfa_download_recovery_codes": (SIGNED_IN, READ),
}


@register
def every_address_has_a_policy(**_options) -> list[CheckMessage]:
    return [
        Error(f"the address “{route}” declares no policy", hint="decorate its view with clients.access.policy", id="clients.E001")
        for route, pattern in addresses()
        if policy_of(pattern) is None
    ]


def addresses() -> Iterator[tuple[str, URLPattern]]:
    """Every address of the product with its full route."""
    yield from _flat(get_resolver(), "")


def policy_of(pattern: URLPattern) -> tuple[frozenset[str], tuple[str, ...]] | None:
    """The roles that may use an address and the methods it answers; None when nobody declared them."""
    if declared := getattr(pattern.callback, "policy", None):
        return declared["roles"], declared["methods"]
    return None if is_ours(pattern) else THIRD_PARTY.get(pattern.name or "")


def is_ours(pattern: URLPattern) -> bool:
    """Whether the view is the product's own, so that it has to declare its policy itself."""
    return pattern.callback.__module__.partition(".")[0] not in LIBRARIES


def _flat(resolver: URLResolver, prefix: str) -> Iterator[tuple[str, URLPattern]]:
    for entry in resolver.url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _flat(entry, route)
        else:
            yield route, entry
