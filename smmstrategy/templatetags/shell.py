"""The frame around every page: icons, and the sidebar with the client switcher."""

from typing import Any

from django import template
from django.template import Context
from lucide.templatetags.lucide import lucide

from smmstrategy.clients import access, navigation
from smmstrategy.clients.models import Client, User

register = template.Library()


@register.simple_tag
def icon(name: str) -> str:
    """A lucide icon in the size of the words beside it; they carry the meaning, so it is hidden from screen readers."""
    return lucide(name + "", size=None, **{"class": "icon", "aria_hidden": "true"})


@register.inclusion_tag("shell/sidebar.html", takes_context=True)
def sidebar(context: Context) -> dict[str, Any]:
    """The clients the user works for and, inside a client, what can be done there."""
    user = context["request"].user
    roles = access.roles(user)
    client = context.get("client") or (None if roles & access.STAFF else _only_client(user))
    return {
        "client": client,
        "section": context.get("section"),
        "clients": list(access.clients(user, access.STAFF)),
        "items": navigation.items(access.roles(user, client)) if client else [],
        "is_staff": bool(roles & access.STAFF),
        "is_owner": access.OWNER in roles,
    }


def _only_client(user: User) -> Client | None:
    """A client's own person is inside that client wherever they are."""
    mine = list(access.clients(user)[:2])
    return mine[0] if len(mine) == 1 else None
