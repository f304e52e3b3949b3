"""Secrets, and where they do not show up."""

from __future__ import annotations

import json
import os
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import godwit
from godwit import _launcher, exceptions
from godwit.secrets import SecretSourceEnum, SecretString, get_secret, parse_dotenv
from people import TOKEN
from town_case import TownCase


class SecretStringTest(unittest.TestCase):
    secret = SecretString("s3cr3t-9921")

    def test_it_never_prints(self) -> None:
        shown = [str(self.secret), repr(self.secret), f"{self.secret}", f"{self.secret:>9}"]
        shown += ["%s" % self.secret, repr({"token": self.secret}), "{}".format(self.secret)]

        self.assertNotIn("s3cr3t", " ".join(shown))

    def test_it_is_the_text_where_that_is_needed(self) -> None:
        self.assertEqual("s3cr3t-9921", self.secret)
        self.assertIs(str, type(self.secret.get_value()))
        self.assertEqual("s3cr3t-9921", self.secret.get_value())
        self.assertEqual('{"token": "s3cr3t-9921"}', json.dumps({"token": self.secret}))
        self.assertEqual({"a": 1}, SecretString('{"a": 1}').parse_json())


class GetSecretTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.addCleanup(os.chdir, os.getcwd())
        os.chdir(folder.name)

    def test_the_environment_comes_before_the_file(self) -> None:
        Path(".env").write_text("TOWN_A=of-file\nTOWN_B=of-file\n")
        with mock.patch.dict(os.environ, {"TOWN_A": "of-environment"}):
            self.assertEqual("of-environment", get_secret("TOWN_A"))
            self.assertEqual("of-file", get_secret("TOWN_A", sources=[SecretSourceEnum.DOTENV]))
        self.assertEqual("of-file", get_secret("TOWN_B"))

    def test_a_file_of_a_folder_above_counts(self) -> None:
        Path(".env").write_text("TOWN_C=above\n")
        Path("deep").mkdir()
        os.chdir("deep")

        self.assertEqual("above", get_secret("TOWN_C"))

    def test_what_is_nowhere_is_an_error_or_the_default(self) -> None:
        self.assertEqual("usual", get_secret("TOWN_D", default="usual"))
        with self.assertRaises(exceptions.SecretNotFound) as missing:
            get_secret("TOWN_D", allow_prompt=False)
        self.assertIn("TOWN_D", missing.exception.hint)

    def test_files_are_read_as_shells_read_them(self) -> None:
        text = "# c\nA=1 # one\nexport B='two # 2'\nC=\"x\\ny\"\nD=a=b#c\nE=\nno line\n"

        self.assertEqual(
            {"A": "1", "B": "two # 2", "C": "x\ny", "D": "a=b#c", "E": ""}, parse_dotenv(text)
        )


class SecretsStayTest(TownCase):
    def test_no_argument_of_a_process_and_no_file_of_others_has_a_secret(self) -> None:
        launcher = self.folder / "launcher"
        launcher.write_text(
            "#!/bin/sh\n"
            f'for word in "$@"; do echo "$word" >> {self.folder}/arguments.txt; case "$word" in\n'
            f'*/config.json) stat -c "%a" "$word" "${{word%/*}}" >> {self.folder}/modes.txt;;\n'
            'esac; done\nexec "$REAL" "$@"\n'
        )
        launcher.chmod(0o700)
        config = {**self.town.config, "api_token": "secret_reference::TOWN_TOKEN"}
        variables = {"TOWN_TOKEN": TOKEN, "GODWIT_COMMAND": str(launcher)}
        with mock.patch.dict(os.environ, {"REAL": _launcher.find()[0], **variables}):
            source = self.source(config=config, streams=["streets"])
            source.check()
            source.read()
            list(source.get_records("streets"))

        arguments = (self.folder / "arguments.txt").read_text()
        self.assertIn("sync", arguments)
        self.assertNotIn(TOKEN, arguments)
        self.assertEqual({"600", "700"}, set((self.folder / "modes.txt").read_text().split()))
        left = [Path(word) for word in arguments.split() if word.endswith("config.json")]
        self.assertEqual([], [file for file in left if file.exists()])

    def test_credentials_that_are_renewed_come_back(self) -> None:
        script = self.folder / "source-renewing"
        script.write_text(RENEWING)
        script.chmod(0o700)
        changes: list[dict] = []
        source = godwit.get_source(
            "source-renewing",
            {"token": "once-1"},
            local_executable=script,
            config_change_callback=changes.append,
            streams="*",
        )

        result = source.read()

        self.assertEqual([{"n": 1}], [{"n": row["n"]} for row in result["numbers"]])
        self.assertEqual({"token": "once-2"}, source.get_config())
        self.assertEqual({"token": "once-2"}, changes[-1])


RENEWING = r"""#!/bin/sh
case "$1" in
spec) echo '{"type":"SPEC","spec":{"connectionSpecification":{"type":"object","properties":{"token":{"type":"string","airbyte_secret":true}}}}}' ;;
check) echo '{"type":"CONNECTION_STATUS","connectionStatus":{"status":"SUCCEEDED"}}' ;;
discover) echo '{"type":"CATALOG","catalog":{"streams":[{"name":"numbers","json_schema":{"type":"object","properties":{"n":{"type":"integer"}}},"supported_sync_modes":["full_refresh"]}]}}' ;;
read)
  echo '{"type":"TRACE","trace":{"type":"STREAM_STATUS","emitted_at":1,"stream_status":{"stream_descriptor":{"name":"numbers"},"status":"STARTED"}}}'
  echo '{"type":"CONTROL","control":{"type":"CONNECTOR_CONFIG","emitted_at":1,"connectorConfig":{"config":{"token":"once-2"}}}}'
  echo '{"type":"RECORD","record":{"stream":"numbers","emitted_at":1,"data":{"n":1}}}'
  echo '{"type":"TRACE","trace":{"type":"STREAM_STATUS","emitted_at":1,"stream_status":{"stream_descriptor":{"name":"numbers"},"status":"COMPLETE"}}}' ;;
esac
"""
