"""The brand that a command names by `--brand` and `--client`, the same in all commands that have them."""

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from smmstrategy.clients import slugs
from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Brand


def known(slug: str, client_slug: str | None) -> Brand | None:
    """The brand of that address, or of that one within the client named, with its client, when it is there."""
    addresses = [slug, slugs.within(client_slug or slug, slug)]
    with scope("system"):
        found = {brand.slug: brand for brand in Brand.objects.select_related("client").filter(slug__in=addresses)}
    theirs = [brand for brand in found.values() if brand.client.slug == client_slug]
    brand = next(iter(theirs), None) or found.get(slug) or found.get(addresses[1])
    if brand and client_slug and brand.client.slug != client_slug:
        raise CommandError(_("The brand {brand} belongs to another client: {client}.").format(brand=slug, client=brand.client.slug))
    return brand
