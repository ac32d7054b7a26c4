"""Whom we serve: users, clients, brands, the accounts we track for them, and who may see what."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from smmstrategy.clients import handles
from smmstrategy.clients.names import validate_visible
from smmstrategy.clients.passwords import PasswordField
from smmstrategy.clients.zones import validate_zone


class UserManager(BaseUserManager):
    def create_user(self, email: str, password: str | None = None, **fields) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class Language(models.TextChoices):
    """What pages and documents are written in, each in its own words."""

    RU = "ru", "Русский"
    EN = "en", "English"


class User(AbstractBaseUser):
    """A person who signs in by e-mail; what they may do stands in their memberships."""

    password = PasswordField(_("password"), max_length=128)
    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("name"), max_length=120, blank=True)
    language = models.CharField(
        _("language"), max_length=2, choices=Language, blank=True, help_text="empty until they choose one: pages follow the browser"
    )
    is_active = models.BooleanField(_("may sign in"), default=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    changed_by_oneself = ("password", "last_login", "language")
    held: tuple[tuple[int | None, str], ...] | None = None  # what `access` has read for the request that this person sent

    objects = UserManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    def __str__(self) -> str:
        return self.name or self.email


class Client(models.Model):
    """A customer of the agency; the wall between clients runs along this row."""

    name = models.CharField(_("name"), max_length=120, validators=[validate_visible])
    slug = models.SlugField(_("address"), max_length=60, unique=True)
    time_zone = models.CharField(_("time zone"), max_length=40, default="Europe/Moscow", validators=[validate_zone])
    currency = models.CharField(_("currency"), max_length=3, default="RUB")
    is_demo = models.BooleanField(_("demo"), default=False, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    own_column = "id"
    seen_by_client = "true"
    read_by_functions = True

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Brand(models.Model):
    """What an audit is about: a brand or an organisation of a client."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="brands")
    name = models.CharField(_("name"), max_length=120, validators=[validate_visible])
    slug = models.SlugField(_("address"), max_length=120, unique=True)
    website = models.URLField(_("website"), blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    seen_by_client = "true"
    delivered = models.Q()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Network(models.TextChoices):
    """Where an account lives; `website` is the brand's own site, for traffic."""

    VK = "vk", _("VK")
    TELEGRAM = "telegram", "Telegram"
    YOUTUBE = "youtube", "YouTube"
    OK = "ok", _("Odnoklassniki")
    INSTAGRAM = "instagram", _("Instagram")
    FACEBOOK = "facebook", _("Facebook")
    X = "x", "X"
    TIKTOK = "tiktok", "TikTok"
    DZEN = "dzen", _("Dzen")
    RUTUBE = "rutube", "Rutube"
    MAX = "max", "MAX"
    LINKEDIN = "linkedin", "LinkedIn"
    WEBSITE = "website", _("Website")


class HandleKey(models.TextField):
    """Worked out from an account's handle whenever the account is written, one by one or in bulk."""

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        model_instance.key = handles.key(model_instance.network, model_instance.handle)
        return model_instance.key


class Account(models.Model):
    """A page in a network as one client's agency tracks it, whoever owns the page."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="accounts")
    network = models.CharField(_("network"), max_length=12, choices=Network)
    handle = models.CharField(_("handle"), max_length=handles.LONGEST, help_text=_("the name in the page's address, without @"))
    key = HandleKey(editable=False)
    name = models.CharField(_("name"), max_length=200, blank=True)
    url = models.URLField(_("address"), max_length=500, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["network", "handle"]
        constraints = [models.UniqueConstraint(fields=["client", "network", "key"], name="one_account_per_client")]

    def __str__(self) -> str:
        return self.name or self.handle


class Tracking(models.Model):
    """Why a brand looks at an account."""

    class Role(models.TextChoices):
        OWN = "own", _("own")
        COMPETITOR = "competitor", _("competitor")
        INFLUENCER = "influencer", _("influencer")

    client = models.ForeignKey(Client, models.PROTECT, related_name="+")
    brand = models.ForeignKey(Brand, models.CASCADE, related_name="tracking")
    account = models.ForeignKey(Account, models.CASCADE, related_name="tracking")
    role = models.CharField(_("role"), max_length=12, choices=Role)
    group = models.CharField(
        _("belongs to"), max_length=120, blank=True, help_text=_("the competitor's name, if it has several accounts")
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["brand", "account"], name="one_tracking_per_brand_and_account")]


class Membership(models.Model):
    """What a user may do, for one client or (without a client) for the whole agency."""

    class Role(models.TextChoices):
        OWNER = "owner", _("owner")
        MANAGER = "manager", _("manager")
        STRATEGIST = "strategist", _("strategist")
        CLIENT = "client", _("client")

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    client = models.ForeignKey(Client, models.CASCADE, related_name="memberships", null=True, blank=True)
    role = models.CharField(_("role"), max_length=12, choices=Role)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    ended_at = models.DateTimeField(null=True, blank=True, editable=False)

    policy = "user_id = smm_user()"
    written_by_owners = True
    read_by_functions = True

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "client"], condition=models.Q(ended_at=None), nulls_distinct=False, name="one_current_membership"
            ),
            models.CheckConstraint(
                condition=models.Q(client__isnull=False) | ~models.Q(role="client"), name="a_client_user_belongs_to_a_client"
            ),
            models.CheckConstraint(
                condition=models.Q(client__isnull=True) | ~models.Q(role="owner"), name="an_owner_owns_the_whole_agency"
            ),
        ]
