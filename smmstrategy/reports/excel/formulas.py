"""A worksheet that asks of each function once whether Excel keeps it under a longer name."""

import re
from functools import lru_cache

from xlsxwriter.worksheet import Worksheet

_FUNCTION = re.compile(r"[\w.]+\(")


class FormulaSheet(Worksheet):
    """XlsxWriter goes through every formula once for each of the hundred and fifty functions that have such a name.

    It leans on one method of XlsxWriter that is not public (`_prepare_formula`).
    """

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        if all(map(_is_kept, _FUNCTION.findall(formula))):
            return formula.removeprefix("{").removeprefix("=").removesuffix("}")
        return super()._prepare_formula(formula, expand_future_functions=True)


@lru_cache
def _is_kept(function: str) -> bool:
    return Worksheet()._prepare_formula(function, expand_future_functions=True) == function
