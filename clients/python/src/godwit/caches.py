"""DuckDB files that reads are written to and that rows are taken from."""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from godwit import _sql
from godwit.datasets import CachedDataset, Row
from godwit.exceptions import GodwitError, TransientError, unknown_stream, wrong_input

if TYPE_CHECKING:
    import pandas
    import pyarrow.dataset

_ROOT = Path(".cache", "godwit")
_SCHEMA = "main"
_STREAMS = "select namespace, stream from main._godwit_state order by all"


class DuckDBCache:
    """A DuckDB file with the rows of one source, a table a stream, and the places to go on from.

    The file is open only while it is asked, and never for writing: Godwit writes it. A `with`
    closes it at its end.
    """

    def __init__(
        self,
        db_path: str | Path,
        *,
        schema_name: str = _SCHEMA,
        table_prefix: str | None = None,
        cache_dir: str | Path | None = None,
        cleanup: bool = True,
    ) -> None:
        if schema_name != _SCHEMA or table_prefix:
            raise wrong_input(
                "Streams lie in the schema main, in tables of their own names.",
                "Leave schema_name and table_prefix out; use a file of its own for each source.",
            )
        self.db_path = Path(db_path).expanduser()
        self.schema_name = schema_name
        self._open: set[duckdb.DuckDBPyConnection] = set()

    @property
    def destination(self) -> str:
        """The file as Godwit's command line names it."""
        return f"duckdb:{self.db_path.absolute()}"

    @contextlib.contextmanager
    def connect(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """DuckDB's own connection, which reads only. It is closed at the end of the `with`."""
        connection = self._connection()
        self._open.add(connection)
        try:
            yield connection
        finally:
            self._open.discard(connection)
            connection.close()

    def _connection(self) -> duckdb.DuckDBPyConnection:
        if not self.db_path.exists():
            raise GodwitError(
                f"There is no cache at {self.db_path} yet.",
                kind="config",
                code="client.no-cache",
                hint="Read a source into it first.",
            )
        try:
            return duckdb.connect(str(self.db_path), read_only=True)
        except duckdb.Error as e:
            raise TransientError(
                f"The cache cannot be opened: {e}",
                kind="transient",
                code="client.cache-locked",
                hint="Close other programs and connections that have it open for writing.",
            ) from e

    def close(self) -> None:
        """Closes what is open. Iterations that are not at their end fail."""
        while self._open:
            self._open.pop().close()

    def __enter__(self) -> DuckDBCache:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"DuckDBCache({str(self.db_path)!r})"

    def table_of(self, stream: str) -> str:
        """The table of a stream as SQL has it, with its schema."""
        tables = self._tables()
        if stream not in tables:
            raise unknown_stream(stream, list(tables), "cache")
        return tables[stream]

    def _tables(self) -> dict[str, str]:
        if not self.db_path.exists():
            return {}
        with self.connect() as connection:
            try:
                found = connection.execute(_STREAMS).fetchall()
            except duckdb.CatalogException:
                return {}
        return {
            stream: f"{_sql.quoted(namespace or _SCHEMA)}.{_sql.quoted(stream)}"
            for namespace, stream in found
        }

    @property
    def streams(self) -> dict[str, CachedDataset]:
        """All streams that were read into the cache."""
        return {stream: CachedDataset(self, stream) for stream in self._tables()}

    def __getitem__(self, stream: str) -> CachedDataset:
        self.table_of(stream)
        return CachedDataset(self, stream)

    def __contains__(self, stream: object) -> bool:
        return stream in self._tables()

    def __iter__(self) -> Iterator[tuple[str, CachedDataset]]:
        return iter(self.streams.items())

    def __len__(self) -> int:
        return len(self._tables())

    def __bool__(self) -> bool:
        return True

    def get_records(self, stream_name: str) -> CachedDataset:
        """The rows of a stream."""
        return self[stream_name]

    def get_pandas_dataframe(self, stream_name: str) -> pandas.DataFrame:
        """The rows of a stream as a data frame. Needs the extra `pandas`."""
        return self[stream_name].to_pandas()

    def get_arrow_dataset(
        self, stream_name: str, *, max_chunk_size: int = 100_000
    ) -> pyarrow.dataset.Dataset:
        """The rows of a stream as an Arrow dataset. Needs the extra `arrow`."""
        return self[stream_name].to_arrow(max_chunk_size=max_chunk_size)

    def run_sql_query(self, sql_query: str, *, max_records: int | None = None) -> list[Row]:
        """The rows of a query, in memory. Queries can change nothing."""
        with contextlib.closing(self.stream_query(sql_query)) as rows:
            return [row for row, _ in zip(rows, range(max_records))] if max_records else list(rows)

    def stream_query(self, sql_query: str) -> Generator[Row]:
        """The rows of a query, fetched while they are iterated."""
        with self.connect() as connection:
            yield from _sql.rows(connection.execute(sql_query))


def get_default_cache() -> DuckDBCache:
    """The file `.cache/godwit/default_cache.duckdb` in the working folder."""
    return new_local_cache("default_cache")


def new_local_cache(
    cache_name: str | None = None,
    cache_dir: str | Path | None = None,
    *,
    cleanup: bool = True,
) -> DuckDBCache:
    """A file of that name in `.cache/godwit`, or in another folder; without a name a new one."""
    name = cache_name or uuid.uuid4().hex
    if not name.replace("_", "").replace("-", "").isalnum():
        raise wrong_input(
            f"{name!r} is no name of a cache.", "Take letters, digits, underscores and hyphens."
        )
    return DuckDBCache(Path(cache_dir or _ROOT) / f"{name}.duckdb")
