"""The frame around every page: icons, the sidebar with the client switcher, and the note the law asks for at its foot."""

import re
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from smmstrategy.clients import access, navigation
from smmstrategy.law.meta import META_NOTE, names_meta

TAG = re.compile(r"<[^>]*>")

register = template.Library()


@cache
def _lucide() -> ZipFile:
    """All icons; in memory, for processes that a server forks would share one place in an open file."""
    return ZipFile(BytesIO(files("lucide").joinpath("lucide.zip").read_bytes()))


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """A lucide icon in the size of the words beside it; they carry the meaning, so it is hidden from screen readers."""
    tag, drawn = _lucide().read(f"{name}.svg").decode().strip().split(">", 1)
    tag = " ".join(tag.split()).replace(' xmlns="http://www.w3.org/2000/svg"', "")
    return SafeString(f'{tag} class="icon" aria-hidden="true">{drawn}')  # nosec B703


@register.filter
def initial(name: str) -> str:
    """What stands for a name in a circle: its first letter or digit, or its first sign where it has none."""
    return next(filter(str.isalnum, name), name[:1])


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


@register.simple_block_tag
def footnoted(content: SafeString) -> SafeString:
    """As in Russian documents: the note under what names a network of Meta, once.

    A name in a list that is still closed counts: the list opens without asking the server, and its star needs what it points to.
    """
    if get_language() != "ru" or META_NOTE in content or not names_meta(TAG.sub(" ", content)):
        return content
    return format_html('{}<p class="quiet small mt-4 mb-0">{}</p>', content, META_NOTE)
