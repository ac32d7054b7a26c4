"""Reading what a client has: its brands."""

from django.db.models import QuerySet

from smmstrategy.clients.models import Brand, Client


def brands_of(client: Client) -> QuerySet[Brand]:
    return client.brands.all()
