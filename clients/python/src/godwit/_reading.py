"""How a read writes, and which of its streams failed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from godwit.exceptions import GodwitError, of_json


class WriteStrategy(str, Enum):
    """How rows join those that are in the cache."""

    AUTO = "auto"
    """One row a key where a stream has a key; tables that are replaced where it cannot tell
    changes; else rows are added."""
    APPEND = "append"
    """Rows are added."""
    MERGE = "merge"
    """One row a key; a stream without a key fails."""
    REPLACE = "replace"
    """Everything is read again and takes the place of what was there."""


@dataclass(frozen=True)
class Strategy:
    """What was asked for, in the options of the command line."""

    write: WriteStrategy
    full_refresh: bool
    allow_shrink: bool

    def arguments(self) -> list[str]:
        """The options."""
        words = ["--allow-shrink"] if self.allow_shrink else []
        if self.write is WriteStrategy.APPEND:
            words += ["--write-mode", "append"]
        elif self.write is WriteStrategy.MERGE:
            words += ["--write-mode", "append-dedup"]
        if self.full_refresh or self.write is WriteStrategy.REPLACE:
            words += ["--full-refresh"]
            if self.write in (WriteStrategy.APPEND, WriteStrategy.MERGE):
                words += ["--keep-rows"]
        return words


def failed_streams(report: Mapping[str, Any]) -> dict[str, GodwitError]:
    """What went wrong, by stream."""
    failures: dict[str, GodwitError] = {}
    for stream in report["streams"]:
        if not stream["succeeded"]:
            error = {"code": "sync.cancelled", "message": "The stream was not read to its end."}
            failures[stream["stream"]] = of_json(stream.get("error", error))
    return failures
