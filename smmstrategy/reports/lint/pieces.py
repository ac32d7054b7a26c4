"""Takes what was declared out of a text that was found; the numbers that stay are stray."""

from collections.abc import Iterable

from smmstrategy.reports import plain


def in_order(text: str, pieces: Iterable[str]) -> list[str]:
    """Of pieces that stand in this order, any of which may be gone."""
    left: dict[int, list[str]] = {0: []}  # by how far the text is read: what is stray until there, at the least
    for piece in pieces:
        for start, stray in list(left.items()):
            if (at := plain.find(piece, text, start)) >= 0:
                more, end = stray + plain.NUMBER.findall(text[start:at]), at + len(piece)
                if len(more) < len(left.get(end, [*more, ""])):
                    left[end] = more
        left = {end: stray for end, stray in left.items() if not any(end < e and len(s) <= len(stray) for e, s in left.items())}
    return min((stray + plain.NUMBER.findall(text[end:]) for end, stray in left.items()), key=len)


def anywhere(text: str, pieces: Iterable[str]) -> list[str]:
    """Of pieces in any order, the longest first, each as often as it comes."""
    for piece in sorted((piece for piece in pieces if piece in text), key=len, reverse=True):
        text = _without(text, piece)
    return plain.NUMBER.findall(text)


def _without(text: str, piece: str) -> str:
    """With a mark in place of the piece, which joins what it stood beside no less."""
    left, start = "", 0
    while (at := plain.find(piece, text, start)) >= 0:
        left, start = f"{left}{text[start:at]}\0", at + len(piece)
    return left + text[start:]
