"""Sealed snapshots, the files made from them, and who took which file when."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from smmstrategy.clients.models import Brand, Client


class Snapshot(models.Model):
    """Facts as they were when they were sealed: canonical JSON and its SHA-256. Never changed."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="+")
    brand = models.ForeignKey(Brand, models.PROTECT, related_name="snapshots")
    kind = models.CharField(max_length=40, help_text="which product's facts: «audit»")
    content = models.BinaryField(help_text="canonical JSON, compressed with zlib")
    sha256 = models.CharField(max_length=64, help_text="of the canonical JSON before compression")
    sealed_at = models.DateTimeField(db_default=Now())
    sealed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True)

    append_only = True


class ReportFile(models.Model):
    """A deck or workbook drawn from a snapshot, with the manifest of every number in it."""

    class Form(models.TextChoices):
        DECK = "pptx", _("deck")
        WORKBOOK = "xlsx", _("workbook")

    client = models.ForeignKey(Client, models.PROTECT, related_name="+")
    brand = models.ForeignKey(Brand, models.PROTECT, related_name="+")
    snapshot = models.ForeignKey(Snapshot, models.PROTECT, related_name="files", help_text="hidden from the client's people")
    form = models.CharField(max_length=4, choices=Form)
    language = models.CharField(max_length=2)
    name = models.CharField(max_length=200, help_text="what the file is called when downloaded")
    path = models.CharField(max_length=255, help_text="relative to MEDIA_ROOT")
    manifest_path = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    drawn_with = models.CharField(max_length=40, help_text="version of the drawers")
    created_at = models.DateTimeField(db_default=Now())
    delivered_at = models.DateTimeField(null=True)
    delivered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True)

    seen_by_client = "delivered_at IS NOT NULL"
    delivered = models.Q(delivered_at__isnull=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["snapshot", "form", "language", "drawn_with"], name="one_file_per_snapshot_and_form")
        ]


class Download(models.Model):
    """Who took which file, and when."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="+")
    file = models.ForeignKey(ReportFile, models.PROTECT, related_name="downloads")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True)
    at = models.DateTimeField(db_default=Now())

    append_only = True
    inserted_by_client = True
    policy = "user_id = smm_user()"
