"""Messages between Godwit and this program."""

import struct
import threading
from typing import Any, BinaryIO, Optional, Tuple

import orjson

LENGTHS = struct.Struct(">II")


class Frames:
    def __init__(self, source: BinaryIO, target: BinaryIO) -> None:
        self._source = source
        self._target = target
        self._lock = threading.Lock()

    def read(self) -> Tuple[Optional[dict], bytes]:
        """The next message; none at the end."""
        lengths = self._source.read(LENGTHS.size)
        if len(lengths) < LENGTHS.size:
            return None, b""
        head, body = LENGTHS.unpack(lengths)
        return orjson.loads(self._source.read(head)), self._source.read(body)

    def write(self, head: dict, body: bytes = b"") -> None:
        text = dumps(head)
        with self._lock:
            self._target.write(LENGTHS.pack(len(text), len(body)))
            self._target.write(text)
            self._target.write(body)
            self._target.flush()


def dumps(value: Any) -> bytes:
    """JSON as orjson writes it, or as Python does where orjson can't: long integers, odd keys."""
    try:
        return orjson.dumps(value, default=plain, option=orjson.OPT_NON_STR_KEYS)
    except (TypeError, ValueError):
        import json

        return json.dumps(value, default=plain, ensure_ascii=False).encode(
            "utf-8", "backslashreplace"
        )


def plain(value: Any) -> Any:
    """What JSON does not know: mappings, sequences, and else its text."""
    from collections.abc import Mapping
    from collections.abc import Set

    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, (tuple, Set)):
        return list(value)
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return str(value)
