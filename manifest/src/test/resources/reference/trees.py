"""Prints what the reference engine makes of manifests before it builds components.

Arguments: manifest files. For each one line: the SHA-256 of its leaves and the file. With --leaves first: the leaves.
A leaf is a path, a tab, the Python type and the text of the value.
"""

import hashlib
import sys

import yaml
from airbyte_cdk.sources.declarative.parsers.manifest_component_transformer import (
    ManifestComponentTransformer,
)
from airbyte_cdk.sources.declarative.parsers.manifest_reference_resolver import (
    ManifestReferenceResolver,
)

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def tree(file):
    with open(file, encoding="utf-8") as text:
        manifest = yaml.load(text, Loader=LOADER)
    manifest.setdefault("type", "DeclarativeSource")
    resolved = ManifestReferenceResolver().preprocess_manifest(manifest)
    return ManifestComponentTransformer().propagate_types_and_parameters("", resolved, {})


def leaves(value, path):
    if isinstance(value, dict):
        yield f"{path}\tdict {len(value)}\n"
        for key, element in value.items():
            yield from leaves(element, f"{path}.{key}")
    elif isinstance(value, list):
        yield f"{path}\tlist {len(value)}\n"
        for index, element in enumerate(value):
            yield from leaves(element, f"{path}[{index}]")
    else:
        yield f"{path}\t{type(value).__name__} {value}\n"


def main(arguments):
    if arguments[0] == "--leaves":
        sys.stdout.writelines(leaves(tree(arguments[1]), ""))
        return
    for file in arguments:
        digest = hashlib.sha256()
        for leaf in leaves(tree(file), ""):
            digest.update(leaf.encode("utf-8", "surrogatepass"))
        print(digest.hexdigest(), file, flush=True)


main(sys.argv[1:])
