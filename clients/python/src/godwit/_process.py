"""Runs commands of Godwit and understands their answers."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import IO, Any

from godwit import _launcher
from godwit.exceptions import GodwitError, SystemFault, of_json

# Files that are made anew can be read by the oldest DuckDB that this package works with.
_STORAGE = ("GODWIT_DUCKDB_STORAGE", "v1.4.0")

# How long a sync that is interrupted may take to commit what it has, and others to end.
_PATIENCE_SECONDS = 60


@dataclass(frozen=True)
class Answer:
    """What a command has printed on its standard output, and its exit code."""

    code: int
    value: Any


def ask(arguments: list[str], *, show_progress: bool = False) -> Answer:
    """Runs a command to its end.

    Raises the error that the command reports. An exit code without an error is the caller's.
    """
    with tempfile.TemporaryFile() as complaints:
        process = _start(arguments, None if show_progress else complaints)
        with _ended(process):
            output = process.stdout.read() if process.stdout else b""
            code = process.wait()
        value = _parsed(output)
        if isinstance(value, dict) and "error" in value:
            raise of_json(value["error"])
        if value is None:
            raise _no_answer(code, complaints)
        return Answer(code, value)


def rows(arguments: list[str]) -> Generator[dict[str, Any]]:
    """The rows that a command writes, a line each, while it writes them.

    The command ends when the iterator is closed. It never runs far ahead of whoever iterates.
    """
    with tempfile.TemporaryFile() as complaints:
        process = _start(arguments, complaints)
        with _ended(process):
            for line in process.stdout or ():
                row = json.loads(line)
                if "error" in row and "_godwit_stream" not in row:
                    raise of_json(row["error"])
                yield row
            code = process.wait()
        if code != 0:
            raise _failure(code, complaints)


def _start(arguments: list[str], complaints: IO[bytes] | None) -> subprocess.Popen[bytes]:
    # In a session of its own: Ctrl-C is passed on once, wherever it came from.
    return subprocess.Popen(
        [*_launcher.find(), *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=complaints,
        env={_STORAGE[0]: _STORAGE[1], **os.environ},
        start_new_session=True,
    )


@contextlib.contextmanager
def _ended(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """Leaves no process behind, and lets a sync that is interrupted commit what it has."""
    try:
        yield
    finally:
        if process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGINT)
            if process.stdout:
                process.stdout.close()
            try:
                process.wait(_PATIENCE_SECONDS)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        elif process.stdout:
            process.stdout.close()


def _parsed(output: bytes) -> Any:
    try:
        return json.loads(output)
    except ValueError:
        return None


def _failure(code: int, complaints: IO[bytes]) -> GodwitError:
    """Of a command that wrote rows: its report is on standard error."""
    for line in _lines(complaints):
        report = _parsed(line.encode())
        if isinstance(report, dict):
            for stream in report.get("streams", ()):
                if "error" in stream:
                    return of_json(stream["error"])
    return _no_answer(code, complaints)


def _no_answer(code: int, complaints: IO[bytes]) -> GodwitError:
    said = "\n".join(_lines(complaints)[-20:])
    if code == 2:
        return of_json({"kind": "config", "code": "usage", "message": said})
    return SystemFault(
        f"Godwit ended with {code} and gave no answer."
        + (f" It said:\n{said}" if said else ""),
        kind="system",
        code="client.no-answer",
    )


def _lines(complaints: IO[bytes]) -> list[str]:
    complaints.seek(0)
    return complaints.read().decode("utf-8", "replace").splitlines()


def is_watched() -> bool:
    """Whether somebody looks at standard error who may want to see progress."""
    return sys.stderr is not None and sys.stderr.isatty()
