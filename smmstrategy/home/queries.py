"""What waits for somebody: imports with a question or given up, audits being made or ready to look at."""

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from django.db.models import Count, QuerySet

from audits.models import Audit
from smmstrategy.clients import access
from smmstrategy.clients.models import User
from smmstrategy.metrics.imports.queries import WAITING, State, in_order_of_need, with_state
from smmstrategy.metrics.models import Import

A_FEW = 20


@dataclass(frozen=True)
class OfClient:
    """Of a client how many rows there are in each state."""

    name: str
    slug: str
    states: list[tuple[State | Audit.Status, int]]


@dataclass(frozen=True)
class Waiting:
    """The first rows that wait, how many wait in all, in each state, and of each client."""

    first: QuerySet
    states: list[tuple[State | Audit.Status, int]]
    clients: list[OfClient]

    @property
    def count(self) -> int:
        return sum(count for _state, count in self.states)

    @property
    def are_all_here(self) -> bool:
        return self.count <= A_FEW


def imports_waiting(user: User) -> Waiting:
    """Files that need an answer or a decision; and until somebody dismisses them, those that cannot be read or were given up.

    Those come first that need somebody most. A question is gone with the same file's later import.
    """
    rows = with_state(access.visible(Import.objects.in_short(), user)).filter(state__in=WAITING)
    first = in_order_of_need(rows).select_related("brand", "client", "job")[:A_FEW]
    return Waiting(first, *_counted(rows, "state", State))


def audits_in_work(user: User) -> Waiting:
    """Audits being made, with their job's measured progress, and audits nobody has delivered yet, the newest first."""
    rows = access.visible(Audit, user).filter(status__in=(Audit.Status.RENDERING, Audit.Status.READY))
    first = rows.annotate(**Audit.naming()).select_related("brand", "client", "job").order_by("-created_at")[:A_FEW]
    return Waiting(first, *_counted(rows, "status", Audit.Status))


def _counted(rows: QuerySet, column: str, states: type[State] | type[Audit.Status]) -> tuple[list, list[OfClient]]:
    """How many rows are in each state, in its order, of all clients and of each of them."""
    found = rows.order_by("client__name", "client__slug").values_list("client__name", "client__slug", column).annotate(Count("pk"))
    clients, total = [], Counter()
    for (name, slug), of_client in groupby(found, itemgetter(0, 1)):
        counts = {state: count for _name, _slug, state, count in of_client}
        clients.append(OfClient(name, slug, [(state, counts[state]) for state in states if state in counts]))
        total.update(counts)
    return [(state, total[state]) for state in states if state in total], clients


def audits_delivered(user: User) -> QuerySet[Audit]:
    """What was delivered to clients whose person the user is, the newest first."""
    mine = access.clients(user, frozenset({access.CLIENT}))
    rows = access.visible(Audit, user).annotate(**Audit.naming())
    return rows.filter(Audit.delivered, client__in=mine).select_related("brand", "client").order_by("-delivered_at")
