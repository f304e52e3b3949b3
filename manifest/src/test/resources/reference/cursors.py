"""Answers what the reference engine's cursors do.

Argument: a JSON file with a list of cases. A case is what stands under incremental_sync, a state, and what is read: the
number of a slice and the cursor values of its rows, in the order in which the slices end. For each case one line:
["ok", slices, state], or ["error", the exception's name].
"""

import copy
import json
import logging
import sys
from datetime import datetime, timezone

import airbyte_cdk.sources.streams.concurrent.state_converters.datetime_stream_state_converter as converters
from airbyte_cdk.sources.declarative.models.declarative_component_schema import (
    DatetimeBasedCursor,
    IncrementingCountCursor,
)
from airbyte_cdk.sources.declarative.parsers.model_to_component_factory import (
    ModelToComponentFactory,
)
from airbyte_cdk.sources.message import NoopMessageRepository
from airbyte_cdk.sources.streams.concurrent.partitions.partition import Partition
from airbyte_cdk.sources.types import Record

NOW = datetime(2024, 3, 10, 12, 30, 15, 250000, tzinfo=timezone.utc)
converters.ab_datetime_now = lambda: NOW
logging.disable(logging.CRITICAL)


class Whole(Partition):
    """A slice that is closed without being read."""

    def __init__(self, stream_slice):
        self.stream_slice = stream_slice

    def to_slice(self):
        return self.stream_slice

    def read(self):
        return []

    def stream_name(self):
        return "items"

    def __hash__(self):
        return hash(json.dumps(self.stream_slice, sort_keys=True))


def cursor_of(definition, state):
    factory = ModelToComponentFactory(message_repository=NoopMessageRepository())
    counts = definition["type"] == "IncrementingCountCursor"
    create = (
        factory.create_concurrent_cursor_from_incrementing_count_cursor
        if counts
        else factory.create_concurrent_cursor_from_datetime_based_cursor
    )
    return create(
        model_type=IncrementingCountCursor if counts else DatetimeBasedCursor,
        component_definition=definition,
        stream_name="items",
        stream_namespace=None,
        stream_state=copy.deepcopy(state),
        config={},
    )


def play(definition, state, reads):
    cursor = cursor_of(definition, state)
    slices = list(cursor.stream_slices())
    for number, values in reads:
        if number < len(slices):
            for value in values:
                cursor.observe(Record({"at": value}, "items", slices[number]))
            cursor.close_partition(Whole(slices[number]))
    return ["ok", [dict(each.cursor_slice) for each in slices], cursor.state]


with open(sys.argv[1], encoding="utf-8") as cases:
    for case in json.load(cases):
        try:
            answer = play(*case[:3])
        except Exception as error:  # whatever goes wrong is the answer
            answer = ["error", type(error).__name__]
        print(json.dumps(answer))
