"""Prints the component schema of the reference engine and its tables of default types, as JSON."""

import json
import pathlib

import airbyte_cdk
import yaml
from airbyte_cdk.sources.declarative.parsers.manifest_component_transformer import (
    CUSTOM_COMPONENTS_MAPPING,
    DEFAULT_MODEL_TYPES,
)

SCHEMA = "sources/declarative/declarative_component_schema.yaml"

text = (pathlib.Path(airbyte_cdk.__file__).parent / SCHEMA).read_text(encoding="utf-8")
print(
    json.dumps(
        {
            "schema": yaml.safe_load(text),
            "default_types": DEFAULT_MODEL_TYPES,
            "custom_types": CUSTOM_COMPONENTS_MAPPING,
        },
        default=str,
    )
)
