"""Rows of a CSV file, the one way in which the program writes them."""

import csv
from collections.abc import Iterable, Sequence
from typing import TextIO

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_rows(stream: TextIO, rows: Iterable[Sequence[object]]) -> None:
    """Write rows with commas; ``stream`` must leave line ends alone (newline="").

    A text that a spreadsheet would take for a formula, such as a file called "=cmd()", gets an apostrophe before it:
    names come from elsewhere, and a formula may do anything. Numbers stay numbers.
    """
    csv.writer(stream).writerows([_defused(cell) for cell in row] for row in rows)


def _defused(cell: object) -> object:
    if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS) and not _is_number(cell):
        return f"'{cell}"
    return cell


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
