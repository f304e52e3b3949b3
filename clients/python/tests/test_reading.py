"""Reads into caches."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from unittest import mock

import godwit
from godwit import exceptions
from people import TOKEN, person
from town_case import TownCase


class ReadingTest(TownCase):
    def test_the_second_read_brings_what_changed(self) -> None:
        source = self.source(streams="*")
        cache = godwit.new_local_cache("town")

        first = source.read(cache)
        self.town.people[7] = person(7, day=2)
        self.town.people[900] = person(900, day=3)
        second = source.read(cache, streams=["people"])

        self.assertEqual(262, first.processed_records)
        self.assertEqual(["people", "streets"], list(first.streams))
        self.assertEqual(["people"], list(second))
        self.assertLess(second.processed_records, 260)
        self.assertEqual(251, len(cache["people"]))
        self.assertEqual(12, len(cache["streets"]))

    def test_without_a_cache_the_default_one_is_taken(self) -> None:
        result = self.source(streams=["streets"]).read()

        self.assertEqual(12, len(godwit.get_default_cache()["streets"]))
        self.assertTrue(result.cache.db_path.is_file())

    def test_append_keeps_what_was_there_and_replace_does_not(self) -> None:
        source = self.source(streams="streets")
        cache = godwit.new_local_cache()

        source.read(cache, write_strategy="append")
        source.read(cache, write_strategy="append")
        self.assertEqual(24, len(cache["streets"]))
        source.read(cache, write_strategy="replace")
        self.assertEqual(12, len(cache["streets"]))

    def test_replace_empties_a_stream_that_has_become_empty_where_that_is_allowed(self) -> None:
        source = self.source(streams="streets")
        cache = godwit.new_local_cache()
        source.read(cache)
        self.town.streets.clear()

        with self.assertRaises(exceptions.ReadFailed) as refused:
            source.read(cache, write_strategy="replace")
        self.assertEqual("sync.refresh-shrunk", refused.exception.code)
        self.assertEqual(12, len(cache["streets"]))
        source.read(cache, write_strategy="replace", allow_shrink=True)
        self.assertEqual(0, len(cache["streets"]))

    def test_merge_needs_a_key_and_one_can_be_set(self) -> None:
        self.town.streets.append({"name": "Street 3", "houses": 99})
        source = self.source(streams="streets")

        with self.assertRaises(exceptions.GodwitError):
            source.read(godwit.new_local_cache("keyless"), write_strategy="merge")
        source.set_primary_key("Streets", "name")
        cache = source.read(godwit.new_local_cache("keyed"), write_strategy="merge").cache
        self.assertEqual(12, len(cache["streets"]))
        self.assertEqual([], [each.name for each in self.folder.glob(".godwit-*")])

    def test_overrides_of_streams_that_are_not_there_are_refused(self) -> None:
        source = self.source(streams="streets")
        source.set_cursor_keys(rivers="length")

        with self.assertRaises(exceptions.StreamNotFound):
            source.read()

    def test_a_full_refresh_reads_everything_again(self) -> None:
        source = self.source(streams="people")
        cache = godwit.new_local_cache()
        source.read(cache)
        del self.town.people[1]

        again = source.read(cache, force_full_refresh=True)

        self.assertEqual(249, again.processed_records)
        self.assertEqual(249, len(cache["people"]))

    def test_a_stream_that_fails_does_not_keep_the_others_from_landing(self) -> None:
        self.town.broken.add("/streets")

        with self.assertRaises(exceptions.ReadFailed) as failed:
            self.source(streams="*").read(godwit.new_local_cache("town"))

        self.assertEqual(["streets"], list(failed.exception.failures))
        self.assertIn("403", str(failed.exception))
        self.assertEqual(["people"], list(failed.exception.result))
        self.assertEqual(250, len(failed.exception.result["people"]))

    def test_nothing_is_read_where_nothing_was_selected(self) -> None:
        with self.assertRaises(exceptions.NoStreamsSelected):
            self.source().read()

    def test_an_interrupted_read_leaves_no_process_and_can_be_done_again(self) -> None:
        # A background job of a shell ignores the signal from its start, and its children with it.
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        self.addCleanup(signal.signal, signal.SIGINT, before)
        answered = threading.Event()
        self.addCleanup(answered.set)

        def interrupt(path: str, page: int) -> None:
            if page == 1:
                signal.pthread_kill(threading.main_thread().ident, signal.SIGINT)
                answered.wait()

        self.town.visitor = interrupt
        source = self.source(streams="people")
        processes: list[subprocess.Popen] = []

        def started(*arguments, **options) -> subprocess.Popen:
            processes.append(popen(*arguments, **options))
            return processes[-1]

        popen = subprocess.Popen
        with mock.patch.object(subprocess, "Popen", started):
            with self.assertRaises(KeyboardInterrupt):
                source.read()
        self.assertTrue(processes)
        self.assertEqual([], [each for each in processes if each.poll() is None])

        self.town.visitor = lambda path, page: None
        self.assertEqual(250, len(source.read()["people"]))

    def test_an_iteration_that_is_open_does_not_block_the_next_read(self) -> None:
        source = self.source(streams="people")
        cache = source.read().cache
        rows = iter(cache["people"])
        next(rows)

        self.assertEqual(["people"], list(source.read(cache)))


class SourceTest(TownCase):
    def test_a_check_passes_or_says_why_not(self) -> None:
        self.source().check()

        wrong = {**self.town.config, "api_token": "wrong-8264"}
        with self.assertRaises(exceptions.CheckFailed) as failed:
            self.source(config=wrong).check()
        self.assertIn("401", failed.exception.message)
        self.assertNotIn("wrong-8264", str(failed.exception))

    def test_a_configuration_that_does_not_fit_is_named_by_its_keys(self) -> None:
        with self.assertRaises(exceptions.ConfigError) as failed:
            self.source(config={"url": self.town.url}).validate_config()

        error = failed.exception
        self.assertEqual(("config", "config.invalid"), (error.kind, error.code))
        self.assertIn("api_token", failed.exception.message)
        self.assertIsNotNone(failed.exception.hint)

    def test_streams_and_their_schemas_are_told(self) -> None:
        source = self.source()

        self.assertEqual(["people", "streets"], source.get_available_streams())
        schema = source.get_stream_json_schema("streets")
        self.assertEqual(["name", "houses"], list(schema["properties"]))
        with self.assertRaises(exceptions.StreamNotFound) as unknown:
            source.select_streams(["people", "rivers"])
        self.assertIn("streets", unknown.exception.hint)

    def test_the_specification_needs_no_configuration(self) -> None:
        source = self.source(config=None)

        self.assertEqual(["url", "api_token"], source.config_spec["required"])
        self.assertEqual("https://town.example/docs", source.docs_url)
        source.print_config_spec(output_file="spec.json")
        self.assertIn("api_token", (self.folder / "spec.json").read_text())

    def test_streams_may_be_selected_before_there_is_a_configuration(self) -> None:
        source = self.source(config=None, streams="*")
        source.set_config(self.town.config)

        self.assertEqual(["people", "streets"], source.get_selected_streams())

    def test_a_manifest_may_be_a_dict_or_a_text(self) -> None:
        streets = {
            "type": "DeclarativeStream",
            "name": "streets",
            "retriever": {
                "type": "SimpleRetriever",
                "requester": {
                    "type": "HttpRequester",
                    "url_base": self.town.url,
                    "path": "/streets",
                    "request_headers": {"Authorization": f"Bearer {TOKEN}"},
                },
                "record_selector": {
                    "type": "RecordSelector",
                    "extractor": {"type": "DpathExtractor", "field_path": ["rows"]},
                },
            },
        }
        manifest = {
            "version": "7.0.0",
            "type": "DeclarativeSource",
            "check": {"type": "CheckStream", "stream_names": ["streets"]},
            "streams": [streets],
        }
        of_dict = godwit.get_source("town", {}, source_manifest=manifest)
        of_text = godwit.get_source(
            "town", self.town.config, source_manifest=self.manifest.read_text()
        )

        self.assertEqual(["streets"], of_dict.get_available_streams())
        self.assertEqual(["people", "streets"], of_text.get_available_streams())

    def test_a_connection_file_is_a_source(self) -> None:
        connection = self.folder / "connection.yaml"
        connection.write_text(
            f"source: town.yaml\nconfig: {{url: '{self.town.url}', api_token: '${{TOWN}}'}}\n"
            "destination: duckdb:other.duckdb\nstreams:\n  people:\n    columns: [name]\n"
        )
        with mock.patch.dict(os.environ, {"TOWN": TOKEN}):
            result = godwit.get_source(connection, streams="people").read()

        self.assertEqual(250, result.processed_records)
        self.assertNotIn("height", result["people"].column_names)

    def test_arguments_that_mean_nothing_here_are_named(self) -> None:
        with self.assertWarnsRegex(exceptions.GodwitWarning, "install_if_missing"):
            self.source(install_if_missing=True)
        with self.assertRaises(exceptions.InputError):
            godwit.get_source("source-x", pip_url="x", docker_image="y")


class RecordsTest(TownCase):
    def test_a_limit_asks_for_no_more_pages_than_it_needs(self) -> None:
        rows = list(self.source().get_records("people", limit=3))

        self.assertEqual([1, 2, 3], [row["id"] for row in rows])
        self.assertEqual(["/people"], self.town.requests)

    def test_all_rows_come_with_the_declared_fields_alone(self) -> None:
        self.town.people[1]["undeclared"] = "x"
        del self.town.people[2]["name"]
        records = self.source().get_records("people")

        rows = list(records)

        self.assertEqual(250, len(rows))
        self.assertEqual([person(1), {**person(2), "name": None}], rows[:2])
        self.assertEqual(records.column_names, list(rows[0]))

    def test_closing_ends_the_reading(self) -> None:
        with self.source().get_records("people") as records:
            first = next(records)

        self.assertEqual(1, first["id"])
        self.assertEqual([], list(records))

    def test_a_failure_is_an_error_of_the_iteration(self) -> None:
        self.town.broken.add("/streets")

        with self.assertRaises(exceptions.GodwitError) as failed:
            list(self.source().get_records("streets"))
        self.assertIn("403", failed.exception.message)

    def test_samples_of_streams_that_fail_do_not_hide_the_others(self) -> None:
        self.town.broken.add("/streets")

        samples = self.source().get_samples("*", limit=2, on_error="ignore")

        self.assertEqual(2, len(samples["people"]))
        self.assertIsNone(samples["streets"])
