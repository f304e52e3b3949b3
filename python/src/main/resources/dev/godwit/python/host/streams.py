"""Builds streams as the reference does, and finds the components that classes implement."""

import importlib.util
import sys
import threading
import types
from typing import Any, Dict, Tuple

from airbyte_cdk.sources.declarative.models.declarative_component_schema import (
    DeclarativeStream,
)
from airbyte_cdk.sources.declarative.parsers.manifest_component_transformer import (
    ManifestComponentTransformer,
)
from airbyte_cdk.sources.declarative.parsers.model_to_component_factory import (
    ModelToComponentFactory,
)

PATH = "godwit_path"
NAMES = ("components", "source_declarative_manifest.components")


def load(path: str) -> None:
    """Imports the file under the names that manifests know it by."""
    spec = importlib.util.spec_from_file_location(NAMES[0], path)
    module = importlib.util.module_from_spec(spec)
    for name in NAMES:
        sys.modules[name] = module
    sys.modules.setdefault("source_declarative_manifest", types.ModuleType(NAMES[1]))
    sys.meta_path.append(_Packages(module))
    spec.loader.exec_module(module)


class _Packages:
    """Lets `source_shop.components` and the like be the same file."""

    def __init__(self, module: types.ModuleType) -> None:
        self._module = module

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Any:
        parts = name.split(".")
        if not parts[0].startswith("source_") or len(parts) > 2:
            return None
        if len(parts) == 2 and parts[1] != "components":
            return None
        return importlib.util.spec_from_loader(name, self, is_package=len(parts) == 1)

    def create_module(self, spec: Any) -> Any:
        return self._module if "." in spec.name else None

    def exec_module(self, module: Any) -> None:
        pass


class Streams:
    """The streams that Godwit has described, built when a component of theirs is first called."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._definitions: Dict[str, dict] = {}
        self._built: Dict[str, Tuple[dict, Dict[str, Any]]] = {}

    def define(self, head: dict) -> None:
        """Describes a stream, with the configuration from now on.

        Takes no lock: whoever builds a stream may be waiting for an answer that comes behind this.
        """
        self._definitions[head["define"]] = head

    def component(self, stream: str, path: str) -> Tuple[Any, dict]:
        """The component of a path, and the description that it was made of."""
        head = self._definitions[stream]
        with self._lock:
            built = self._built.get(stream)
            if built is None or built[0] is not head:
                built = (head, self._build(head))
                self._built[stream] = built
        found = built[1].get(path)
        if found is None:
            raise LookupError(f"The stream has no component at {path}.")
        return found, head

    def _build(self, head: dict) -> Dict[str, Any]:
        definition = ManifestComponentTransformer().propagate_types_and_parameters(
            "", head["fields"], head["parameters"]
        )
        factory = _Factory(disable_cache=True)
        factory.create_component(DeclarativeStream, definition, head["config"])
        return factory.found


class _Factory(ModelToComponentFactory):
    """Remembers components of classes by their path in the manifest."""

    def __init__(self, **options: Any) -> None:
        self.found: Dict[str, Any] = {}
        super().__init__(**options)

    def create_custom_component(self, model: Any, config: Any, **kwargs: Any) -> Any:
        component = super().create_custom_component(model, config, **kwargs)
        path = model.dict().get(PATH)
        if path is not None:
            self.found.setdefault(path, component)
        return component
