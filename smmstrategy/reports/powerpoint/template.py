"""Makes house.pptx, the template decks are drawn on: `python -m smmstrategy.reports.powerpoint.template`."""

from pathlib import Path

from smmstrategy.reports import theme
from smmstrategy.reports.package import packed
from smmstrategy.reports.powerpoint.template_parts import (
    HEAD,
    NAMESPACES,
    content_types,
    notes_master,
    presentation,
    relations,
    theme_part,
)

HOUSE = Path(__file__).parent / "house.pptx"
WIDTH, HEIGHT = 12_192_000, 6_858_000
INCH = 914_400
LEFT, RIGHT, FULL = 0.6, 12.733, 12.133  # margins and width of the type area, inches

AREAS = {  # layout → its areas for blocks: name, x, y, width, height in inches
    "Content": (("Body", LEFT, 2.05, FULL, 4.7),),
    "Split": (("Main", LEFT, 2.05, 7.95, 4.7), ("Side", 8.85, 2.05, 3.883, 4.7)),
    "Grid 3": tuple((f"Cell {n + 1}", LEFT + n * 4.1443, 2.05, 3.8443, 4.7) for n in range(3)),
    "Grid 4": tuple((f"Cell {n + 1}", LEFT + n % 2 * 6.2165, 2.05 + n // 2 * 2.45, 5.9165, 2.25) for n in range(4)),
}


def house() -> bytes:
    layouts = [_cover(), *(_content(name, areas) for name, areas in AREAS.items())]
    numbers = range(1, len(layouts) + 1)
    parts = {
        "[Content_Types].xml": content_types(len(layouts)),
        "_rels/.rels": relations({"rId1": ("officeDocument", "ppt/presentation.xml"), "rId2": ("core", "docProps/core.xml")}),
        "docProps/core.xml": HEAD
        + '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
        "ppt/presentation.xml": presentation(WIDTH, HEIGHT),
        "ppt/_rels/presentation.xml.rels": relations(
            {
                "rId1": ("slideMaster", "slideMasters/slideMaster1.xml"),
                "rId2": ("notesMaster", "notesMasters/notesMaster1.xml"),
                "rId3": ("theme", "theme/theme1.xml"),
            }
        ),
        "ppt/theme/theme1.xml": theme_part(),
        "ppt/theme/theme2.xml": theme_part(),
        "ppt/notesMasters/notesMaster1.xml": notes_master(),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": relations({"rId1": ("theme", "../theme/theme2.xml")}),
        "ppt/slideMasters/slideMaster1.xml": _master(len(layouts)),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": relations(
            {f"rId{n}": ("slideLayout", f"../slideLayouts/slideLayout{n}.xml") for n in numbers}
            | {f"rId{len(layouts) + 1}": ("theme", "../theme/theme1.xml")}
        ),
    }
    for n, layout in zip(numbers, layouts, strict=True):
        parts[f"ppt/slideLayouts/slideLayout{n}.xml"] = layout
        parts[f"ppt/slideLayouts/_rels/slideLayout{n}.xml.rels"] = relations(
            {"rId1": ("slideMaster", "../slideMasters/slideMaster1.xml")}
        )
    return packed({name: part.encode() for name, part in parts.items()})


def _cover() -> str:
    shapes = [
        *_rings(theme.INK, theme.ACCENT),
        _rectangle("Bar", LEFT, 0, 1.4, 0.14, "accent1"),
        _placeholder("Section", "body", 13, LEFT, 0.75, 8.5, 0.4, size=16, color="accent2", bold=True),
        _placeholder("Title", "title", 0, LEFT, 1.7, 8.9, 2.6, size=44, color="bg1", bold=True, anchor="b"),
        _placeholder("Subtitle", "body", 14, LEFT, 4.5, 8.2, 1.1, size=20, color="accent3"),
        _placeholder("Footer", "ftr", 11, LEFT, 6.8, 8.2, 0.3, size=11, color="accent3"),
    ]
    return _layout("Cover", shapes, background="tx1")


def _content(name: str, areas: tuple[tuple[str, float, float, float, float], ...]) -> str:
    shapes = [
        _rectangle("Bar", LEFT, 0, 0.9, 0.09, "accent1"),
        _rectangle("Hairline", LEFT, 6.9, FULL, 0.01, "bg2"),
        _placeholder("Section", "body", 13, LEFT, 0.26, FULL, 0.3, size=11, color="accent1", bold=True),
        _placeholder("Title", "title", 0, LEFT, 0.58, FULL, 0.92, size=26, color="tx1", bold=True),
        _placeholder("Subtitle", "body", 14, LEFT, 1.53, FULL, 0.34, size=13, color="tx2"),
        *(
            _placeholder(area, "body", 20 + n, x, y, width, height, size=14, color="tx1")
            for n, (area, x, y, width, height) in enumerate(areas)
        ),
        _placeholder("Footer", "ftr", 11, LEFT, 6.97, 11.3, 0.3, size=9, color="tx2"),
        _slide_number("tx2"),
    ]
    return _layout(name, shapes, background="bg1")


def _slide_number(color: str) -> str:
    text = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr/><a:t>‹#›</a:t></a:fld>'
    return _placeholder("Slide number", "sldNum", 12, 12.033, 6.97, 0.7, 0.3, size=9, color=color, align="r", text=text)


def _placeholder(
    name: str,
    kind: str,
    index: int,
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    size: int,
    color: str,
    bold: bool = False,
    anchor: str = "t",
    align: str = "l",
    text: str = "",
) -> str:
    position = "" if kind == "title" else f' idx="{index}"'
    small = ' sz="quarter"' if kind != "title" else ""
    text = text or f"<a:r><a:rPr/><a:t>{name}</a:t></a:r>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{index + 10}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{kind}"{small}{position}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{_frame(x, y, width, height)}</p:spPr>"
        f'<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"><a:normAutofit/></a:bodyPr>'
        f'<a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="{align}"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{size * 100}" b="{int(bold)}"><a:solidFill><a:schemeClr val="{color}"/></a:solidFill>'
        f'<a:latin typeface="{"+mj-lt" if kind == "title" else "+mn-lt"}"/></a:defRPr>'
        f"</a:lvl1pPr></a:lstStyle><a:p>{text}</a:p></p:txBody></p:sp>"
    )


def _rectangle(name: str, x: float, y: float, width: float, height: float, color: str) -> str:
    return _shape(name, x, y, width, height, '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>', f'<a:schemeClr val="{color}"/>')


def _rings(ground: str, color: str) -> list[str]:
    """Quarter rings spreading from the lower right corner, like a signal; each fainter than the one inside it."""
    rings = []
    for n, (outer, inner) in enumerate(((1.5, 0.0), (2.7, 2.1), (3.9, 3.3), (5.1, 4.5), (6.3, 5.7))):
        fill = f'<a:srgbClr val="{theme.mixed(color, ground, (1, 0.62, 0.38, 0.2, 0.1)[n])}"/>'
        x, y = WIDTH / INCH - outer, HEIGHT / INCH - outer
        rings.append(_shape(f"Ring {n + 1}", x, y, outer, outer, _quarter(outer, inner), fill))
    return rings


def _quarter(outer: float, inner: float) -> str:
    size, hole = round(outer * 1000), round(inner * 1000)
    back = f'<a:arcTo wR="{hole}" hR="{hole}" stAng="16200000" swAng="-5400000"/>' if hole else ""
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{size}" h="{size}"><a:moveTo><a:pt x="0" y="{size}"/></a:moveTo>'
        f'<a:arcTo wR="{size}" hR="{size}" stAng="10800000" swAng="5400000"/>'
        f'<a:lnTo><a:pt x="{size}" y="{size - hole}"/></a:lnTo>{back}<a:close/></a:path></a:pathLst></a:custGeom>'
    )


def _shape(name: str, x: float, y: float, width: float, height: float, geometry: str, fill: str) -> str:
    identity = 100 + sum(map(ord, name))
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{identity}" name="{name}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f"<p:spPr>{_frame(x, y, width, height)}{geometry}<a:solidFill>{fill}</a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>"
        '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>'
    )


def _frame(x: float, y: float, width: float, height: float) -> str:
    left, top, across, down = (round(value * INCH) for value in (x, y, width, height))
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'


def _tree(shapes: list[str], background: str) -> str:
    return (
        f'<p:cSld{{name}}><p:bg><p:bgPr><a:solidFill><a:schemeClr val="{background}"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
        f"{''.join(shapes)}</p:spTree></p:cSld>"
    )


def _layout(name: str, shapes: list[str], background: str) -> str:
    body = _tree(shapes, background).replace("{name}", f' name="{name}"')
    return (
        f'{HEAD}<p:sldLayout {NAMESPACES} preserve="1" userDrawn="1" showMasterSp="0">{body}'
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _master(layouts: int) -> str:
    shapes = [
        _placeholder("Title", "title", 0, LEFT, 0.58, FULL, 0.92, size=26, color="tx1", bold=True),
        _placeholder("Body", "body", 1, LEFT, 2.05, FULL, 4.7, size=14, color="tx1"),
        _placeholder("Footer", "ftr", 3, LEFT, 6.97, 11.3, 0.3, size=9, color="tx2"),
        _slide_number("tx2").replace('idx="12"', 'idx="4"'),
    ]
    body = _tree(shapes, "bg1").replace("{name}", "")
    ids = "".join(f'<p:sldLayoutId id="{2147483648 + n}" r:id="rId{n}"/>' for n in range(1, layouts + 1))
    level = (
        '<a:lvl1pPr algn="l"><a:defRPr sz="{size}" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        '<a:latin typeface="+m{font}-lt"/><a:ea typeface="+m{font}-ea"/><a:cs typeface="+m{font}-cs"/></a:defRPr></a:lvl1pPr>'
    )
    return (
        f"{HEAD}<p:sldMaster {NAMESPACES}>{body}"
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
        'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
        f"<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>"
        f"<p:txStyles><p:titleStyle>{level.format(size=2600, font='j')}</p:titleStyle>"
        f"<p:bodyStyle>{level.format(size=1400, font='n')}</p:bodyStyle>"
        f"<p:otherStyle>{level.format(size=1400, font='n')}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


if __name__ == "__main__":
    HOUSE.write_bytes(house())
