"""The files that a command is given: in a folder that only its owner may enter, and only so long
as it runs. Nothing of a configuration is an argument of a process."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from godwit.secrets import hydrated


class Workspace:
    """A folder with the configuration of a source."""

    def __init__(self, folder: Path, config: dict[str, Any] | None) -> None:
        self.folder = folder
        self._file = folder / "config.json"
        self._written = config
        if config is not None:
            write_private(self._file, hydrated(config))

    @property
    def arguments(self) -> list[str]:
        """What tells a command of the configuration."""
        return [] if self._written is None else ["--config", str(self._file)]

    def renewed(self) -> dict[str, Any] | None:
        """The configuration, where the command has changed it: credentials are used once."""
        if self._written is None:
            return None
        now = json.loads(self._file.read_text(encoding="utf-8"))
        return now if now != json.loads(json.dumps(hydrated(self._written))) else None


def write_private(file: Path, value: Any) -> None:
    """Writes JSON that only the owner may read."""
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        json.dump(value, out)


@contextlib.contextmanager
def workspace(config: dict[str, Any] | None) -> Iterator[Workspace]:
    """A folder of its own, removed at the end."""
    with tempfile.TemporaryDirectory(prefix="godwit-") as folder:
        yield Workspace(Path(folder), config)


@contextlib.contextmanager
def connection_file(connection: dict[str, Any]) -> Iterator[str]:
    """A connection as a file of the working folder, since its paths and the versions that
    `godwit.lock` pins are looked for beside it. It holds no configuration."""
    handle, name = tempfile.mkstemp(prefix=".godwit-", suffix=".json", dir=Path.cwd())
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            json.dump(connection, out)
        yield name
    finally:
        os.unlink(name)
