"""What tests that read the town have in common."""

from __future__ import annotations

import os
import tempfile
import unittest
from pathlib import Path

import godwit
from people import MANIFEST, Town


class TownCase(unittest.TestCase):
    """A town, an empty working folder and the manifest in it."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.addCleanup(os.chdir, os.getcwd())
        os.chdir(self.folder)
        self.manifest = self.folder / "town.yaml"
        self.manifest.write_text(MANIFEST)
        self.town = Town()
        self.addCleanup(self.town.close)

    def source(self, **arguments) -> godwit.Source:
        arguments.setdefault("config", self.town.config)
        return godwit.get_source("source-town", source_manifest=self.manifest, **arguments)
