"""Rows of caches in the forms that programs want."""

from __future__ import annotations

import datetime
import importlib.util
import tempfile
import threading
import unittest

import duckdb

import godwit
from godwit import exceptions
from godwit.datasets import InMemoryDataset
from people import MANIFEST, Town
from town_case import TownCase


def _needs(module: str):
    return unittest.skipUnless(importlib.util.find_spec(module), f"{module} is not installed")


class CachedDatasetTest(unittest.TestCase):
    """All look at one cache, which none of them can change."""

    @classmethod
    def setUpClass(cls) -> None:
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        with Town() as town:
            source = godwit.get_source("town", town.config, source_manifest=MANIFEST, streams="*")
            cls.cache = source.read(godwit.new_local_cache("town", folder.name)).cache
        cls.people = cls.cache["people"]

    def test_rows_have_the_types_of_their_columns(self) -> None:
        row = next(each for each in self.people if each["id"] == 7)

        self.assertIsNone(row["name"])
        self.assertEqual(datetime.date(1917, 2, 3), row["born"])
        self.assertEqual(
            datetime.datetime(2024, 1, 1, tzinfo=datetime.timezone.utc), row["updated_at"]
        )
        self.assertEqual('{"street":7,"door":[7,"b"]}', row["address"])
        self.assertEqual(self.people.column_names, list(row))

    def test_filters_join(self) -> None:
        few = self.people.with_filter("id > 5").with_filter("id < 10", "alive")

        self.assertEqual([6, 9], sorted(row["id"] for row in few))
        self.assertEqual(2, len(few))

    @_needs("pandas")
    def test_rows_become_a_data_frame(self) -> None:
        frame = self.cache.get_pandas_dataframe("people")

        self.assertEqual((250, len(self.people.column_names)), frame.shape)
        self.assertEqual(250, frame["id"].nunique())
        self.assertEqual(2, len(self.people.with_filter("id < 3").to_pandas()))

    @_needs("pyarrow")
    def test_rows_become_an_arrow_dataset_of_small_pieces(self) -> None:
        dataset = self.people.to_arrow(max_chunk_size=100)

        self.assertEqual(250, dataset.to_table().num_rows)
        self.assertEqual(31375, sum(dataset.to_table()["id"].to_pylist()))

    def test_the_cache_answers_queries_and_changes_nothing(self) -> None:
        rows = self.cache.run_sql_query(
            f"select alive, count(*) as n from {self.people.sql_table_name} group by all order by n"
        )

        self.assertEqual([{"alive": True, "n": 83}, {"alive": False, "n": 167}], rows)
        self.assertEqual(2, len(self.cache.run_sql_query("from people", max_records=2)))
        with self.assertRaises(duckdb.InvalidInputException):
            self.cache.run_sql_query("delete from people")
        self.assertEqual(250, len(self.people))

    def test_a_cache_is_a_mapping_of_streams(self) -> None:
        self.assertEqual({"people", "streets"}, set(self.cache.streams))
        self.assertIn("people", self.cache)
        self.assertNotIn("rivers", self.cache)
        self.assertEqual(2, len(self.cache))
        self.assertEqual(["people", "streets"], [name for name, _ in self.cache])
        with self.assertRaises(exceptions.StreamNotFound):
            self.cache["rivers"]

    def test_a_cache_that_is_not_there_has_no_streams(self) -> None:
        cache = godwit.DuckDBCache("nowhere.duckdb")

        self.assertEqual({}, cache.streams)
        with self.assertRaises(exceptions.GodwitError) as missing:
            cache.run_sql_query("select 1")
        self.assertEqual("client.no-cache", missing.exception.code)

    def test_layouts_that_are_not_godwits_are_refused(self) -> None:
        with self.assertRaises(exceptions.InputError):
            godwit.DuckDBCache("x.duckdb", schema_name="other")
        with self.assertRaises(exceptions.InputError):
            godwit.new_local_cache("no name")


class DocumentsTest(TownCase):
    def test_rows_become_documents_with_what_is_not_text_beside_it(self) -> None:
        document = next(
            iter(
                self.source()
                .get_records("people", limit=1)
                .to_documents(title_property="name", content_properties=["address"])
            )
        )

        self.assertEqual('# Person 1\n\n{"street": 1, "door": [1, "b"]}', document.page_content)
        self.assertEqual("1", document.id)
        self.assertEqual(1, document.metadata["id"])
        self.assertEqual(2024, document.last_modified.year)

    def test_metadata_is_rendered_where_that_is_asked_for(self) -> None:
        rows = InMemoryDataset("s", [{"a": "x" * 80, "b": 2, "c": None}], ["a", "b", "c"])

        document = next(iter(rows.to_documents(metadata_properties=["b"], render_metadata=True)))

        self.assertEqual(f"## a\n\n{'x' * 80}\n\nb: 2", str(document))

    def test_reading_stops_where_it_is_told_to(self) -> None:
        stop = threading.Event()
        records = self.source().get_records("people", limit=50, stop_event=stop)
        next(records)
        stop.set()

        self.assertEqual(0, len(records.fetch_all()))
