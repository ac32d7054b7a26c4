"""What addresses of posts call the pages of which they say the number: vk.com/zerno?w=wall-1_2."""

from collections.abc import Sequence
from dataclasses import replace

from smmstrategy.metrics.imports.reading.cells import pages
from smmstrategy.metrics.imports.reading.records.owners import Said


def filled(said: Said, urls: Sequence[str]) -> Said:
    """The rows that name no account with the name in their address, where each stands beside one number, and each beside one name.

    A post of another page may have been opened from a page that shares it.
    """
    called = list(map(pages.name_beside_wall, urls))
    pairs = {(word.casefold(), link.handle) for word, link in zip(called, said.leads, strict=True) if word and link}
    if not pairs or len({word for word, _wall in pairs}) < len(pairs) or len({wall for _word, wall in pairs}) < len(pairs):
        return said
    of_rows = list(zip(said.accounts, said.words, called, strict=True))
    return replace(
        said,
        accounts=[account or word for account, _said, word in of_rows],
        words=[of_row if account else word for account, of_row, word in of_rows],
    )
