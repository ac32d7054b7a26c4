"""How cells of each sort look."""

from smmstrategy.reports import theme

TITLE = {"bold": True, "font_size": 18, "font_color": f"#{theme.INK}", "valign": "vcenter"}
NOTE = {"font_color": f"#{theme.SLATE}", "valign": "top"}
BACK = {"font_color": f"#{theme.ACCENT}", "valign": "vcenter"}
GRID_TITLE = {"bold": True, "font_size": 13, "font_color": f"#{theme.INK}", "valign": "vcenter"}
HEADER = {
    "bold": True,
    "font_color": f"#{theme.INK}",
    "bg_color": f"#{theme.PAPER}",
    "bottom": 2,
    "bottom_color": f"#{theme.ACCENT}",
    "text_wrap": True,
    "valign": "vcenter",
}
CELL = {"bottom": 1, "bottom_color": f"#{theme.LINE}", "valign": "top"}
NUMBER = {"align": "right", "indent": 1}
WORDS = {"align": "left", "indent": 1}  # off the number before them
SCALE = {
    "type": "2_color_scale",
    "min_color": f"#{theme.WHITE}",
    "max_color": f"#{theme.mixed(theme.ACCENT, theme.WHITE, 0.55)}",
}
HATCHED = {"pattern": 14, "fg_color": f"#{theme.LINE}", "bg_color": f"#{theme.WHITE}"}  # as thin cells of a slide's heat map
