"""Rows on their way to Godwit, as JSON arrays."""

import itertools
from typing import Any, Dict, Iterable, Iterator, List, Optional, Tuple

from airbyte_cdk.models import AirbyteMessage

from frames import dumps

ENOUGH = 1 << 20

_open: Dict[int, Iterator[Any]] = {}
_numbers = itertools.count(1)


class Partial(Exception):
    """A failure behind rows that were made before it."""

    def __init__(self, cause: BaseException, rows: bytes) -> None:
        super().__init__(str(cause))
        self.cause = cause
        self.rows = rows


def gathered(rows: Iterable[Any]) -> bytes:
    done: List[Any] = []
    try:
        for row in rows:
            done.append(row)
    except Exception as error:  # noqa: BLE001
        raise Partial(error, dumps(done)) from error
    return dumps(done)


def begin(rows: Iterable[Any]) -> Tuple[Optional[int], bytes]:
    """The first rows, and the number under which others can be asked for, if there may be any."""
    return _take(next(_numbers), iter(rows))


def more(number: int) -> Tuple[Optional[int], bytes]:
    return _take(number, _open.pop(number))


def stop(number: int) -> None:
    rows = _open.pop(number, None)
    if hasattr(rows, "close"):
        rows.close()


def _take(number: int, rows: Iterator[Any]) -> Tuple[Optional[int], bytes]:
    texts: List[bytes] = []
    size = 0
    try:
        for row in rows:
            if isinstance(row, AirbyteMessage):
                if row.record is None:
                    continue
                row = row.record.data
            texts.append(dumps(row))
            size += len(texts[-1])
            if size >= ENOUGH:
                _open[number] = rows
                return number, _array(texts)
    except Exception as error:  # noqa: BLE001
        raise Partial(error, _array(texts)) from error
    return None, _array(texts)


def _array(texts: List[bytes]) -> bytes:
    return b"[" + b",".join(texts) + b"]"
