"""One page: its title, its blocks, where it stands and what it rests on."""

from dataclasses import dataclass
from enum import StrEnum

from smmstrategy.reports.document.blocks import Block
from smmstrategy.reports.document.figures import Text


class Layout(StrEnum):
    COVER = "cover"
    CONTENT = "content"  # one or two blocks, the first is the main one
    SPLIT = "split"  # two blocks side by side, 2:1
    GRID = "grid"  # three or four blocks


@dataclass(frozen=True, slots=True)
class Page:
    """`title` is a conclusion with a number in it; `subtitle` says what the picture shows."""

    key: str
    title: Text
    blocks: tuple[Block, ...] = ()
    layout: Layout = Layout.CONTENT
    subtitle: Text = ()
    footer: Text = ()  # source · period · n · collected · method · coverage
    notes: tuple[Text, ...] = ()  # formulas and ids, for the speaker
    section: Text = ()
