"""The virtual clock: the only time that a script, the caches and the spinner's timer see.

It starts at 2023-02-09 00:00:00 UTC and moves only when a step or a script's sleep says so. It
counts whole microseconds, so that a time to live ends at exactly the microsecond it should.
"""

import asyncio
import ctypes
import datetime
import gc
import operator
import threading
import types

EPOCH_SECONDS = 1675900800  # 2023-02-09 00:00:00 UTC
_MICROS = 10**6


class Instant:
    """A point of virtual time as the caches count it: plus seconds, and comparisons, no more."""

    __slots__ = ("micros",)

    def __init__(self, micros):
        self.micros = micros

    def __add__(self, seconds):
        micros = (0.0 + seconds) * _MICROS  # fails as a float would for what is no number
        return Instant(self.micros + (round(micros) if abs(micros) < 2**62 else micros))

    def __lt__(self, other):
        return self.micros < other.micros

    def __le__(self, other):
        return self.micros <= other.micros

    def __gt__(self, other):
        return self.micros > other.micros

    def __ge__(self, other):
        return self.micros >= other.micros

    def __eq__(self, other):
        return isinstance(other, Instant) and self.micros == other.micros

    __hash__ = None


class VirtualClock:
    def __init__(self):
        self.reset()

    def reset(self):
        self._elapsed = 0  # microseconds since the start
        self._timers = []  # [(due, number, callable)]
        self._timers_made = 0

    def instant(self):
        return Instant(self._elapsed)

    def time(self):
        return (EPOCH_SECONDS * _MICROS + self._elapsed) / _MICROS

    def time_ns(self):
        return EPOCH_SECONDS * 10**9 + self._elapsed * 1000

    def sleep(self, seconds):
        if not isinstance(seconds, (int, float)):
            seconds = operator.index(seconds)
        if seconds < 0:
            raise ValueError("sleep length must be non-negative")
        self.advance(round(seconds * _MICROS))

    def advance(self, micros):
        """Moves the clock; the timers that fall due strictly before the new time fire in order."""
        target = self._elapsed + micros
        while True:
            due = [timer for timer in self._timers if timer[0] < target]
            if not due:
                break
            first = min(due)
            self._timers.remove(first)
            self._elapsed = max(self._elapsed, first[0])
            first[2]()
        self._elapsed = target

    def call_later(self, seconds, callback):
        self._timers_made += 1
        timer = (self._elapsed + round(seconds * _MICROS), self._timers_made, callback)
        self._timers.append(timer)
        return timer

    def cancel(self, timer):
        if timer in self._timers:
            self._timers.remove(timer)


CLOCK = VirtualClock()


class VirtualTimer(threading.Thread):
    """threading.Timer on the virtual clock.

    Its function runs in this thread, as a real timer's does (the replay recorders are
    thread-local), while the thread that moved the clock waits for it.
    """

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self._work = (function, args or [], kwargs or {})
        self._interval = interval
        self._entry = None

    def start(self):
        self._entry = CLOCK.call_later(self._interval, self._fire)

    def cancel(self):
        if self._entry is not None:
            CLOCK.cancel(self._entry)

    def _fire(self):
        super().start()
        self.join()

    def run(self):
        function, args, kwargs = self._work

        # The npm package's script runner asks which asyncio task it is in.
        async def call():
            function(*args, **kwargs)

        asyncio.run(call())


def script_time_module():
    """What `import time` gives a script."""
    module = types.ModuleType("time")
    module.time = CLOCK.time
    module.time_ns = CLOCK.time_ns
    module.monotonic = CLOCK.time
    module.perf_counter = CLOCK.time
    module.sleep = CLOCK.sleep
    return module


def _set_on_builtin(cls, name, value):
    # A built-in class refuses setattr. Its true dictionary is what its read-only view refers to.
    gc.get_referents(cls.__dict__)[0][name] = value
    ctypes.pythonapi.PyType_Modified(ctypes.py_object(cls))


def set_calendar():
    """Makes `date.today()`, `datetime.now()` and `datetime.utcnow()` follow the virtual clock.

    The classes themselves are changed, for a subclass would show: in reprs, in isinstance, in
    values that Streamlit makes. The process must run in UTC.
    """
    today = classmethod(lambda cls: cls.fromtimestamp(CLOCK.time()))
    now = classmethod(lambda cls, tz=None: cls.fromtimestamp(CLOCK.time(), tz))
    _set_on_builtin(datetime.date, "today", today)
    _set_on_builtin(datetime.datetime, "now", now)
    _set_on_builtin(datetime.datetime, "utcnow", today)
    assert datetime.date.today() == datetime.date(2023, 2, 9), "the calendar is not virtual"
    assert datetime.datetime.now() == datetime.datetime(2023, 2, 9), "the process is not in UTC"
