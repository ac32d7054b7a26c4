"""The app's place in Django."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "smmstrategy.ledger"
    label = "ledger"
