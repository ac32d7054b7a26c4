"""What the rows of a file call an account."""

from collections.abc import Collection
from dataclasses import dataclass, field


@dataclass
class Names:
    """What rows call their account: the names they say, the handles to which their links lead, the pages which they say it is.

    Beside these the one that perhaps is its name, being that of the only writer of its posts.
    """

    said: set[str] = field(default_factory=set)
    linked: set[str] = field(default_factory=set)
    pages: set[str] = field(default_factory=set)
    perhaps: set[str] = field(default_factory=set)

    @property
    def sure(self) -> set[str]:
        """Links to several pages say of none that it is the account's."""
        return self.said | (self.linked if len(self.linked) == 1 else set())

    @property
    def sure_pages(self) -> set[str]:
        return self.pages | (self.linked if len(self.linked) == 1 else set())

    def add(self, said: Collection[str], linked: Collection[str] = (), pages: Collection[str] = ()) -> None:
        self.said |= {*said} - {""}
        self.linked |= {*linked} - {""}
        self.pages |= {*pages} - {""}
