"""The frame around every page: icons, and the sidebar with the client switcher."""

from typing import Any

from django import template
from django.template import Context
from lucide.templatetags.lucide import lucide

from smmstrategy.clients import access, navigation

register = template.Library()


@register.simple_tag
def icon(name: str) -> str:
    """A lucide icon in the size of the words beside it; they carry the meaning, so it is hidden from screen readers."""
    return lucide(name + "", size=None, **{"class": "icon", "aria_hidden": "true"})


@register.inclusion_tag("shell/sidebar.html", takes_context=True)
def sidebar(context: Context) -> dict[str, Any]:
    """The user's clients and, inside a client, what can be done there; the person of one client is inside it wherever they are."""
    user = context["request"].user
    roles, clients = access.roles(user), list(access.clients(user))
    is_staff = bool(roles & access.STAFF)
    is_at_home = not is_staff and len(clients) == 1
    client = context.get("client") or (clients[0] if is_at_home else None)
    return {
        "client": client,
        "section": context.get("section"),
        "clients": [] if is_at_home else clients,
        "items": navigation.items(access.roles(user, client)) if client else [],
        "is_staff": is_staff,
        "is_owner": access.OWNER in roles,
    }
