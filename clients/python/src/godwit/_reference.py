"""How the arguments of `get_source` name a source on the command line."""

from __future__ import annotations

import json
import os
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from godwit.exceptions import GodwitWarning, wrong_input


@dataclass(frozen=True)
class Reference:
    """A source as the command line names it.

    `manifest` is the text of a manifest that lies in no file.
    """

    name: str
    manifest: str | None = None
    options: tuple[str, ...] = ()

    def named_in(self, folder: Path) -> str:
        """What to pass to a command; a text becomes a file of the folder first."""
        if self.manifest is None:
            return self.name
        file = folder / "manifest.yaml"
        file.write_text(self.manifest, encoding="utf-8")
        return str(file)


def reference(
    name: str,
    *,
    source_manifest: bool | dict[str, Any] | Path | str | None = None,
    version: str | None = None,
    pip_url: str | None = None,
    docker_image: bool | str | None = None,
    local_executable: Path | str | None = None,
    components: Path | str | None = None,
    allow_python: bool = False,
) -> Reference:
    """Takes the one way to run the source that was named."""
    ways = {
        "source_manifest": source_manifest,
        "pip_url": pip_url,
        "docker_image": docker_image,
        "local_executable": local_executable,
        "version": version,
    }
    named = [way for way, value in ways.items() if value]
    if len(named) > 1 and set(named) != {"version", "source_manifest"}:
        raise wrong_input(f"{' and '.join(named)} exclude each other.")
    options = ["--allow-python"] if allow_python else []
    if components:
        options += ["--components", str(Path(components).absolute())]
    if pip_url:
        found = f"pip:{pip_url}"
    elif docker_image:
        found = f"docker:{f'airbyte/{name}' if docker_image is True else docker_image}"
    elif local_executable:
        found = f"exec:{_executable(local_executable)}"
    elif source_manifest and source_manifest is not True:
        return _manifest(name, source_manifest, tuple(options))
    else:
        found = f"{name}@{version}" if version else os.path.expanduser(name)
    return Reference(found, None, tuple(options))


def _executable(program: Path | str) -> str:
    path = Path(program).expanduser()
    return str(path.absolute()) if path.exists() else str(program)


def _manifest(name: str, manifest: Any, options: tuple[str, ...]) -> Reference:
    if isinstance(manifest, dict):
        return Reference(name, json.dumps(manifest), options)
    if isinstance(manifest, str) and "\n" in manifest:
        return Reference(name, manifest, options)
    if isinstance(manifest, str) and manifest.startswith(("http://", "https://")):
        raise wrong_input(
            "source_manifest takes no address.", "Download the manifest and name its file."
        )
    if isinstance(manifest, (str, Path)):
        return Reference(str(Path(manifest).expanduser().absolute()), None, options)
    raise wrong_input("source_manifest takes a path, a dict or the manifest's text.")


def ignore(**arguments: Any) -> None:
    """Says of arguments that mean nothing here that they mean nothing."""
    named = [name for name, value in arguments.items() if value is not None]
    if named:
        warnings.warn(
            f"{', '.join(named)}: Godwit installs what it needs by itself; ignored.",
            GodwitWarning,
            stacklevel=3,
        )
