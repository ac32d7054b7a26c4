"""An audit of a brand: its period, the qualitative half, maturity, opportunities, and the snapshot it was sealed in."""

from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from audits.evidence import METHODOLOGIES_READ
from smmstrategy.clients.models import Brand, Client, Language
from smmstrategy.jobs.models import Job
from smmstrategy.metrics.periods import Period
from smmstrategy.reports.models import Snapshot

JOB = "audits.render"  # the work in the background that draws an audit
DRAW_JOB = "audits.draw"  # and that draws a sealed one in another language too


class Audit(models.Model):
    """Whole calendar months of a brand and its competitors; the baseline later measurements are compared with."""

    UNREAD = gettext_noop(
        "Another version of the program sealed this audit, and this one does not read it; its documents stay as they are."
    )

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        RENDERING = "rendering", _("being made")
        READY = "ready", _("ready")
        DELIVERED = "delivered", _("delivered")

    client = models.ForeignKey(Client, models.PROTECT, related_name="+")
    brand = models.ForeignKey(Brand, models.PROTECT, related_name="audits")
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    language = models.CharField(_("language of the documents"), max_length=2, choices=Language, default=Language.RU)
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    is_baseline = models.BooleanField(_("baseline"), default=False)
    job = models.ForeignKey(Job, models.SET_NULL, related_name="+", null=True)
    snapshot = models.OneToOneField(Snapshot, models.PROTECT, related_name="audit", null=True)
    methodology = models.CharField(max_length=10, default="", help_text="version of what worked out the sealed numbers")
    issue = models.PositiveSmallIntegerField(null=True, help_text="counts the sealed audits of the same brand and months from 1")
    summary = models.JSONField(default=dict, help_text="what the sealed audit says in short, by language: report.digest")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True)
    created_at = models.DateTimeField(db_default=Now())
    delivered_at = models.DateTimeField(null=True)

    seen_by_client = "delivered_at IS NOT NULL"
    delivered = models.Q(delivered_at__isnull=False)

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(fields=["brand"], condition=models.Q(is_baseline=True), name="one_baseline_per_brand")
        ]

    def __str__(self) -> str:
        return f"{self.brand} {self.first_day:%Y-%m}…{self.last_day:%Y-%m}"

    @classmethod
    def in_both_languages(cls) -> models.Exists:
        """Whether the brand has audits in the other language too."""
        return models.Exists(cls.objects.filter(brand=models.OuterRef("brand")).exclude(language=models.OuterRef("language")))

    @classmethod
    def replaced_by(cls) -> models.Subquery:
        """The newest later version of the same months and language that was delivered."""
        same = {name: models.OuterRef(name) for name in ("brand", "first_day", "last_day", "language")}
        later = cls.objects.filter(cls.delivered, **same, issue__gt=models.OuterRef("issue"))
        return models.Subquery(later.order_by("-issue").values("issue")[:1])

    @classmethod
    def naming(cls) -> dict[str, models.Expression]:
        """What the name of an audit is made of beside its row."""
        return {"is_in_both_languages": cls.in_both_languages(), "replaced_by": cls.replaced_by()}

    @property
    def period(self) -> Period:
        return Period(self.first_day, self.last_day)

    @property
    def is_read(self) -> bool:
        """Whether this program reads what was sealed, and what it says in short."""
        return self.methodology in METHODOLOGIES_READ

    def told(self, language: str) -> dict[str, Any]:
        """What the sealed audit says in short."""
        return self.summary.get(language, {}) if self.is_read else {}

    @property
    def has_failed(self) -> bool:
        """Its job was given up; `job.error` says why."""
        return self.status == self.Status.RENDERING and self.job is not None and self.job.status == Job.Status.FAILED

    @property
    def is_drawn_in_another(self) -> bool:
        """A worker draws the sealed audit in another language, or will."""
        return self.snapshot_id is not None and self.job is not None and self.job.status in (Job.Status.QUEUED, Job.Status.RUNNING)

    @property
    def has_failed_in_another(self) -> bool:
        """The worker gave up drawing it in another language; `job.error` says why."""
        return self.job is not None and self.job.kind == DRAW_JOB and self.job.status == Job.Status.FAILED


class CriterionScore(models.Model):
    """An expert's score of one criterion, 0–4 or not applicable, with a comment and evidence."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="+")
    audit = models.ForeignKey(Audit, models.CASCADE, related_name="scores")
    criterion = models.CharField(max_length=60)
    score = models.PositiveSmallIntegerField(null=True, blank=True, validators=[MaxValueValidator(4)])
    is_applicable = models.BooleanField(default=True)
    comment = models.TextField(_("comment"), blank=True)
    evidence = models.CharField(_("evidence"), max_length=500, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["audit", "criterion"], name="one_score_per_criterion")]


class MaturityScore(models.Model):
    """The level of one dimension of the maturity model, now and aimed at, with its justification."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="+")
    audit = models.ForeignKey(Audit, models.CASCADE, related_name="maturity")
    dimension = models.CharField(max_length=30)
    level = models.PositiveSmallIntegerField(null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(5)])
    target = models.PositiveSmallIntegerField(null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(5)])
    justification = models.TextField(_("justification"), blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["audit", "dimension"], name="one_level_per_dimension")]


class Opportunity(models.Model):
    """What can be done soon: impact and effort 1–5, a horizon in days; a quick win is high impact, low effort, soon."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="+")
    audit = models.ForeignKey(Audit, models.CASCADE, related_name="opportunities")
    title = models.CharField(_("what to do"), max_length=200)
    finding = models.CharField(max_length=80, blank=True, help_text="code of the finding it answers")
    metric = models.CharField(_("metric it moves"), max_length=40, blank=True)
    impact = models.PositiveSmallIntegerField(_("impact"), validators=[MinValueValidator(1), MaxValueValidator(5)])
    effort = models.PositiveSmallIntegerField(_("effort"), validators=[MinValueValidator(1), MaxValueValidator(5)])
    horizon_days = models.PositiveSmallIntegerField(_("horizon, days"), default=30)
    owner = models.CharField(_("who"), max_length=120, blank=True)
