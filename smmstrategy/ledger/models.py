"""One entry: who did what to what, old and new, why and when, chained to the entry before."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from smmstrategy.clients.models import Client
from smmstrategy.ledger.verbs import choices


class Entry(models.Model):
    """Append-only. The database numbers and hashes it; nobody may change or delete it."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="+", null=True)
    number = models.PositiveBigIntegerField(default=0, help_text="counts from 1 in the chain of its client")
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    verb = models.CharField(max_length=60, choices=choices)
    object_kind = models.CharField(max_length=60)
    object_id = models.BigIntegerField(null=True)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    reason = models.TextField(blank=True)
    at = models.DateTimeField(db_default=Now())
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64, blank=True)

    append_only = True
    read_by_functions = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["client", "number"], nulls_distinct=False, name="one_entry_per_number")]
