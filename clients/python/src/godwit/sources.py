"""A source: checked, looked at, read."""

from __future__ import annotations

import contextlib
import copy
import itertools
import json
import threading
from collections.abc import Callable, Generator, Iterable
from pathlib import Path
from typing import Any, Literal

from godwit._connector import Connector
from godwit._overrides import Overrides
from godwit._process import is_watched
from godwit._reading import Strategy, WriteStrategy, failed_streams
from godwit._reference import Reference, ignore
from godwit._samples import print_table
from godwit.caches import DuckDBCache, get_default_cache
from godwit.datasets import InMemoryDataset, LazyDataset, Row
from godwit.documents import Document
from godwit.exceptions import (
    CheckFailed,
    GodwitError,
    NoStreamsSelected,
    ReadFailed,
    unknown_stream,
)
from godwit.results import ReadResult

_PREVIEWED = 1_000
_ANY = "*"


class Source:
    """A connector and its configuration. `get_source` makes one. For one thread at a time."""

    def __init__(
        self,
        reference: Reference,
        name: str,
        config: dict[str, Any] | None = None,
        *,
        config_change_callback: Callable[[dict[str, Any]], None] | None = None,
        streams: str | list[str] | None = None,
    ) -> None:
        self.name = name
        self._connector = Connector(reference, name, config, config_change_callback)
        self._catalog: list[dict[str, Any]] | None = None
        self._spec: dict[str, Any] | None = None
        self._wanted: str | list[str] = []
        self._overrides = Overrides()
        if streams is not None:
            self.select_streams(streams)

    def __repr__(self) -> str:
        return f"Source({self.name!r})"

    def set_config(self, config: dict[str, Any], *, validate: bool = False) -> None:
        """Configures the source. Values `secret_reference::NAME` are looked up when needed."""
        self._connector.config = copy.deepcopy(config)
        self._catalog = None
        if validate:
            self.validate_config()

    def get_config(self) -> dict[str, Any]:
        """The configuration, with credentials that the source has renewed meanwhile."""
        return copy.deepcopy(self._connector.config or {})

    def validate_config(self) -> None:
        """Fails with `ConfigError` where the configuration does not fit the specification."""
        self._streams()

    @property
    def config_spec(self) -> dict[str, Any]:
        """The JSON Schema of the configuration. Needs no configuration."""
        return self._specification()["connectionSpecification"]

    @property
    def docs_url(self) -> str | None:
        """Where users read more of the source; None when it does not say."""
        return self._specification().get("documentationUrl")

    def print_config_spec(self, *, output_file: Path | str | None = None) -> None:
        """Prints the JSON Schema of the configuration, or writes it to a file."""
        text = json.dumps(self.config_spec, indent=2, ensure_ascii=False)
        if output_file:
            Path(output_file).write_text(text + "\n", encoding="utf-8")
        else:
            print(text)

    def _specification(self) -> dict[str, Any]:
        if self._spec is None:
            self._spec = self._connector.ask("spec").value
        return self._spec

    def check(self) -> None:
        """Tries whether the configuration works; raises `CheckFailed` where it does not."""
        answer = self._connector.ask("check")
        if answer.code != 0:
            raise CheckFailed(
                f"The configuration does not work: {answer.value.get('problem')}",
                kind="config",
                code="client.check-failed",
                place=self.name,
            )

    @property
    def discovered_catalog(self) -> dict[str, Any]:
        """The streams on offer, in the form of the Airbyte protocol."""
        return {"streams": self._streams()}

    def get_available_streams(self) -> list[str]:
        """The names of the streams on offer."""
        return [stream["name"] for stream in self._streams()]

    def get_stream_json_schema(self, stream_name: str) -> dict[str, Any]:
        """The JSON Schema of a stream's rows."""
        return self._stream(stream_name)["json_schema"]

    def _streams(self) -> list[dict[str, Any]]:
        if self._catalog is None:
            self._catalog = self._connector.ask("discover").value["streams"]
        return self._catalog

    def _stream(self, name: str) -> dict[str, Any]:
        for stream in self._streams():
            if stream["name"] == name:
                return stream
        raise unknown_stream(name, self.get_available_streams(), "source")

    def select_streams(self, streams: str | list[str]) -> None:
        """Says which streams are read: names, or `"*"` for all.

        They are looked up at once, or as soon as there is a configuration.
        """
        self._wanted = [streams] if isinstance(streams, str) and streams != _ANY else streams
        if self._connector.config is not None:
            self.get_selected_streams()

    def select_all_streams(self) -> None:
        """Says that all streams are read."""
        self.select_streams(_ANY)

    def get_selected_streams(self) -> list[str]:
        """The streams that a read takes, in the order in which they were named."""
        if self._wanted == _ANY:
            return self.get_available_streams()
        for name in self._wanted:
            self._stream(name)
        return list(self._wanted)

    def set_cursor_key(self, stream_name: str, cursor_key: str) -> None:
        """Says by which field changes of a stream are found, where the stream leaves the choice."""
        self._overrides.cursor(stream_name, cursor_key)

    def set_cursor_keys(self, **cursor_keys: str) -> None:
        """As `set_cursor_key`, for several streams."""
        for stream, key in cursor_keys.items():
            self.set_cursor_key(stream, key)

    def set_primary_key(self, stream_name: str, primary_key: str | list[str]) -> None:
        """Says which fields tell the rows of a stream apart; nested ones as `outer.inner`."""
        self._overrides.primary_key(stream_name, primary_key)

    def set_primary_keys(self, **primary_keys: str | list[str]) -> None:
        """As `set_primary_key`, for several streams."""
        for stream, key in primary_keys.items():
            self.set_primary_key(stream, key)

    def get_records(
        self,
        stream: str,
        *,
        limit: int | None = None,
        stop_event: threading.Event | None = None,
        prune_undeclared_fields: bool = True,
    ) -> LazyDataset:
        """The rows of a stream, read while they are iterated. Nothing is stored.

        Rows come slice by slice. With a `limit` up to 1,000 they come page by page, and no more
        pages are asked for than it needs.
        """
        found = self._stream(stream)
        fields = list(found["json_schema"].get("properties", {}))
        shaped = _shaped(
            self._rows(stream, limit), fields if prune_undeclared_fields else [], stop_event
        )
        return LazyDataset(stream, shaped, fields, **_keys(found))

    def _rows(self, stream: str, limit: int | None) -> Generator[Row]:
        if limit is not None and limit <= _PREVIEWED:
            yield from self._connector.ask("preview", stream, "--limit", str(limit)).value
            return
        with contextlib.closing(self._connector.lines(self._settings([stream]))) as lines:
            yield from itertools.islice(lines, limit)

    def _settings(self, streams: list[str]) -> dict[str, dict[str, Any] | None]:
        return self._overrides.of(streams, self.get_available_streams())

    def get_documents(
        self,
        stream: str,
        title_property: str | None = None,
        content_properties: list[str] | None = None,
        metadata_properties: list[str] | None = None,
        *,
        render_metadata: bool = False,
    ) -> Iterable[Document]:
        """The rows of a stream as documents for language models, one after the other."""
        return self.get_records(stream).to_documents(
            title_property, content_properties, metadata_properties, render_metadata=render_metadata
        )

    def preview(self, stream: str, limit: int = 10) -> list[Row]:
        """The first rows of a stream."""
        return list(self.get_records(stream, limit=min(limit, _PREVIEWED)))

    def get_samples(
        self,
        streams: list[str] | Literal["*"] | None = None,
        *,
        limit: int = 5,
        on_error: Literal["raise", "ignore", "log"] = "raise",
    ) -> dict[str, InMemoryDataset | None]:
        """The first rows of several streams; without names, of those that are selected."""
        samples: dict[str, InMemoryDataset | None] = {}
        for stream in self._asked(streams):
            try:
                samples[stream] = self.get_records(stream, limit=limit).fetch_all()
            except GodwitError as e:
                if on_error == "raise":
                    raise
                if on_error == "log":
                    print(f"{stream}: {e}")
                samples[stream] = None
        return samples

    def print_samples(
        self,
        streams: list[str] | Literal["*"] | None = None,
        *,
        limit: int = 5,
        on_error: Literal["raise", "ignore", "log"] = "log",
    ) -> None:
        """Prints the first rows of several streams as tables."""
        for stream, rows in self.get_samples(streams, limit=limit, on_error=on_error).items():
            if rows is not None:
                print_table(stream, rows)

    def _asked(self, streams: list[str] | str | None) -> list[str]:
        if streams == _ANY:
            return self.get_available_streams()
        return self.get_selected_streams() if streams is None else list(streams)

    def read(
        self,
        cache: DuckDBCache | None = None,
        *,
        streams: str | list[str] | None = None,
        write_strategy: str | WriteStrategy = WriteStrategy.AUTO,
        force_full_refresh: bool = False,
        skip_validation: bool = False,
        allow_shrink: bool = False,
        show_progress: bool | None = None,
    ) -> ReadResult:
        """Reads the selected streams into a cache: what changed since the last read, where a stream
        can tell; else all of it.

        - `streams`: selects them first.
        - `write_strategy`: `auto`, `append`, `replace` or `merge`.
        - `force_full_refresh`: everything again, from the beginning.
        - `allow_shrink`: lets a stream that has no rows any more empty a table of ten rows or more.
        - `show_progress`: on standard error; by default where that is a terminal.

        Raises `ReadFailed` where a stream was not read to its end. Others are in the cache all the
        same, and so is what the stream had committed.
        """
        if skip_validation:
            ignore(skip_validation=skip_validation)
        if streams:
            self.select_streams(streams)
        strategy = Strategy(WriteStrategy(write_strategy), force_full_refresh, allow_shrink)
        selected = self._selected()
        into = cache if cache is not None else get_default_cache()
        into.db_path.parent.mkdir(parents=True, exist_ok=True)
        into.close()
        report = self._connector.sync(
            self._settings(selected),
            into.destination,
            strategy.arguments(),
            is_watched() if show_progress is None else show_progress,
        )
        result = ReadResult(self.name, into, report)
        failures = failed_streams(report)
        if failures:
            raise ReadFailed(failures, result, report)
        return result

    def _selected(self) -> list[str]:
        selected = self.get_selected_streams()
        if not selected:
            raise NoStreamsSelected(
                "No streams are selected.",
                kind="config",
                code="client.no-streams",
                place=self.name,
                hint="Call select_streams with names of get_available_streams(), or"
                " select_all_streams().",
            )
        return selected


def _shaped(
    rows: Generator[Row], fields: list[str], stop: threading.Event | None
) -> Generator[Row]:
    """Rows with the declared fields alone, all of them; without fields as they come."""
    with contextlib.closing(rows):
        for row in rows:
            if stop is not None and stop.is_set():
                return
            yield {name: row.get(name) for name in fields} if fields else row


def _keys(stream: dict[str, Any]) -> dict[str, Any]:
    key = [path[0] for path in stream.get("source_defined_primary_key", ()) if len(path) == 1]
    cursor = stream.get("default_cursor_field") or [None]
    return {"key": key, "cursor": cursor[0]}
