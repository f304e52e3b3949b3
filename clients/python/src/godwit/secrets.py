"""Secrets out of the environment, a .env file or a prompt."""

from __future__ import annotations

import getpass
import json
import os
import re
import sys
from collections.abc import Iterable
from enum import Enum
from pathlib import Path
from typing import Any

from godwit.exceptions import SecretNotFound, wrong_input

_REFERENCE = "secret_reference::"
_ASSIGNMENT = re.compile(r"\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_.]*)\s*=\s*(.*)", re.DOTALL)


class SecretSourceEnum(str, Enum):
    """Where secrets are looked for, in this order."""

    ENV = "env"
    DOTENV = "dotenv"
    PROMPT = "prompt"


class SecretString(str):
    """A text that prints as `****`, whether by `str`, `repr`, `format` or a log.

    It compares, concatenates and goes into JSON as the text that it is. `get_value()` gives that
    text as a plain `str`.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return "<SecretString: ****>"

    def __str__(self) -> str:
        return "****"

    def __format__(self, spec: str) -> str:
        return format("****", spec)

    def get_value(self) -> str:
        """The text itself."""
        return "".join(self)

    def is_empty(self) -> bool:
        """Whether there is nothing in it."""
        return len(self) == 0

    def parse_json(self) -> Any:
        """What the text says, where it is JSON."""
        try:
            return json.loads(self.get_value())
        except ValueError:
            raise wrong_input("The secret is not JSON.") from None


def get_secret(
    secret_name: str,
    /,
    *,
    sources: Iterable[SecretSourceEnum | str] | None = None,
    default: str | None = None,
    allow_prompt: bool = True,
) -> SecretString:
    """The secret of that name: from the environment, else `.env` here or in a folder above, else
    `default`, else from whoever sits at the terminal.
    """
    asked = [SecretSourceEnum(each) for each in (sources or SecretSourceEnum)]
    for place in asked:
        found = _find(secret_name, place)
        if found is not None:
            return SecretString(found)
    if default is not None:
        return SecretString(default)
    if allow_prompt and SecretSourceEnum.PROMPT in asked and sys.stdin and sys.stdin.isatty():
        return SecretString(getpass.getpass(f"{secret_name}: "))
    raise SecretNotFound(
        f"There is no secret {secret_name}.",
        kind="config",
        code="client.no-secret",
        hint=f"Set the variable {secret_name}, or write {secret_name}=… into a file .env.",
    )


def _find(name: str, place: SecretSourceEnum) -> str | None:
    if place is SecretSourceEnum.ENV:
        return os.environ.get(name) or None
    if place is SecretSourceEnum.DOTENV:
        return _dotenv().get(name) or None
    return None


def _dotenv() -> dict[str, str]:
    here = Path.cwd()
    for folder in (here, *here.parents):
        file = folder / ".env"
        if file.is_file():
            return parse_dotenv(file.read_text(encoding="utf-8"))
    return {}


def parse_dotenv(text: str) -> dict[str, str]:
    """Names and values of a `.env` file; lines that assign nothing are left out."""
    values: dict[str, str] = {}
    for line in text.splitlines():
        assignment = _ASSIGNMENT.fullmatch(line)
        if assignment:
            values[assignment[1]] = _unquoted(assignment[2].strip())
    return values


def _unquoted(value: str) -> str:
    if value[:1] in ("'", '"'):
        end = value.find(value[0], 1)
        if end > 0:
            inner = value[1:end]
            return inner.replace("\\n", "\n") if value[0] == '"' else inner
    return re.sub(r"(^|\s)#.*", "", value).strip()


def hydrated(value: Any) -> Any:
    """The same configuration with the secrets that it refers to."""
    if isinstance(value, dict):
        return {key: hydrated(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [hydrated(each) for each in value]
    if isinstance(value, str) and not isinstance(value, SecretString):
        if value.startswith(_REFERENCE):
            return get_secret(value[len(_REFERENCE) :])
    return value
