"""Data columns of a workbook as the manifest has them, each value asked for once."""

from collections.abc import Iterator
from typing import Any

from smmstrategy.reports.lint import workbook


class DeclaredColumn:
    def __init__(self, column: dict[str, Any]) -> None:
        self.sheet, self.letters = column["sheet"], workbook.letters(column["column"])
        self.first_row, self.values = column["first_row"], list(column["values"])

    def covers(self, row: int) -> bool:
        return self.first_row <= row < self.first_row + len(self.values)

    def holds(self, row: int, fingerprint: str | None) -> bool:
        """Whether this is the declared value of the row; asked once for each row."""
        declared, self.values[row - self.first_row] = self.values[row - self.first_row], None
        return declared == fingerprint

    def missing(self) -> Iterator[tuple[str, str]]:
        """Place and value of the rows that were not asked for."""
        for row, value in enumerate(self.values, self.first_row + 1):
            if value is not None:
                yield f"{self.sheet}!{self.letters}{row}", value
