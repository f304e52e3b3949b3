"""Stops the clock of this process where Godwit's own stands still."""

import datetime
import time

_actual = datetime.datetime


def freeze(seconds: float) -> None:
    """Makes `seconds` since 1970 the present, for `datetime`, `date` and `time.time`."""

    class Now(_actual):
        @classmethod
        def now(cls, tz=None):
            return cls.fromtimestamp(seconds, tz)

        @classmethod
        def utcnow(cls):
            return cls.fromtimestamp(seconds, datetime.timezone.utc).replace(tzinfo=None)

        @classmethod
        def today(cls):
            return cls.fromtimestamp(seconds)

    class Today(datetime.date):
        @classmethod
        def today(cls):
            return cls.fromtimestamp(seconds)

    datetime.datetime = Now
    datetime.date = Today
    time.time = lambda: seconds
