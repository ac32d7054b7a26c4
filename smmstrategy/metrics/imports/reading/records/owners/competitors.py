"""Which accounts a column of competitors, of bloggers or of brands names that are not the brand's own."""

from collections.abc import Sequence

from smmstrategy.metrics.imports.reading.cells import names
from smmstrategy.metrics.imports.reading.columns.accounts import Heading
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.draft import Draft, page
from smmstrategy.metrics.imports.reading.messages import first_of
from smmstrategy.metrics.imports.reading.records.owners.said import Said, are_of_others
from smmstrategy.metrics.imports.reading.records.owners.same_page import Owner, is_among


def named_by(said: Said, own: Sequence[Owner | None], draft: Draft, context: Context) -> set[Owner]:
    """The accounts of others that the column names, noted as such: all but the brand, or those beside a brand that is known.

    A blogger may have written on the brand's own page, which a competitor has not.
    """
    named = {owner: names.compared(word) for owner, word in zip(own, said.named, strict=True) if owner and word}
    pairs = zip(own, map(names.compared, said.named), strict=True)
    of_brand = {owner for owner, name in pairs if owner and context.brand and name == context.brand}
    draft.of_brand |= {page(*owner) for owner in of_brand}
    _say_of_brand(said, of_brand, draft, context)
    is_brand_there = bool(context.brand) and context.brand in map(names.compared, said.named)
    is_one_known = is_brand_there or any(_is_own(owner, context) or is_competitor(owner, context) for owner in named)
    if are_of_others(said, context) and said.heading is not Heading.BLOGGERS:
        others = named.keys() - of_brand
    elif said.heading is Heading.BLOGGERS or (said.heading is Heading.BRANDS and is_one_known):
        others = {owner for owner in named.keys() - of_brand if not _is_own(owner, context)}
    else:
        return set()
    draft.others |= {page(*owner): said.column for owner in others}
    return others


def _say_of_brand(said: Said, of_brand: set[Owner], draft: Draft, context: Context) -> None:
    if of_brand and said.heading is Heading.COMPETITORS and not context.of_others:
        draft.warn(
            "The column «{column}» names the brand itself among competitors ({accounts}): these rows were taken for the brand's "
            "own figures, not for a competitor's.",
            column=said.column,
            accounts=first_of(sorted(map(":".join, of_brand))),
        )


def is_competitor(account: Owner, context: Context) -> bool:
    """It is kept as a competitor's."""
    return is_among(account, context.known.competitors)


def may_be(account: Owner, named: Owner, draft: Draft, context: Context) -> bool:
    """The account a person has named is the competitor of that name, the first in the file that might be it.

    It is kept as a competitor's, or the person has said that no account of the file is the brand's own.
    """
    may_be_others = context.of_others or is_competitor(account, context)
    return may_be_others and page(*named) in draft.by_name_alone and draft.words_of_named.setdefault(account, named) == named


def _is_own(account: Owner, context: Context) -> bool:
    is_told = context.options.is_named(*account) and not is_competitor(account, context)
    return is_told or is_among(account, context.known.own)
