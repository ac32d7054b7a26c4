"""What the agency's pages show: clients with their brands, a brand's accounts, and who works for whom."""

from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet

from audits.models import Audit
from smmstrategy.clients import access
from smmstrategy.clients.models import Brand, Client, Membership, Tracking, User
from smmstrategy.metrics.models import Import

A_FEW = 4


def served(user: User, slug: str, *allowed: str) -> Client:
    """The client with this address: 404 when it is not the user's, 403 when it takes another role."""
    client = access.fetch(Client, user, slug=slug)
    access.require(user, client, *(allowed or access.STAFF))
    return client


def brand(user: User, slug: str) -> Brand:
    """The brand with this address and its client, for those who work on it: 404 to everybody else."""
    return access.fetch(_brands(user), user, "client", slug=slug)


def clients(user: User) -> QuerySet[Client]:
    """The clients the user works for, each with its brands."""
    return access.clients(user, access.STAFF).prefetch_related("brands")


def brands(client: Client, user: User) -> QuerySet[Brand]:
    """The client's brands, each with its own accounts and the number of competitors' accounts."""
    own = Tracking.objects.filter(role=Tracking.Role.OWN).select_related("account").order_by("account__network")
    competitors = Count("tracking", Q(tracking__role=Tracking.Role.COMPETITOR))
    own_accounts = Prefetch("tracking", own, to_attr="own")
    return _brands(user).filter(client=client).annotate(competitors=competitors).prefetch_related(own_accounts)


def newest_audits(client: Client) -> QuerySet[Audit]:
    rows = Audit.objects.filter(client=client).annotate(**Audit.naming())
    return rows.select_related("brand", "client", "job").order_by("-created_at")[:A_FEW]


def newest_imports(client: Client) -> QuerySet[Import]:
    return Import.objects.in_short().filter(client=client).select_related("job").order_by("-created_at", "-pk")[:A_FEW]


def zone() -> str:
    """Whose hours pages of the whole agency are in: that of most of its clients."""
    counted = Client.objects.values("time_zone").annotate(n=Count("pk")).order_by("-n", "time_zone")
    return next((row["time_zone"] for row in counted[:1]), "UTC")


def tracked(brand: Brand) -> dict[str, list[Tracking]]:
    """The accounts a brand looks at, by why it does."""
    rows = brand.tracking.select_related("account").order_by("group", "account__network", "account__handle")
    by_role: dict[str, list[Tracking]] = {role: [] for role in Tracking.Role.values}
    for row in rows:
        by_role[row.role].append(row)
    return by_role


def tracking(user: User, pk: int) -> Tracking:
    return access.fetch(Tracking, user, "account", "brand__client", pk=pk)


def locked(row: Any) -> Any:
    """The row as it stands, which nobody else changes until the transaction ends."""
    return type(row).objects.select_for_update(no_key=True).get(pk=row.pk)


def owners_held() -> list[Membership]:
    """Every owner's access, which nobody else changes until the transaction ends; each who asks waits for the first of them."""
    owners = Membership.objects.filter(role=Membership.Role.OWNER, ended_at=None, user__is_active=True).order_by("pk")
    return list(owners.select_for_update(of=("self",), no_key=True))


def people() -> QuerySet[User]:
    """Everybody with a membership in force, each with those memberships; for owners, who see all of them."""
    current = Membership.objects.filter(ended_at=None).select_related("client").order_by("client__name")
    members = User.objects.filter(memberships__ended_at=None, memberships__isnull=False).distinct().order_by("name", "email")
    return members.prefetch_related(Prefetch("memberships", current, to_attr="current"))


def membership(user: User, pk: int) -> Membership:
    """A membership in force."""
    return access.fetch(Membership, user, "user", "client", pk=pk, ended_at=None)


def _brands(user: User) -> QuerySet[Any]:
    return Brand.objects.filter(client__in=access.clients(user, access.STAFF))
