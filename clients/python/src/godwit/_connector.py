"""A connector with its configuration: what the command line is asked about it."""

from __future__ import annotations

import contextlib
import copy
from collections.abc import Callable, Generator, Iterator
from typing import Any

from godwit import _process
from godwit._reference import Reference
from godwit._workspace import Workspace, connection_file, workspace

Row = dict[str, Any]
Settings = dict[str, dict[str, Any] | None]


class Connector:
    """Runs commands, each with the configuration as it is, and keeps what they renew of it.

    `streams` of a sync are names with their settings, in the words of connection files.
    """

    def __init__(
        self,
        reference: Reference,
        name: str,
        config: dict[str, Any] | None,
        on_change: Callable[[dict[str, Any]], None] | None,
    ) -> None:
        self._reference = reference
        self._name = name
        self.config = copy.deepcopy(config)
        self._on_change = on_change

    def ask(self, verb: str, *further: str) -> _process.Answer:
        """Runs a command about the source. All but `spec` get the configuration."""
        with self._files(None if verb == "spec" else self.config) as files:
            source = self._reference.named_in(files.folder)
            options = [*self._reference.options, *files.arguments]
            return _process.ask([verb, source, *further, "--json", *options])

    def sync(
        self, streams: Settings, destination: str, options: list[str], show_progress: bool
    ) -> dict[str, Any]:
        """Runs a sync to its end, and gives its report."""
        progress = ["--progress", "live" if show_progress else "none"]
        with self._files(self.config) as files, self._named(streams, destination, files) as named:
            arguments = ["sync", *named, *options, "--json", *progress, *files.arguments]
            return _process.ask(arguments, show_progress=show_progress).value

    def lines(self, streams: Settings) -> Generator[Row]:
        """The rows of streams, as they are written to the standard output."""
        once = ["--json", "--progress", "none", "--attempts", "1"]
        with self._files(self.config) as files, self._named(streams, "jsonl:-", files) as named:
            arguments = ["sync", *named, *once, *files.arguments]
            with contextlib.closing(_process.rows(arguments)) as lines:
                for row in lines:
                    yield {name: value for name, value in row.items() if not _is_ours(name)}

    @contextlib.contextmanager
    def _files(self, config: dict[str, Any] | None) -> Iterator[Workspace]:
        with workspace(config) as files:
            try:
                yield files
            finally:
                renewed = files.renewed()
                if renewed is not None:
                    self.config = renewed
                    if self._on_change:
                        self._on_change(copy.deepcopy(renewed))

    @contextlib.contextmanager
    def _named(self, streams: Settings, destination: str, files: Workspace) -> Iterator[list[str]]:
        """The arguments that say from where to where: a connection file only where it has to be."""
        source = self._reference.named_in(files.folder)
        options = self._reference.options
        if not any(streams.values()) and not any("," in stream for stream in streams):
            yield [source, destination, "--streams", ",".join(streams), *options]
            return
        connection = {"name": self._name, "source": source, "destination": destination}
        with connection_file({**connection, "streams": streams}) as file:
            yield [file, *options]


def _is_ours(column: str) -> bool:
    return column.startswith("_airbyte_") or column == "_godwit_stream"
