"""What DuckDB's connections and cursors are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import duckdb
    import pyarrow

_BATCH_ROWS = 1_000


def quoted(name: str) -> str:
    """A name as SQL has it, whatever is in it."""
    return '"' + name.replace('"', '""') + '"'


def columns(cursor: duckdb.DuckDBPyConnection) -> list[str]:
    """The columns of a result."""
    return [column[0] for column in cursor.description or ()]


def rows(cursor: duckdb.DuckDBPyConnection) -> Iterator[dict[str, Any]]:
    """The rows of a result, fetched a thousand at a time."""
    names = columns(cursor)
    while batch := cursor.fetchmany(_BATCH_ROWS):
        for row in batch:
            yield dict(zip(names, row))


def arrow_batches(
    connection: duckdb.DuckDBPyConnection, query: str, size: int
) -> pyarrow.RecordBatchReader:
    """The rows of a query as Arrow has them."""
    relation = connection.sql(query)
    newer = getattr(relation, "to_arrow_reader", None)
    return newer(size) if newer else relation.fetch_arrow_reader(size)
