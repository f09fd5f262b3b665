"""The clock that snippets see: it starts at 2023-02-09 00:00:00 UTC and only `time.sleep` moves it.

The methods of `datetime` are replaced inside the C types themselves: a subclass would print another
name in its error messages than CPython does.
"""

import ctypes
import datetime
import gc
import time
from contextlib import contextmanager

START = 1675900800.0


class VirtualClock:
    def __init__(self) -> None:
        self.now = START

    def read(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        if seconds < 0:
            raise ValueError("sleep length must be non-negative")
        self.now += seconds

    def stamp(self) -> datetime.datetime:
        return datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=self.now)


def replace(cls: type, name: str, value: object) -> object:
    """Sets an attribute of a type written in C; returns what was there."""
    attributes = gc.get_referents(cls.__dict__)[0]
    before = attributes.get(name)
    if value is None:
        del attributes[name]
    else:
        attributes[name] = value
    ctypes.pythonapi.PyType_Modified(ctypes.py_object(cls))
    return before


@contextmanager
def installed():
    clock = VirtualClock()
    methods = {
        (datetime.date, "today"): classmethod(lambda cls: clock.stamp().date()),
        (datetime.datetime, "today"): classmethod(lambda cls: clock.stamp()),
        (datetime.datetime, "now"): classmethod(lambda cls: clock.stamp()),
        (datetime.datetime, "utcnow"): classmethod(lambda cls: clock.stamp()),
    }
    functions = {"time": clock.read, "monotonic": clock.read, "sleep": clock.sleep}
    methods_before = {key: replace(*key, value) for key, value in methods.items()}
    functions_before = {name: getattr(time, name) for name in functions}
    for name, value in functions.items():
        setattr(time, name, value)
    try:
        yield clock
    finally:
        for name, value in functions_before.items():
            setattr(time, name, value)
        for (cls, name), value in methods_before.items():
            replace(cls, name, value)
