"""Each Python snippet of the pages runs, page by page, beside the demo's shop."""

from __future__ import annotations

import contextlib
import io
import os
import re
import subprocess
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from godwit import _launcher

ROOT = Path(__file__).resolve().parents[3]
PAGES = [
    "clients/python/README.md",
    "docs/how-to/use-from-python.md",
    "docs/how-to/come-from-pyairbyte.md",
]
SNIPPET = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@unittest.skipUnless((ROOT / "docs").is_dir(), "the pages are not part of this distribution")
class DocsTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.addCleanup(os.chdir, os.getcwd())
        os.chdir(folder.name)
        shop = subprocess.Popen(
            [*_launcher.find(), "demo", "--serve"], stdout=subprocess.PIPE, text=True
        )
        self.addCleanup(shop.wait)
        self.addCleanup(shop.terminate)
        self.addCleanup(shop.stdout.close)
        self.url = re.search(r"http://\S+", shop.stdout.readline())[0]

    def test_every_snippet_runs(self) -> None:
        for page in PAGES:
            with self.subTest(page):
                snippets = SNIPPET.findall((ROOT / page).read_text(encoding="utf-8"))
                self.assertTrue(snippets)
                self.run_all(page, snippets)

    def run_all(self, page: str, snippets: list[str]) -> None:
        names: dict = {"__name__": page}
        said = io.StringIO()
        with (
            mock.patch.dict(os.environ, {"SHOP_TOKEN": "demo-token"}),
            contextlib.redirect_stdout(said),
        ):
            for number, snippet in enumerate(snippets, 1):
                here = snippet.replace("http://127.0.0.1:8080", self.url)
                exec(compile(here, f"{page}, snippet {number}", "exec"), names)
        self.assertNotIn("demo-token", said.getvalue())
