"""The new brand that a command names, with its client."""

from django.core.management.base import CommandError
from django.utils.text import slugify
from django.utils.translation import gettext as _

from smmstrategy.agency import actions
from smmstrategy.clients.isolation import scope
from smmstrategy.clients.management.brands import known
from smmstrategy.clients.models import Brand, Client


def begun(slug: str, client_slug: str | None) -> tuple[Brand, bool]:
    """A brand begun at that address, with True, or the one made there meanwhile, with False.

    Its client, called like it unless named, is made when that is new.
    """
    client_slug = client_slug or slug
    _require_address("--brand", slug, Brand)
    _require_address("--client", client_slug, Client)
    try:
        with scope("system"):
            client = Client.objects.filter(slug=client_slug).first()
            client = client or actions.create_client(by=None, name=client_slug, slug=client_slug)
            return actions.begin_brand(client, name=slug, slug=slug), True
    except actions.NameTaken as taken:
        if taken.row.slug == (client_slug if isinstance(taken.row, Client) else slug):  # another command has made it meanwhile
            brand = known(slug, client_slug)
            return (brand, False) if brand else begun(slug, client_slug)
        text = _("“{name}” is here already, at the address {address}: name that one.")
        raise CommandError(text.format(name=taken.row.name, address=taken.row.slug)) from taken


def _require_address(option: str, address: str, model: type[Brand | Client]) -> None:
    if address != slugify(address):
        text = _("{option} takes small Latin letters, digits and hyphens, not «{address}». Write it, for example, so: {example}.")
        raise CommandError(text.format(option=option, address=address, example=slugify(address) or "my-brand"))
    longest = model._meta.get_field("slug").max_length
    if len(address) > longest:
        raise CommandError(_("{option} takes at most {n} characters.").format(option=option, n=longest))
