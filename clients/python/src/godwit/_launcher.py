"""Finds the program that does the work."""

from __future__ import annotations

import os
import shlex
import shutil
from collections.abc import Mapping

from godwit.exceptions import LauncherNotFound

COMMAND = "GODWIT_COMMAND"
HOME = "GODWIT_HOME"
PROGRAM = "godwit"


def find(variables: Mapping[str, str] = os.environ) -> list[str]:
    """The command: what GODWIT_COMMAND says, else the launcher in GODWIT_HOME, else on the PATH."""
    command = variables.get(COMMAND)
    if command:
        words = [command] if os.path.exists(command) else shlex.split(command)
        return [_program(words[0], COMMAND, variables), *words[1:]]
    home = variables.get(HOME)
    if home:
        return [_program(os.path.join(os.path.expanduser(home), PROGRAM), HOME, variables)]
    return [_program(PROGRAM, None, variables)]


def _program(name: str, variable: str | None, variables: Mapping[str, str]) -> str:
    found = shutil.which(os.path.expanduser(name), path=variables.get("PATH"))
    if found:
        return os.path.abspath(found)
    where = f"{variable} names {name}, which is no program" if variable else "it is not on the PATH"
    raise LauncherNotFound(
        f"Godwit was not found: {where}.",
        kind="config",
        code="client.no-launcher",
        hint=(
            "This package drives the program godwit. Unpack a distribution of Godwit and put its"
            f" folder on the PATH, or into {HOME}; or name its launcher in {COMMAND}."
        ),
    )
