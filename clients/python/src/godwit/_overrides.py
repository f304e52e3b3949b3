"""Keys and cursors that a user sets in the place of a stream's own."""

from __future__ import annotations

from typing import Any

from godwit.exceptions import unknown_stream


class Overrides:
    """Settings of streams, in the words of connection files. Names of streams ignore case."""

    def __init__(self) -> None:
        self._settings: dict[str, dict[str, Any]] = {}

    def cursor(self, stream: str, field: str) -> None:
        """Sets the field by which changes are found."""
        self._settings.setdefault(stream.lower(), {})["cursor"] = field

    def primary_key(self, stream: str, fields: str | list[str]) -> None:
        """Sets the fields that tell rows apart."""
        key = [fields] if isinstance(fields, str) else list(fields)
        self._settings.setdefault(stream.lower(), {})["primary_key"] = key

    def of(self, streams: list[str], available: list[str]) -> dict[str, dict[str, Any] | None]:
        """The settings of each of these streams; None for one that has none."""
        known = {name.lower() for name in available}
        for name in self._settings:
            if name not in known:
                raise unknown_stream(name, available, "source")
        return {stream: self._settings.get(stream.lower()) for stream in streams}
