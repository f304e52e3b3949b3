"""Puts off what takes long to import and is hardly used here: the serializers of messages."""

import importlib.util
import os
import sys
import types
from typing import Any

SERIALIZERS = "airbyte_cdk.models.airbyte_protocol_serializers"


def install() -> None:
    sys.modules[SERIALIZERS] = _Serializers(SERIALIZERS)


class _Serializers(types.ModuleType):
    """The module, read when one of its serializers is first used."""

    def __getattr__(self, name: str) -> Any:
        if name.endswith("Serializer"):
            return _Serializer(self, name)
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.actual(), name)

    def actual(self) -> types.ModuleType:
        known = self.__dict__.get("_actual")
        if known is None:
            package = os.path.dirname(sys.modules["airbyte_cdk.models"].__file__)
            path = os.path.join(package, "airbyte_protocol_serializers.py")
            spec = importlib.util.spec_from_file_location(SERIALIZERS, path)
            known = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(known)
            self._actual = known
        return known


class _Serializer:
    def __init__(self, module: _Serializers, name: str) -> None:
        self._module = module
        self._name = name

    def __getattr__(self, name: str) -> Any:
        return getattr(getattr(self._module.actual(), self._name), name)
