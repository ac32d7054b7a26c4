"""A job: one row, claimed for a while by one worker at a time."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from smmstrategy.clients.models import Client


class Job(models.Model):
    """Work that was accepted. It runs until it is done or has failed for good, whatever dies on the way."""

    class Status(models.TextChoices):
        QUEUED = "queued", _("waiting")
        RUNNING = "running", _("running")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")

    client = models.ForeignKey(Client, models.CASCADE, related_name="+", null=True)
    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=200, unique=True, help_text="the same key is the same work")
    payload = models.JSONField(default=dict)
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True)
    status = models.CharField(max_length=8, choices=Status, default=Status.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    run_after = models.DateTimeField(db_default=Now())
    token = models.PositiveIntegerField(default=0, help_text="grows with every claim; only the newest holder may finish")
    lease_until = models.DateTimeField(null=True)
    steps_done = models.PositiveIntegerField(default=0)
    steps_total = models.PositiveIntegerField(default=0)
    step = models.CharField(max_length=200, blank=True)
    result = models.JSONField(default=dict)
    error = models.TextField(blank=True)
    created_at = models.DateTimeField(db_default=Now())
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["run_after"], condition=models.Q(status__in=["queued", "running"]), name="open_jobs")]

    @property
    def share_done(self) -> float | None:
        """Steps done out of all steps, 0..1, or None before the job knows how many there are."""
        return self.steps_done / self.steps_total if self.steps_total else None
