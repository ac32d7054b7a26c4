"""The numbers: posts, what was measured of them and of accounts, and the imports they came in with."""

from typing import Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.fields.json import KeyTransform
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from smmstrategy.clients.models import Account, Brand, Client
from smmstrategy.jobs.models import Job


class Source(models.TextChoices):
    """Where a value comes from; values of different sources are never summed without saying so."""

    API = "api", _("network API")
    IMPORT = "import", _("export file")
    MANUAL = "manual", _("entered by hand")
    RECONSTRUCTED = "reconstructed", _("reconstructed")
    ESTIMATED = "estimated", _("estimated")


class Precision(models.TextChoices):
    """How exact a stored value is: «1.2K» in a file is a rounded value."""

    EXACT = "exact", _("exact")
    ROUNDED = "rounded", _("rounded by the source")


CUT_OFF = gettext_noop("Whatever was reading the file was ended before it was done; nothing half-done was kept.")
JOB = "metrics.import"  # the work in the background that looks at a file, or applies it
READY_JOB = "metrics.import_ready"  # and that writes all that is ready


class Imports(models.QuerySet):
    """Rows of which each may be as long as its file."""

    LONG = ("rejected", "summary")

    def in_short(self) -> Self:
        """Without what grows with the file: many in a list or beside values have no need of it."""
        return self.defer(*self.LONG)

    def counted(self) -> Self:
        """In short, with how many rows were read, new, changed and rejected; None before that is known."""
        counts = {f"{name}_rows": KeyTransform(name, "summary") for name in ("new", "changed")}
        rejected = models.Func("rejected", function="jsonb_array_length", output_field=models.IntegerField())
        return self.in_short().annotate(**counts, rows=KeyTransform("rows", "summary"), rejected_rows=rejected)


class Import(models.Model):
    """One file on its way in: looked at, previewed, applied, perhaps undone."""

    class Status(models.TextChoices):
        READING = "reading", _("being read")
        ASKING = "asking", _("needs an answer")
        PREVIEWED = "previewed", _("ready to be written")
        APPLIED = "applied", _("written")
        UNDONE = "undone", _("undone")
        REFUSED = "refused", _("cannot be read")

    client = models.ForeignKey(Client, models.PROTECT, related_name="imports")
    brand = models.ForeignKey(Brand, models.PROTECT, related_name="imports")
    file_name = models.CharField(max_length=255)
    file_path = models.CharField(max_length=255, help_text="relative to MEDIA_ROOT, under a random name")
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=40, blank=True)
    signature = models.CharField(max_length=64, blank=True, help_text="hash of the header, by which answers are remembered")
    options = models.JSONField(default=dict, help_text="what people said of how to read it: imports.reading.options.Options")
    remembered = models.JSONField(default=dict, help_text="what was kept for later files of its columns: by signature its hash")
    question = models.JSONField(default=dict, help_text="what has to be asked before the file can be read for certain")
    status = models.CharField(max_length=10, choices=Status, default=Status.READING)
    summary = models.JSONField(default=dict, help_text="rows read, new, changed, unchanged, rejected; tables; totals")
    rejected = models.JSONField(default=list, help_text="[row number, reason] of every row that was not taken")
    error = models.TextField(blank=True)
    job = models.ForeignKey(Job, models.SET_NULL, related_name="+", null=True, help_text="the newest work done or waiting for it")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True)
    created_at = models.DateTimeField(db_default=Now())
    applied_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)
    dismissed_at = models.DateTimeField(
        null=True, help_text="when somebody took a file of which nothing was written off the first page"
    )

    @property
    def is_worked_on(self) -> bool:
        """A worker reads the file or writes its numbers, or will."""
        return self.job is not None and self.job.status in (Job.Status.QUEUED, Job.Status.RUNNING)

    objects = Imports.as_manager()

    @property
    def has_failed(self) -> bool:
        """The worker has given up, or whoever read it without one was ended; nothing half-done was kept."""
        if self.job is None:
            return self.status == Import.Status.READING
        return self.job.status == Job.Status.FAILED

    @property
    def failure(self) -> str:
        """Why it has failed; a message to translate."""
        return self.job.error if self.job else CUT_OFF


class ColumnMapping(models.Model):
    """How a person once explained the columns of an unknown kind of file; reused for the same header."""

    client = models.ForeignKey(Client, models.CASCADE, related_name="+")
    signature = models.CharField(max_length=64)
    mapping = models.JSONField()
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [models.UniqueConstraint(fields=["client", "signature"], name="one_mapping_per_header")]


class Recorded(models.Model):
    """A row that `actions.record` writes in bulk; its references are checked once for each statement, not row by row."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    revision = models.PositiveIntegerField(default=1, help_text="2 after the first correction")
    source = models.CharField(max_length=13, choices=Source)
    collected_at = models.DateTimeField()
    imported_in = models.ForeignKey(Import, models.PROTECT, related_name="+", null=True, db_constraint=False, db_index=False)

    written_in_bulk = True

    class Meta:
        abstract = True


class Newest(models.Model):
    """What stands now; beside it lie its revisions, each under a number that is given once."""

    last_revision = models.PositiveIntegerField(db_default=1, help_text="the highest number given to what was said here")

    class Meta:
        abstract = True


class Replaced(models.Model):
    """What a row was before a correction, and which import corrected it; or what never stood, because it was overruled at once."""

    replaced_at = models.DateTimeField(null=True, db_default=Now(), help_text="empty when it never stood")
    replaced_in = models.ForeignKey(Import, models.PROTECT, related_name="+", null=True, db_constraint=False, db_index=False)

    class Meta:
        abstract = True


class Publication(Recorded):
    """What is known of a post besides its numbers."""

    key = models.CharField(max_length=200, help_text="the network's id, taken from the permalink when the id is ruined")
    permalink = models.CharField(max_length=2000, blank=True)
    published_at = models.DateTimeField(null=True, help_text="UTC; empty when the source does not say")
    has_time = models.BooleanField(default=True, help_text="false when the source gives the day only")
    format = models.CharField(max_length=12, blank=True)
    title = models.TextField(blank=True)
    text = models.TextField(blank=True)
    duration_seconds = models.PositiveIntegerField(null=True)
    is_paid = models.BooleanField(null=True, help_text="promoted; empty when the source does not say")
    said = models.SmallIntegerField(
        db_default=127, help_text="which of these the collection gave itself, one bit each; the others it took over"
    )

    class Meta:
        abstract = True


class Post(Publication, Newest):
    """A publication of an account, found again by `key`, or by the key in its permalink, whichever file or API names it."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="posts", db_constraint=False, db_index=False)
    gone_at = models.DateTimeField(null=True, help_text="when the post was first found deleted: what all collections say together")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "key"], name="one_post_per_key")]
        indexes = [models.Index(fields=["account", "published_at"], name="posts_by_time")]


class PostRevision(Publication, Replaced):
    pk = models.CompositePrimaryKey("post_id", "revision")
    post = models.ForeignKey(Post, models.CASCADE, related_name="+", db_constraint=False, db_index=False)


class Measured(Recorded):
    """A value with its origin. `value` is never empty: what is not known has no row."""

    metric = models.CharField(max_length=40)
    value = models.DecimalField(max_digits=24, decimal_places=6)
    precision = models.CharField(max_length=7, choices=Precision, default=Precision.EXACT)

    class Meta:
        abstract = True


class PostObservation(Measured, Newest):
    """The newest value of one metric of one post."""

    pk = models.CompositePrimaryKey("post_id", "metric")
    post = models.ForeignKey(Post, models.CASCADE, related_name="observations", db_constraint=False, db_index=False)


class PostObservationRevision(Measured, Replaced):
    pk = models.CompositePrimaryKey("post_id", "metric", "revision")
    post = models.ForeignKey(Post, models.CASCADE, related_name="+", db_constraint=False, db_index=False)


class Observation(Measured, Newest):
    """The newest value of one metric of an account, for the days from `starts_on` to `ends_on`.

    A day has the same start and end and is counted in its collection's zone; followers at a moment are a day's value.
    `slice` breaks a value down, e.g. "utm_source=vk&utm_medium=social"; it is empty for the whole.
    """

    pk = models.CompositePrimaryKey("account_id", "metric", "starts_on", "ends_on", "slice")
    account = models.ForeignKey(Account, models.CASCADE, related_name="observations", db_constraint=False, db_index=False)
    starts_on = models.DateField()
    ends_on = models.DateField()
    slice = models.CharField(max_length=300, blank=True, db_default="")


class ObservationRevision(Measured, Replaced):
    pk = models.CompositePrimaryKey("account_id", "metric", "starts_on", "ends_on", "slice", "revision")
    account = models.ForeignKey(Account, models.CASCADE, related_name="+", db_constraint=False, db_index=False)
    starts_on = models.DateField()
    ends_on = models.DateField()
    slice = models.CharField(max_length=300, blank=True)


class Collection(models.Model):
    """One collection of numbers about an account: in which zone and currency, of which days it knows the posts, what it confirmed.

    Inside `posts_from` to `posts_until`, days of the client's zone, a day without a post is a silent one, unless rows were
    `rejected`; outside nobody knows. Whole months without a post may be in doubt, unless they are `silent` (see `silent_months`).
    Thanks to `confirmed` an older collection cannot overrule a value that a newer one saw again, and taking one import
    back leaves what another import said too. A confirmed row is named «table:key:revision»; at the same place `said` tells of a
    post which of its fields were seen again.
    """

    client = models.ForeignKey(Client, models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, models.CASCADE, related_name="collections")
    imported_in = models.ForeignKey(Import, models.PROTECT, related_name="+", null=True)
    source = models.CharField(max_length=13, choices=Source)
    collected_at = models.DateTimeField()
    time_zone = models.CharField(max_length=40, help_text="in which its days were counted")
    currency = models.CharField(max_length=3, help_text="of its amounts")
    posts_from = models.DateField(null=True, help_text="empty when it had no dated posts")
    posts_until = models.DateField(null=True)
    rejected = models.PositiveIntegerField(
        db_default=0, help_text="rows that were not taken and could have been posts of the account"
    )
    silent = ArrayField(
        models.DateField(),
        db_default=[],
        help_text="first days of the months without a post that were silent, as the numbers of messages show or a person has said",
    )
    missed = ArrayField(models.TextField(), default=list, help_text="the keys of posts that it says are gone")
    confirmed = ArrayField(models.TextField(), default=list)
    said = ArrayField(models.SmallIntegerField(null=True), default=list)
