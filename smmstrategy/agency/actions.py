"""What people change about the agency: clients, brands, accounts and memberships; every change leaves an entry in the ledger."""

import secrets
from collections.abc import Sequence
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.db.models import Model, QuerySet
from django.utils import timezone

from smmstrategy.agency import queries
from smmstrategy.clients import slugs
from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Account, Brand, Client, Membership, Tracking, User
from smmstrategy.clients.names import as_seen
from smmstrategy.ledger.actions import facts, record
from smmstrategy.ledger.verbs import Verb
from smmstrategy.metrics.imports.queries import key_of_page
from smmstrategy.metrics.queries import has_numbers

COUNTED_IN = ("time_zone", "currency")  # what a client's stored days and amounts are in
OF_ACCOUNT, OF_TRACKING = ("name", "url"), ("role", "group")  # what is said of an account, and of why a brand looks at it


class HasNumbers(Exception):
    """Days and amounts that are stored keep the zone and the currency they were counted in."""


class AlreadyTracked(Exception):
    """The brand looks at the account already; why it does is changed there."""

    def __init__(self, tracking: Tracking) -> None:
        super().__init__(tracking)
        self.tracking = tracking


class NameTaken(Exception):
    """There is a row that looks the same by its name, and nobody could tell the two apart."""

    def __init__(self, row: Client | Brand) -> None:
        super().__init__(row)
        self.row = row


class LastOwner(Exception):
    """Somebody must stay who can invite others."""


class HasRole(Exception):
    """Somebody invited has a role there already; an invitation gives one and changes none."""

    def __init__(self, membership: Membership) -> None:
        super().__init__(membership)
        self.membership = membership


@transaction.atomic
def create_client(*, by: User | None, **fields: Any) -> Client:
    """A client at the address asked for, or else at one made from the name."""
    _require_own_name(fields["name"], Client.objects.all())
    client = _created(Client, slugs.slug(fields["name"]), **fields)
    record(Verb.CREATED, client, by=by, client=client, after=facts(client))
    return client


@transaction.atomic
def create_brand(client: Client, *, by: User | None, **fields: Any) -> Brand:
    """A brand at the address asked for, or else at one made from its client's and the name."""
    brand = begin_brand(client, **fields)
    record_brand(brand, by=by)
    return brand


@transaction.atomic
def begin_brand(client: Client, **fields: Any) -> Brand:
    """A brand at the address asked for, or else at one made from its client's and the name, still without its entry in the ledger.

    Writing that bars the client's ledger until the transaction ends, so who has much to do first has `record_brand` do it last.
    """
    _require_own_name(fields["name"], client.brands.all())
    return _created(Brand, slugs.within(client.slug, slugs.slug(fields["name"])), client=client, **fields)


def record_brand(brand: Brand, *, by: User | None) -> None:
    """The entry of a brand that was begun; until the transaction ends nobody else writes in the ledger of its client."""
    record(Verb.CREATED, brand, by=by, client=brand.client, after=facts(brand))


@transaction.atomic
def change_client(client: Client, *, by: User, **fields: Any) -> None:
    """Say something else of a client. Zone and currency stay while there are numbers; no import comes in between."""
    client = _locked(client)
    if any(name in fields and fields[name] != getattr(client, name) for name in COUNTED_IN) and has_numbers(client):
        raise HasNumbers
    if "name" in fields:
        _require_own_name(fields["name"], Client.objects.exclude(pk=client.pk))
    _change(client, client=client, by=by, **fields)


@transaction.atomic
def change_brand(brand: Brand, *, by: User, **fields: Any) -> None:
    brand = _locked(brand)
    if "name" in fields:
        _require_own_name(fields["name"], brand.client.brands.exclude(pk=brand.pk))
    _change(brand, client=brand.client, by=by, **fields)


def _require_own_name(name: str, others: QuerySet[Any]) -> None:
    """Whoever asks for a name that looks the same at this moment waits for the transaction to end, and then sees it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('smm name'), hashtext(%s))", [as_seen(name)])
    if alike := next((row for row in others if as_seen(row.name) == as_seen(name)), None):
        raise NameTaken(alike)


def _locked(row: Model) -> Any:
    """The row as it is now, and stays until the transaction ends: an entry must not say of two changes at once a false before."""
    return type(row).objects.select_for_update(no_key=True).get(pk=row.pk)


def _change(row: Model, *, client: Client, by: User, **fields: Any) -> None:
    """The address stays, so that links keep working; where nothing else is said nothing is written down."""
    if before := _written(row, fields):
        record(Verb.CHANGED, row, by=by, client=client, before=before, after=facts(row))


def _written(row: Model, fields: dict[str, Any]) -> dict[str, Any] | None:
    """What the row was before, if anything else is said of it now."""
    before = facts(row)
    if all(getattr(row, name) == value for name, value in fields.items()):
        return None
    for name, value in fields.items():
        setattr(row, name, value)
    row.save(update_fields=fields)
    return before


@transaction.atomic
def track(brand: Brand, *, network: str, handle: str, name: str, url: str, role: str, group: str, by: User) -> Tracking:
    """Look at an account for a brand; an account the client already has is used again, and its name kept.

    Who takes an import back meanwhile, and the account with it, is waited for: then there is none.
    """
    account, is_new_account = Account.objects.select_for_update(no_key=True).get_or_create(
        client=brand.client,
        network=network,
        key=key_of_page(brand.client, network, handle),
        defaults={"handle": handle, "name": name, "url": url},
    )
    why = {"client": brand.client, "role": role, "group": group}
    tracking, is_new = Tracking.objects.get_or_create(brand=brand, account=account, defaults=why)
    if not is_new:
        raise AlreadyTracked(tracking)
    if is_new_account:
        record(Verb.CREATED, account, by=by, client=brand.client, after=facts(account))
    record(Verb.TRACKED, tracking, by=by, client=brand.client, after=facts(tracking))
    return tracking


@transaction.atomic
def change_tracking(tracking: Tracking, *, by: User, **fields: Any) -> None:
    """What is said of the account is said for every brand that looks at it, and has an entry of its own."""
    account = _locked(tracking.account)  # first, as an import that is taken back does
    tracking = _locked(tracking)
    said = ((account, OF_ACCOUNT), (tracking, OF_TRACKING))
    before = [(row, _written(row, {name: fields[name] for name in names if name in fields})) for row, names in said]
    for row, was in before:
        if was:
            record(Verb.CHANGED, row, by=by, client=tracking.client, before=was, after=facts(row))


@transaction.atomic
def stop_tracking(tracking: Tracking, *, by: User) -> None:
    """The brand no longer looks at the account; the account and its numbers stay. Asked twice at once, it is done once."""
    account = Account.objects.select_for_update(no_key=True).filter(pk=tracking.account_id).first()
    tracking = Tracking.objects.select_for_update(no_key=True).filter(pk=tracking.pk).first()
    if tracking:
        Tracking.objects.filter(pk=tracking.pk).delete()
        record(Verb.UNTRACKED, tracking, by=by, client=tracking.client, before=facts(tracking) | facts(account))


@transaction.atomic
def invite(*, email: str, name: str, role: str, client: Client | None, by: User | None, language: str = "") -> Membership:
    """Give somebody a role; whoever is new gets a user without a password, and sets one by the link they are sent."""
    user = User.objects.filter(email__iexact=email).first()
    is_new = user is None
    if user is None:
        user = User.objects.create_user(email, None, name=name, language=language)
    if current := Membership.objects.filter(user=user, client=client, ended_at=None).first():
        raise HasRole(current)
    membership = Membership.objects.create(user=user, client=client, role=role)
    if is_new:
        record(Verb.CREATED, user, by=by, client=None, after={"email": user.email, "name": name})
    record(Verb.GRANTED, membership, by=by, client=client, after=facts(membership))
    return membership


@transaction.atomic
def change_role(membership: Membership, *, role: str, by: User) -> None:
    owners = queries.owners_held()  # before this one: of two owners who let each other go the second waits
    membership = _locked(membership)
    if role == membership.role:
        return
    _keep_an_owner(membership, owners)
    before = facts(membership)
    membership.role = role
    membership.save(update_fields=["role"])
    record(Verb.CHANGED, membership, by=by, client=membership.client, before=before, after=facts(membership))


@transaction.atomic
def end_membership(membership: Membership, *, by: User | None) -> None:
    """From the next request on the person no longer sees this client, even with an open session. What has ended stays so."""
    owners = queries.owners_held()
    membership = _locked(membership)
    if membership.ended_at:
        return
    _keep_an_owner(membership, owners)
    record(Verb.REVOKED, membership, by=by, client=membership.client, before=facts(membership))
    membership.ended_at = timezone.now()  # last: an owner who leaves may write nothing afterwards
    membership.save(update_fields=["ended_at"])


@transaction.atomic
def give_password(user: User, *, by: User | None) -> str:
    """A random password for somebody no letter reaches; one they had before is good no longer. No entry holds the word."""
    password = secrets.token_urlsafe(12)
    user.set_password(password)
    with scope(""):
        user.save(update_fields=["password"])
    record(Verb.CHANGED, user, by=by, client=None, after={"password": "new"})
    return password


def _keep_an_owner(leaving: Membership, owners: Sequence[Membership]) -> None:
    if leaving.role == Membership.Role.OWNER and not [row for row in owners if row.pk != leaving.pk]:
        raise LastOwner


def _created(model: type[Model], address: str, **fields: Any) -> Any:
    """Rows of other clients are out of sight here, so only the database can say which addresses are taken."""
    if "slug" in fields:
        return model.objects.create(**fields)
    for slug in slugs.candidates(address):
        try:
            with transaction.atomic():
                return model.objects.create(slug=slug, **fields)
        except IntegrityError as error:
            if "slug" not in str(error):
                raise
    raise RuntimeError(f"a hundred addresses like {slug} are taken")
