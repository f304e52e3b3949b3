"""Rows as documents for language models."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

_LONGEST_LINE = 60


@dataclass(frozen=True)
class Document:
    """A row as text. Has the fields that LangChain's documents have."""

    content: str
    metadata: dict[str, Any] = field(default_factory=dict)
    id: str | None = None
    last_modified: datetime.datetime | None = None

    @property
    def page_content(self) -> str:
        """The same as `content`."""
        return self.content

    def __str__(self) -> str:
        return self.content


@dataclass(frozen=True)
class DocumentForm:
    """How rows become documents.

    `content` says which fields become the text; without it all do, but the title and the metadata.
    `metadata` says which fields are kept beside it; without it all that are not in the text.
    """

    title: str | None = None
    content: list[str] | None = None
    metadata: list[str] | None = None
    render_metadata: bool = False
    key: Iterable[str] = ()
    cursor: str | None = None

    def document(self, row: Mapping[str, Any]) -> Document:
        """One row as a document."""
        metadata = self._metadata(row)
        parts = [f"# {_text(row.get(self.title))}"] if self.title else []
        content = [name for name in self._content(row, metadata) if row.get(name) is not None]
        if len(content) == 1 and self.content:
            parts.append(_text(row[content[0]]))
        else:
            parts += [_paragraph(name, row[name]) for name in content]
        if self.render_metadata:
            parts += [_paragraph(name, value) for name, value in metadata.items()]
        key = [row.get(name) for name in self.key]
        return Document(
            "\n\n".join(parts),
            metadata,
            ":".join(_text(value) for value in key) if key and None not in key else None,
            _time(row.get(self.cursor)) if self.cursor else None,
        )

    def _content(self, row: Mapping[str, Any], metadata: Mapping[str, Any]) -> list[str]:
        if self.content is not None:
            return self.content
        return [name for name in row if name != self.title and name not in metadata]

    def _metadata(self, row: Mapping[str, Any]) -> dict[str, Any]:
        if self.metadata is not None:
            return {name: row.get(name) for name in self.metadata}
        if self.content is None:
            return {}
        shown = {*self.content, self.title}
        return {name: value for name, value in row.items() if name not in shown}


def _paragraph(name: str, value: Any) -> str:
    text = _text(value)
    short = len(text) + len(name) <= _LONGEST_LINE and "\n" not in text
    return f"{name}: {text}" if short else f"## {name}\n\n{text}"


def _text(value: Any) -> str:
    if isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False, default=str)
    return "" if value is None else str(value)


def _time(value: Any) -> datetime.datetime | None:
    if isinstance(value, datetime.datetime):
        return value
    if isinstance(value, str):
        try:
            return datetime.datetime.fromisoformat(value.replace("Z", "+00:00"))
        except ValueError:
            return None
    return None
