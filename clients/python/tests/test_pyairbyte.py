"""One script, read by PyAirbyte and by Godwit: only the import differs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unittest
from pathlib import Path

from people import Town, person
from town_case import TownCase

PYAIRBYTE = os.environ.get("PYAIRBYTE_PYTHON")


@unittest.skipUnless(PYAIRBYTE, "PYAIRBYTE_PYTHON names no Python that has the package airbyte")
class PyAirbyteTest(TownCase):
    def test_the_same_script_tells_the_same(self) -> None:
        theirs = self.told("airbyte", str(PYAIRBYTE))
        ours = self.told("godwit", sys.executable)

        for told in (theirs, ours):
            self.assertEqual(262, told["runs"][0]["processed"])
            self.assertEqual({"people": 251, "streets": 13}, told["runs"][1]["lengths"])
        for key in theirs:
            if key != "runs":
                self.assertEqual(theirs[key], ours[key], key)
        for run, (their, our) in enumerate(zip(theirs["runs"], ours["runs"])):
            self.assertEqual(their, our, f"run {run}")

    def told(self, package: str, python: str) -> dict:
        self.town.close()
        with Town() as town:
            self.town = town
            arguments = {
                "config": town.config,
                "manifest": str(self.manifest),
                "cache": str(self.folder / f"{package}.duckdb"),
            }
            (self.folder / "town.json").write_text(json.dumps(arguments))
            script = str(Path(__file__).with_name("same_script.py"))
            quiet = {"AIRBYTE_OFFLINE_MODE": "1", "DO_NOT_TRACK": "1", "NO_LIVE_PROGRESS": "1"}
            with (
                (self.folder / "log.txt").open("w") as log,
                subprocess.Popen(
                    [python, script, package, "town.json", "told.json"],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=log,
                    text=True,
                    env={**os.environ, **quiet},
                ) as process,
            ):
                self.await_line(process, "READ 0")
                self.change(town)
                process.stdin.write("\n")
                process.stdin.flush()
                self.await_line(process, "READ 1")
                process.stdin.write("\n")
                process.stdin.close()
                process.stdout.read()
            self.assertEqual(0, process.returncode, (self.folder / "log.txt").read_text())
            return json.loads((self.folder / "told.json").read_text())

    def await_line(self, process: subprocess.Popen, expected: str) -> None:
        for line in process.stdout:
            if line.strip() == expected:
                return
        self.fail(f"no {expected}: " + (self.folder / "log.txt").read_text())

    @staticmethod
    def change(town: Town) -> None:
        for each in town.people.values():
            each["updated_at"] = "2024-01-01T00:00:00Z"
        town.people[7] = {**person(7, day=2), "name": "Renamed"}
        town.people[900] = person(900, day=3)
        town.streets.append({"name": "New Street", "houses": 1})
