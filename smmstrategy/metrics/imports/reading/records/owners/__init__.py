"""Whose account a row speaks of.

What its rows say (`said`), the account each names by that (`named`), which of these are others than the brand (`competitors`) and
which the one a person has named (`by_person`), and that of the table for rows that name none (`tables`): put together in `rows`.
Whether words are accounts says `column_words`, which spellings are one page `same_page`, and which names and addresses are one in
the whole file `one_name`, `one_page` and `names_of_tables`.

A cell that says nothing («—», «н/д») names nobody. What a row leaves open its table says, of posts as of values: the network of a
name is that of its kind, title, sheet or file, or of the account a person has named; a row that names nobody is of the account
named, or known, or asked for.
"""

from smmstrategy.metrics.imports.reading.records.owners.named import handle_of_brand
from smmstrategy.metrics.imports.reading.records.owners.rows import Whose, of_posts, of_values
from smmstrategy.metrics.imports.reading.records.owners.said import Said, Words, are_of_pages, of_rows, question_of, words_of
from smmstrategy.metrics.imports.reading.records.owners.same_page import Owner
from smmstrategy.metrics.imports.reading.records.owners.tables import network_of_names, propose
from smmstrategy.metrics.imports.reading.records.owners.warnings import warn_of_nothing, warn_of_other_networks

__all__ = [
    "Owner",
    "Said",
    "Whose",
    "Words",
    "are_of_pages",
    "handle_of_brand",
    "network_of_names",
    "of_posts",
    "of_rows",
    "of_values",
    "propose",
    "question_of",
    "warn_of_nothing",
    "warn_of_other_networks",
    "words_of",
]
