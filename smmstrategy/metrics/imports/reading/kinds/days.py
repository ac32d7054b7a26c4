"""Values of an account by day or month, under the usual names, whichever service gave them."""

from smmstrategy.metrics.catalogue import Level
from smmstrategy.metrics.imports.reading.columns import headers, networks
from smmstrategy.metrics.imports.reading.kinds.accounts import ADDRESS
from smmstrategy.metrics.imports.reading.kinds.fields import POST, with_own_names
from smmstrategy.metrics.imports.reading.kinds.kind import Kind, Rows
from smmstrategy.metrics.imports.reading.kinds.traffic import VIEWS_BY_DAY, VISITORS_BY_DAY
from smmstrategy.metrics.imports.reading.tables.layout import Table
from smmstrategy.metrics.imports.reading.vocabulary import accounts

DAYS = with_own_names(accounts.BY_DAY, Level.ACCOUNT)
OF_ACCOUNTS = (
    DAYS
    | networks.HEADERS
    | {
        "account": f"account username|username|account|аккаунт|сообщество|страница|канал|channel|{accounts.NAMES}",
        "account_url": ADDRESS,
    }
)
OTHERS = (
    "followers|followers_gained|followers_lost|followers_net|posts_published|account_reach|account_impressions|"
    "likes|comments|shares|mentions|engaged_users"
)
OF_ACCOUNTS_ALONE = frozenset(
    [
        "followers",
        "followers_gained",
        "followers_lost",
        "followers_net",
        "posts_published",
        "account_visitors",
        "mentions",
        "engaged_users",
    ]
)
KINDS = (
    Kind("days", "Account by day or month", Rows.VALUES, OF_ACCOUNTS, ("day", OTHERS), may_be_posts=True),
    VISITORS_BY_DAY,
    VIEWS_BY_DAY,
    Kind(
        "days_views",
        "Account views by day",
        Rows.VALUES,
        OF_ACCOUNTS,
        ("day", "account_views|account_visitors"),
        may_be_posts=True,
    ),
)


def of_accounts_alone(table: Table) -> set[str]:
    """What a table has of accounts alone, by names under which no post has anything."""
    fields, of_posts = headers.columns(table.header, OF_ACCOUNTS), headers.spread(POST)
    return {field for field in OF_ACCOUNTS_ALONE & fields.keys() if headers.plain(table.header[fields[field]]) not in of_posts}
