"""What waits for somebody: imports with a question or given up, audits being made or ready to look at."""

from django.db.models import Q, QuerySet

from audits.models import Audit
from smmstrategy.clients import access
from smmstrategy.clients.models import User
from smmstrategy.jobs.models import Job
from smmstrategy.metrics.models import Import

A_FEW = 20


def imports_waiting(user: User) -> QuerySet[Import]:
    """Files that need an answer or a decision; and until somebody dismisses them, those that cannot be read or were given up.

    A question is gone with the same file's later import.
    """
    waits = Q(status__in=(Import.Status.ASKING, Import.Status.PREVIEWED))
    given_up = Q(job__status=Job.Status.FAILED) | Q(job=None)
    is_over = Q(status=Import.Status.REFUSED) | Q(given_up, status=Import.Status.READING)
    rows = access.visible(Import.objects.in_short(), user).filter(waits | is_over, dismissed_at=None)
    return rows.select_related("brand", "client", "job").order_by("-created_at")[:A_FEW]


def audits_in_work(user: User) -> QuerySet[Audit]:
    """Audits being made, with their job's measured progress, and audits nobody has delivered yet."""
    open_ones = (Audit.Status.RENDERING, Audit.Status.READY)
    rows = access.visible(Audit, user).annotate(**Audit.naming())
    return rows.filter(status__in=open_ones).select_related("brand", "client", "job").order_by("-created_at")[:A_FEW]


def audits_delivered(user: User) -> QuerySet[Audit]:
    """What was delivered to clients whose person the user is, the newest first."""
    mine = access.clients(user, frozenset({access.CLIENT}))
    rows = access.visible(Audit, user).annotate(**Audit.naming())
    return rows.filter(Audit.delivered, client__in=mine).select_related("brand", "client").order_by("-delivered_at")
