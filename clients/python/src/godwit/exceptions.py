"""What can go wrong. Every error of this package is a `GodwitError`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class GodwitError(Exception):
    """An error with the parts that Godwit gives all its errors.

    - `kind`: who can do something about it: `config`, `transient`, `system` or `contract`.
    - `code`: stays the same from version to version; the documentation explains each.
    - `place`: where it happened, such as a stream; may be None.
    - `hint`: what to do; may be None.
    """

    def __init__(
        self,
        message: str,
        *,
        kind: str = "system",
        code: str = "client.defect",
        place: str | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.kind = kind
        self.code = code
        self.place = place
        self.hint = hint

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        advice = f"\n  {self.hint}" if self.hint else ""
        return f"{where}{self.message} [{self.code}]{advice}"


class ConfigError(GodwitError):
    """Yours to correct: a manifest, a configuration, a credential, an argument."""


class TransientError(GodwitError):
    """The outside world's, later: a timeout, a rate limit, a lock. Trying again may help."""


class SystemFault(GodwitError):
    """For whoever runs the API, or for Godwit's developers."""


class ContractError(GodwitError):
    """For whoever delivers rows that break a rule or a contract."""


class LauncherNotFound(ConfigError):
    """Godwit itself is not there."""


class InputError(ConfigError):
    """An argument of this package is wrong."""


class StreamNotFound(ConfigError):
    """The source or the cache has no such stream."""


class NoStreamsSelected(ConfigError):
    """A read was asked for and no stream was selected."""


class SecretNotFound(ConfigError):
    """No place that was looked into has the secret."""


class CheckFailed(ConfigError):
    """The configuration does not work, or the API does not answer."""


class ReadFailed(GodwitError):
    """At least one stream was not read to its end. What was committed stays in the cache.

    It has kind, code and hint of the first failure. `failures` has the error of each stream that
    failed, `result` all that was read, and `report` what the command line said.
    """

    def __init__(self, failures: Mapping[str, GodwitError], result: Any, report: Mapping[str, Any]):
        first = next(iter(failures.values()))
        others = f" ({len(failures)} streams failed)" if len(failures) > 1 else ""
        super().__init__(
            first.message + others,
            kind=first.kind,
            code=first.code,
            place=first.place,
            hint=first.hint,
        )
        self.failures = dict(failures)
        self.result = result
        self.report = report


class GodwitWarning(UserWarning):
    """Something that PyAirbyte knows means nothing here."""


_KINDS: dict[str, type[GodwitError]] = {
    "config": ConfigError,
    "transient": TransientError,
    "system": SystemFault,
    "contract": ContractError,
}

_CODES: dict[str, type[GodwitError]] = {"stream.unknown": StreamNotFound}


def of_json(error: Mapping[str, Any]) -> GodwitError:
    """The exception for an error as the command line writes it."""
    kind = error.get("kind", "system")
    code = error.get("code", "defect")
    made = _CODES.get(code) or _KINDS.get(kind, GodwitError)
    return made(
        error.get("message", "Godwit gave no message."),
        kind=kind,
        code=code,
        place=error.get("place"),
        hint=error.get("hint"),
    )


def wrong_input(message: str, hint: str | None = None) -> InputError:
    """An argument of this package is wrong."""
    return InputError(message, kind="config", code="client.input", hint=hint)


def unknown_stream(name: str, known: list[str], whose: str) -> StreamNotFound:
    """Nobody has a stream of that name."""
    return StreamNotFound(
        f"There is no stream {name}.",
        kind="config",
        code="stream.unknown",
        hint=f"The {whose} has: {', '.join(known)}" if known else f"The {whose} has none.",
    )
