"""Reads any API into DuckDB, pandas or Arrow through Godwit, in the manner of PyAirbyte.

    import godwit

    source = godwit.get_source("shop.yaml", config={"api_token": godwit.get_secret("SHOP_TOKEN")})
    source.select_all_streams()
    for row in source.read()["orders"]:
        print(row["id"])
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from godwit import caches, datasets, documents, exceptions, results, secrets, sources
from godwit import _process
from godwit._reading import WriteStrategy
from godwit._reference import ignore, reference
from godwit.caches import DuckDBCache, get_default_cache, new_local_cache
from godwit.datasets import CachedDataset, Dataset, InMemoryDataset, LazyDataset
from godwit.documents import Document
from godwit.exceptions import GodwitError
from godwit.results import ReadResult
from godwit.secrets import SecretSourceEnum, SecretString, get_secret
from godwit.sources import Source

__version__ = "0.1.0.dev0"

__all__ = [
    "CachedDataset",
    "Dataset",
    "Document",
    "DuckDBCache",
    "GodwitError",
    "InMemoryDataset",
    "LazyDataset",
    "ReadResult",
    "SecretSourceEnum",
    "SecretString",
    "Source",
    "WriteStrategy",
    "caches",
    "datasets",
    "documents",
    "exceptions",
    "get_available_connectors",
    "get_default_cache",
    "get_secret",
    "get_source",
    "new_local_cache",
    "results",
    "secrets",
    "sources",
]


def get_source(
    name: str | Path,
    config: dict[str, Any] | None = None,
    *,
    config_change_callback: Callable[[dict[str, Any]], None] | None = None,
    streams: str | list[str] | None = None,
    version: str | None = None,
    source_manifest: bool | dict[str, Any] | Path | str | None = None,
    pip_url: str | None = None,
    docker_image: bool | str | None = None,
    local_executable: Path | str | None = None,
    components: Path | str | None = None,
    allow_python: bool = False,
    use_python: Any = None,
    use_host_network: bool | None = None,
    install_if_missing: bool | None = None,
    install_root: Path | str | None = None,
    no_executor: bool | None = None,
) -> Source:
    """A source by its name, by the path of a manifest or of a connection file, or by what runs it.

    - `source_manifest`: the manifest, as a path, a dict or its text.
    - `pip_url`, `docker_image`, `local_executable`: a connector that is a Python package, an image
      or a program. At most one way may be named.
    - `version`: of a connector by name.
    - `streams`: selects streams, as `Source.select_streams` does.
    - `config_change_callback`: is given the configuration when the source has renewed credentials.
    - `allow_python`, `components`: let the Python of a manifest run, and say where it is.

    The last five arguments are PyAirbyte's; they mean nothing here, and a warning says so.
    """
    ignore(
        use_python=use_python,
        use_host_network=use_host_network,
        install_if_missing=install_if_missing,
        install_root=install_root,
        no_executor=no_executor,
    )
    named = reference(
        str(name),
        source_manifest=source_manifest,
        version=version,
        pip_url=pip_url,
        docker_image=docker_image,
        local_executable=local_executable,
        components=components,
        allow_python=allow_python,
    )
    return Source(
        named,
        str(name),
        config,
        config_change_callback=config_change_callback,
        streams=streams,
    )


def get_available_connectors() -> list[str]:
    """The names of all sources of the registry."""
    answer = _process.ask(["connectors", "list", "--all", "--json"])
    return sorted(each["name"] for each in answer.value if each.get("kind") == "source")
