"""What addresses of posts call the pages of which they say the number: vk.com/zerno?w=wall-1_2."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from smmstrategy.clients import handles
from smmstrategy.metrics.imports.reading.cells import pages
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.draft import Page, page
from smmstrategy.metrics.imports.reading.records.owners import Said, one_page


def filled(said: Said, urls: Sequence[str], context: Context) -> Said:
    """The rows that name no account with the name that some address says of their wall, where both stand beside each other alone.

    A post of another page may have been opened from a page that shares it.
    """
    called: dict[tuple[Page, Page], str] = {}
    walls = [link and (link.network, link.handle) for link in said.leads]
    for wall, word in zip(walls, map(pages.name_beside_wall, urls), strict=True):
        if wall and word and _may_be_of(page(wall[0], word), wall, context):
            called.setdefault((page(wall[0], word), wall), word)
    by_name, by_wall = (Counter(pair[n] for pair in called) for n in (0, 1))
    names = {wall: word for (name, wall), word in called.items() if by_name[name] == by_wall[wall] == 1}
    of_rows = list(zip(said.accounts, said.words, (names.get(wall, "") for wall in walls), strict=True))
    return replace(
        said,
        accounts=[account or word for account, _said, word in of_rows],
        words=[of_row if account else word for account, of_row, word in of_rows],
    )


def _may_be_of(name: Page, wall: Page, context: Context) -> bool:
    """The account of that name stands on no other wall, as far as is known, and no other account on this one.

    One that is known by the number of the wall may be called so, unless there is an account of that name as well.
    """
    stand_on = context.known.stands_on.get(wall[0], {})
    if name[1] in stand_on:
        return stand_on[name[1]] == wall[1]
    there = [one for one, its_wall in stand_on.items() if its_wall == wall[1]]
    others = [one for one in there if not handles.number(wall[0], one)]
    return not (others or (one_page.is_there(name, context) and (there or one_page.is_there(wall, context))))
