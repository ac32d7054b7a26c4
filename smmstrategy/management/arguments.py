"""What the command `import_export` takes: files, whose they are, and how they are to be read."""

from argparse import ArgumentParser

from django.utils.translation import gettext as _

from smmstrategy.clients.models import Network, Tracking
from smmstrategy.metrics.imports.reading import kinds

KINDS = sorted([*kinds.BY_CODE, kinds.TELEGRAM_EXPORT])


def add(parser: ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar=_("PATH"), help=_("a file, a folder, or a zip archive of exports"))
    _add_whose(parser)
    _add_how(parser)
    parser.add_argument("--dry-run", action="store_true", help=_("say what would change, and change nothing"))


def _add_whose(parser: ArgumentParser) -> None:
    of_client = _("the client of a new brand; made when it is new (default: like the brand)")
    of_account = _("whose figures these are, once for each network of a file; networks: {networks}")
    of_name = _(
        "the account that a name in the rows means where several are called so, or that a table of this title is about; may be "
        "repeated"
    )
    of_role = _("what the accounts are to the brand (default: as kept, as columns say, or own; of several it must be said)")
    of_own = _("an account of the file that is the brand's own, whatever --role says of the others; may be repeated")
    of_account = of_account.format(networks=", ".join(Network.values))
    parser.add_argument("--brand", required=True, metavar=_("SLUG"), help=_("the brand, by its address; made when it is new"))
    parser.add_argument("--client", metavar=_("SLUG"), help=of_client)
    parser.add_argument("--account", metavar=_("NETWORK:HANDLE"), action="append", help=of_account)
    parser.add_argument("--name", metavar=_("NAME=NETWORK:HANDLE"), action="append", help=of_name)
    parser.add_argument("--role", choices=Tracking.Role.values, help=of_role)
    parser.add_argument("--own", metavar=_("NETWORK:HANDLE"), action="append", help=of_own)


def _add_how(parser: ArgumentParser) -> None:
    of_period = _("the days a file is about, when its name or dates do not tell")
    of_columns = _("what columns mean that are unknown or name a network, «-» for one not to be used, or «guess» to take the guess")
    of_tables = _("a table of a file to leave out, by its sheet, its title or, without a name, its rows («21-40»); may be repeated")
    of_silence = _("nothing was posted in the whole months without a post that the preview names: of all accounts, or of this one")
    of_gone = _("posts of earlier files that these lack were deleted: mark them so")
    parser.add_argument("--kind", choices=KINDS, metavar=_("KIND"), help=_("the kind of export, when its columns do not tell"))
    parser.add_argument("--period", metavar=_("YYYY-MM-DD:YYYY-MM-DD"), help=of_period)
    of_dates = _("which comes first in 05/08/2026, or that Excel has swapped day and month in some dates")
    parser.add_argument("--date-order", choices=["dmy", "mdy", "swapped"], help=of_dates)
    parser.add_argument("--time-zone", metavar=_("ZONE"), help=_("the zone of times that name none (default: the client's)"))
    parser.add_argument("--columns", metavar=_("HEADER=FIELD;…"), help=of_columns)
    parser.add_argument("--leave-out", metavar=_("NAME"), action="append", help=of_tables)
    parser.add_argument("--gone", action="store_true", help=of_gone)
    parser.add_argument("--silent", metavar=_("NETWORK:HANDLE"), nargs="?", const="", action="append", help=of_silence)
