"""The look of the house: the fonts and colours of decks and workbooks, those of the pages' light tokens.css among them."""

FONT = "Calibri"  # on every Office; Carlito has the same widths elsewhere

INK = "1B1B22"  # text, dark grounds
SLATE = "55545F"  # second voice: labels, footers
MIST = "A9AEBF"  # series that are not the point
LINE = "E2DFD7"  # hairlines
PAPER = "F6F5F1"  # cards and call-outs
WHITE = "FFFFFF"
ACCENT = "2A3FE0"  # the client, the point of the slide
ACCENT_SOFT = "E8EAFF"
GOOD = "0A6B45"
BAD = "B3261E"
GREYS = ("8C92A6", "B3B8C7", "6A7087", "CDD1DB")

NETWORKS = {
    "vk": "2D7FF9",
    "telegram": "26B3D9",
    "youtube": "E0433A",
    "ok": "F08A24",
    "instagram": "C2418F",
    "facebook": "3A559F",
    "tiktok": "1F2430",
    "dzen": "7A5AF0",
    "rutube": "14796F",
    "x": "6B7280",
}
FREE = ("B58A00", "D63AD6", "2E9E3A", "6E1420", "C67953", "4A0F52", "4F4A0C", "0F5A2A")  # told apart from those of networks


def mixed(color: str, ground: str, share: float) -> str:
    """`share` of the colour over the ground, both RRGGBB."""
    pairs = zip(bytes.fromhex(color), bytes.fromhex(ground), strict=True)
    return "".join(f"{round(top * share + under * (1 - share)):02X}" for top, under in pairs)
