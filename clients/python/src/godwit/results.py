"""What a read has brought."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from godwit.datasets import CachedDataset

if TYPE_CHECKING:
    from godwit.caches import DuckDBCache


class ReadResult(Mapping[str, CachedDataset]):
    """The streams of a read by their names, each with all rows that the cache has of it.

    `report` is what the command line said of the read: rows, requests, state, warnings by stream.
    """

    def __init__(self, source_name: str, cache: DuckDBCache, report: Mapping[str, Any]) -> None:
        self.source_name = source_name
        self.cache = cache
        self.report = report
        self._streams = [each["stream"] for each in report["streams"] if each["succeeded"]]

    @property
    def processed_records(self) -> int:
        """How many rows this read has taken from the source."""
        return int(self.report["rows_read"])

    @property
    def streams(self) -> Mapping[str, CachedDataset]:
        """The same mapping as a dict."""
        return dict(self)

    def __getitem__(self, stream: str) -> CachedDataset:
        if stream not in self._streams:
            raise KeyError(stream)
        return CachedDataset(self.cache, stream)

    def __iter__(self) -> Iterator[str]:
        return iter(self._streams)

    def __len__(self) -> int:
        return len(self._streams)

    def __repr__(self) -> str:
        return f"ReadResult({self.processed_records} rows of {', '.join(self._streams)})"
