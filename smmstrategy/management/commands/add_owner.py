"""`manage.py add_owner E-MAIL`: the first person of an agency without the demo, who then invites everybody else."""

import secrets

from django.core.management.base import BaseCommand, CommandError

from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Membership, User
from smmstrategy.ledger.actions import record
from smmstrategy.ledger.verbs import Verb


class Command(BaseCommand):
    help = "Make an owner of the agency; prints the password for the first sign-in"

    def add_arguments(self, parser) -> None:
        parser.add_argument("email")
        parser.add_argument("--name", default="")
        parser.add_argument("--language", choices=["ru", "en"], default="ru")

    def handle(self, *, email: str, name: str, language: str, **options) -> None:
        password = secrets.token_urlsafe(12)
        with scope("system"):
            if User.objects.filter(email=email.lower()).exists():
                raise CommandError(f"{email} is a user already; an owner can change their role on the page «People»")
            user = User.objects.create_user(email, password, name=name, language=language)
            membership = Membership.objects.create(user=user, role=Membership.Role.OWNER)
            record(Verb.CREATED, user, by=None, client=None, after={"email": user.email, "name": name})
            record(Verb.GRANTED, membership, by=None, client=None, after={"user": email, "role": membership.role})
        self.stdout.write(f"{email}  {password}")
