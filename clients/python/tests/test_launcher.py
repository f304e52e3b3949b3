"""The program is found, or its absence is explained."""

from __future__ import annotations

import os
import signal
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import godwit
from godwit import _launcher, _process, exceptions


class LauncherTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.program = self.folder / "godwit"
        self.program.write_text("#!/bin/sh\necho no json; echo something broke >&2; exit 3\n")
        self.program.chmod(0o700)

    def test_it_is_found_by_command_by_home_and_on_the_path(self) -> None:
        found = [str(self.program)]
        self.assertEqual(found, _launcher.find({"PATH": str(self.folder)}))
        self.assertEqual(found, _launcher.find({"GODWIT_HOME": str(self.folder), "PATH": ""}))
        self.assertEqual(
            [*found, "--x"], _launcher.find({"GODWIT_COMMAND": f"{self.program} --x", "PATH": ""})
        )

    def test_its_absence_is_explained(self) -> None:
        with mock.patch.dict(os.environ, {"PATH": ""}, clear=True):
            with self.assertRaises(exceptions.LauncherNotFound) as missing:
                godwit.get_source("source-faker", {}).check()
        self.assertEqual("client.no-launcher", missing.exception.code)
        self.assertIn("GODWIT_HOME", missing.exception.hint)
        with self.assertRaisesRegex(exceptions.LauncherNotFound, "GODWIT_COMMAND names /no/such"):
            _launcher.find({"GODWIT_COMMAND": "/no/such", "PATH": ""})

    def test_an_answer_that_is_none_is_an_error_with_what_was_said(self) -> None:
        with mock.patch.dict(os.environ, {"GODWIT_COMMAND": str(self.program)}):
            with self.assertRaises(exceptions.SystemFault) as failed:
                _process.ask(["spec"])
        self.assertEqual("client.no-answer", failed.exception.code)
        self.assertIn("something broke", failed.exception.message)

    def test_a_command_that_is_left_is_asked_to_end(self) -> None:
        # A background job of a shell ignores the signal from its start, and its children with it.
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        self.addCleanup(signal.signal, signal.SIGINT, before)
        self.program.write_text(
            f"#!/bin/sh\ntrap 'echo asked > {self.folder}/ended; exit 130' INT\n"
            "echo '{\"n\": 1}'\nwhile :; do sleep 0.05; done\n"
        )
        with mock.patch.dict(os.environ, {"GODWIT_COMMAND": str(self.program)}):
            rows = _process.rows([])
            self.assertEqual({"n": 1}, next(rows))
            rows.close()
        self.assertEqual("asked\n", (self.folder / "ended").read_text())
