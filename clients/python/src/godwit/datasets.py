"""Rows, wherever they come from."""

from __future__ import annotations

import contextlib
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from godwit import _sql
from godwit.documents import Document, DocumentForm

if TYPE_CHECKING:
    import pandas
    import pyarrow.dataset

    from godwit.caches import DuckDBCache

Row = dict[str, Any]


class Dataset(ABC):
    """Rows of one stream. Each row is a dict of column names and values."""

    def __init__(self, stream_name: str, key: Sequence[str] = (), cursor: str | None = None):
        self.stream_name = stream_name
        self._key = tuple(key)
        self._cursor = cursor

    @abstractmethod
    def __iter__(self) -> Iterator[Row]: ...

    @property
    @abstractmethod
    def column_names(self) -> list[str]:
        """The columns, in their order."""

    def to_pandas(self) -> pandas.DataFrame:
        """All rows as a data frame. Needs the extra `pandas`."""
        import pandas

        return pandas.DataFrame(list(self), columns=self.column_names)

    def to_arrow(self, *, max_chunk_size: int = 100_000) -> pyarrow.dataset.Dataset:
        """All rows as an Arrow dataset. Needs the extra `arrow`."""
        import pyarrow
        import pyarrow.dataset

        table = pyarrow.Table.from_pylist(list(self))
        return pyarrow.dataset.dataset(table.to_batches(max_chunksize=max_chunk_size), table.schema)

    def to_documents(
        self,
        title_property: str | None = None,
        content_properties: list[str] | None = None,
        metadata_properties: list[str] | None = None,
        *,
        render_metadata: bool = False,
    ) -> Iterable[Document]:
        """Rows as documents for language models, one after the other."""
        form = DocumentForm(
            title_property,
            content_properties,
            metadata_properties,
            render_metadata,
            self._key,
            self._cursor,
        )
        for row in self:
            yield form.document({k: v for k, v in row.items() if not k.startswith("_airbyte_")})


class InMemoryDataset(Dataset):
    """Rows that were fetched."""

    def __init__(self, stream_name: str, rows: list[Row], columns: list[str], **keys: Any):
        super().__init__(stream_name, **keys)
        self._rows = rows
        self._columns = columns

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def column_names(self) -> list[str]:
        return list(self._columns)


class LazyDataset(Dataset):
    """Rows that are read while they are iterated, once. `close()` ends the reading."""

    def __init__(self, stream_name: str, rows: Iterator[Row], columns: list[str], **keys: Any):
        super().__init__(stream_name, **keys)
        self._rows = rows
        self._columns = columns

    def __iter__(self) -> Iterator[Row]:
        return self._rows

    def __next__(self) -> Row:
        return next(self._rows)

    @property
    def column_names(self) -> list[str]:
        return list(self._columns)

    def fetch_all(self) -> InMemoryDataset:
        """Reads what is left into memory."""
        return InMemoryDataset(
            self.stream_name, list(self._rows), self._columns, key=self._key, cursor=self._cursor
        )

    def close(self) -> None:
        """Ends the reading. Rows that were not taken are not read."""
        close: Callable[[], None] | None = getattr(self._rows, "close", None)
        if close:
            close()

    def __enter__(self) -> LazyDataset:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class CachedDataset(Dataset):
    """The rows of a stream in a cache, as they are whenever they are asked for."""

    def __init__(self, cache: DuckDBCache, stream_name: str, filters: tuple[str, ...] = ()):
        super().__init__(stream_name)
        self._cache = cache
        self._filters = filters

    def _select(self, what: str = "*") -> str:
        table = self._cache.table_of(self.stream_name)
        where = " and ".join(f"({each})" for each in self._filters)
        return f"select {what} from {table}" + (f" where {where}" if where else "")

    @property
    def sql_table_name(self) -> str:
        """The table's name as SQL has it, with its schema."""
        return self._cache.table_of(self.stream_name)

    def __iter__(self) -> Iterator[Row]:
        """Rows in batches of a bounded size; the cache is open until the last, or until `close`."""
        with contextlib.closing(self._cache.stream_query(self._select())) as rows:
            yield from rows

    def __len__(self) -> int:
        return int(self._cache.run_sql_query(self._select("count(*) as n"))[0]["n"])

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, CachedDataset)
            and self._cache is other._cache
            and (self.stream_name, self._filters) == (other.stream_name, other._filters)
        )

    def __hash__(self) -> int:
        return hash((self.stream_name, self._filters))

    def __repr__(self) -> str:
        return f"CachedDataset({self.stream_name!r}, {self._cache.db_path})"

    @property
    def column_names(self) -> list[str]:
        with self._cache.connect() as connection:
            return _sql.columns(connection.execute(self._select() + " limit 0"))

    def with_filter(self, *filter_expressions: str) -> CachedDataset:
        """Only the rows for which all expressions of SQL are true."""
        return CachedDataset(self._cache, self.stream_name, self._filters + filter_expressions)

    def to_pandas(self) -> pandas.DataFrame:
        with self._cache.connect() as connection:
            return connection.execute(self._select()).df()

    def to_arrow(self, *, max_chunk_size: int = 100_000) -> pyarrow.dataset.Dataset:
        import pyarrow.dataset

        with self._cache.connect() as connection:
            batches = _sql.arrow_batches(connection, self._select(), max_chunk_size)
            return pyarrow.dataset.dataset(list(batches), batches.schema)
