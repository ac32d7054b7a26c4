"""`manage.py add_owner E-MAIL`: the first person of an agency without the demo, who then invites everybody else."""

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from smmstrategy.agency import actions
from smmstrategy.clients.access import OWNER
from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Language, User
from smmstrategy.clients.names import validate_visible
from smmstrategy.commands import Spoken


class Command(Spoken):
    help = gettext_noop("Make an owner of the agency; prints the password for the first sign-in.")

    def add_arguments(self, parser) -> None:
        parser.add_argument("email", metavar=_("E-MAIL"), help=_("the address by which the owner signs in"))
        parser.add_argument("--name", metavar=_("NAME"), default="", help=_("what others see the owner called"))
        parser.add_argument(
            "--language",
            choices=Language.values,
            default="",
            help=_("the language of the owner's pages; otherwise that of the browser"),
        )

    def handle(self, *, email: str, name: str, language: str, **options) -> None:
        _require_address(email)
        _require_name(name)
        with scope("system"):
            if User.objects.filter(email=email.lower()).exists():
                sentence = _("%(email)s is a user already; an owner changes their role on «People» or invites them anew.")
                raise CommandError(sentence % {"email": email})
            membership = actions.invite(email=email, name=name, language=language, role=OWNER, client=None, by=None)
            password = actions.give_password(membership.user, by=None)
        self.stdout.write(f"{email}  {password}")


def _require_address(email: str) -> None:
    try:
        User._meta.get_field("email").clean(email, None)
    except ValidationError as error:
        raise CommandError(_("«%(email)s» is no e-mail address.") % {"email": email}) from error


def _require_name(name: str) -> None:
    longest = User._meta.get_field("name").max_length
    if len(name) > longest:
        raise CommandError(_("--name takes at most %(n)d characters.") % {"n": longest})
    try:
        if name:
            validate_visible(name)
    except ValidationError as error:
        raise CommandError(f"--name: {error.message}") from error
