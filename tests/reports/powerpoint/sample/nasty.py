"""The same pages with nasty texts wherever a person or a network could have written them."""

from dataclasses import replace

from smmstrategy.reports.document import Bullets, Callout, Cards, Chart, Gallery, Heatmap, Matrix, Page, Quote, Table

NASTY = (
    '=HYPERLINK("http://evil.example","click")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "nul \x00 escape \x1b vertical \x0b end",
    "lone \ud83d surrogate and \ufffe",
    "семья 👩‍👩‍👧‍👦 флаг 🇷🇺 и 漢字漢字漢字漢字漢字漢字漢字漢字漢字",
    "\u202eсправа налево\u202c и עברית",
    "Длинноеслово" * 40,
    "<b>&amp; ]]> _x0041_ \t tab\nline",
)


def nasty(page: Page) -> Page:
    """The same page with nasty texts for every quote, name and label a person or a network could have written."""
    texts = tuple(Quote(text, f"https://example.org/{n}") for n, text in enumerate(NASTY))
    return replace(
        page,
        title=(*page.title, " ", texts[0]),
        subtitle=texts,
        footer=texts,
        notes=(texts,),
        blocks=tuple(_block(block, texts) for block in page.blocks),
    )


def _block(block: object, texts: tuple[Quote, ...]) -> object:
    if isinstance(block, Bullets):
        return replace(block, items=tuple((text,) for text in texts), heading=texts[:2])
    if isinstance(block, Callout):
        return Callout(texts[:6])
    if isinstance(block, Cards):
        return Cards(tuple(replace(card, label=(texts[n],), note=(texts[-2],)) for n, card in enumerate(block.cards)))
    if isinstance(block, Chart):
        names = tuple(replace(series, name=texts[n]) for n, series in enumerate(block.series))
        return replace(
            block,
            title=texts[:3],
            categories=tuple(texts[n % len(texts)] for n in range(len(block.categories))),
            series=names,
            alt=NASTY[2],
        )
    if isinstance(block, Heatmap):
        return replace(block, rows=texts[: len(block.rows)], columns=texts[: len(block.columns)], alt=NASTY[3])
    if isinstance(block, Table):
        return replace(
            block,
            rows=tuple(replace(row, cells=(texts[n % len(texts)], *row.cells[1:-1], texts)) for n, row in enumerate(block.rows)),
        )
    if isinstance(block, Gallery):
        return replace(
            block,
            tiles=tuple(
                replace(tile, account=texts[n % len(texts)], text=texts[-n % len(texts)], label=texts)
                for n, tile in enumerate(block.tiles)
            ),
        )
    if isinstance(block, Matrix):
        return replace(block, items=tuple(((texts[n],), effort, impact) for n, (_label, effort, impact) in enumerate(block.items)))
    return block
