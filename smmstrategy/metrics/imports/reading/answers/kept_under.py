"""Under what an answer about the columns of a table is kept, and so for which other tables it holds.

The title, the letters, the network or the header of its table; under the header alone for later files, too.
"""

from enum import Enum

from smmstrategy.metrics.imports.reading.columns import headers, titled
from smmstrategy.metrics.imports.reading.tables.layout import Table


class KeptUnder(Enum):
    """The narrowest first: of several answers that hold for a table the first of these counts. The last alone is remembered."""

    TITLE = "the table of this file that is called so"
    LETTERS = "the table of this file whose columns are called by letters, below whichever of its lines"
    NETWORK = "the tables of this file that have these columns and are of the same network"
    HEADER = "all tables that have these columns, in later files, too"

    def signature(self, table: Table) -> str:
        """What it is kept by; that of a network is the header's where the table says none. Letters are those of one table."""
        whole = table.whole or table
        signed = [*table.signed, "", f"letters of {whole.name}", whole.lines] if table.is_lettered else table.signed
        if self is KeptUnder.TITLE:
            return headers.signature([*signed, "", f"called {table.title}"])
        if self is KeptUnder.LETTERS:
            return headers.signature([*signed, "", "below whichever line"])
        if self is KeptUnder.NETWORK and not table.part and (network := titled.network(table)):
            return headers.signature([*signed, "", f"of {network}"])
        return headers.signature(signed)
