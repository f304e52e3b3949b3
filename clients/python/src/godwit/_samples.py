"""Rows as a table of text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from godwit.datasets import Dataset

_MOST_COLUMNS = 10
_WIDEST = 30


def print_table(title: str, rows: Dataset) -> None:
    """Prints rows, one a line; with more than ten columns a column a line."""
    records = [[_cell(row.get(name)) for name in rows.column_names] for row in rows]
    lines = [list(rows.column_names), *records]
    if len(rows.column_names) > _MOST_COLUMNS:
        lines = [list(cells) for cells in zip(*lines)]
    widths = [max(len(cell) for cell in column) for column in zip(*lines)]
    print(f"{title}:")
    for line in lines:
        print("  " + _joined(line, widths))


def _joined(cells: Iterable[str], widths: Iterable[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths)).rstrip()


def _cell(value: Any) -> str:
    text = "" if value is None else " ".join(str(value).split())
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"
