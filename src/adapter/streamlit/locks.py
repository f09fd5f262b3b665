"""Locks that notice when their holder asks for them again, where the real ones would wait for ever.

A cached function that asks for its own value, and a `validate` that calls the function it
validates, hang a Streamlit server. Here the run ends with the status `deadlock` instead.
"""

import threading

from clock import VirtualTimer


class WouldDeadlock(BaseException):
    """Unwinds a run that the real program would never finish. Scripts do not catch it."""


_on_deadlock = None


def call_on_deadlock(callback):
    """`callback` runs in the script's thread before the run is unwound."""
    global _on_deadlock
    _on_deadlock = callback


class WatchedLock:
    """threading.Lock with a memory of its holder."""

    def __init__(self):
        self._lock = threading.Lock()
        self._holder = None

    def acquire(self, blocking=True, timeout=-1):
        if blocking and self._holder == threading.get_ident():
            if _on_deadlock is not None:
                _on_deadlock()
            raise WouldDeadlock()
        taken = self._lock.acquire(blocking, timeout)
        if taken:
            self._holder = threading.get_ident()
        return taken

    def release(self):
        self._holder = None
        self._lock.release()

    def locked(self):
        return self._lock.locked()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *_exception):
        self.release()


class WatchedThreading:
    """Stands in for the module `threading` in the modules of Streamlit that lock or set timers."""

    Lock = WatchedLock
    Timer = VirtualTimer

    def __getattr__(self, name):
        return getattr(threading, name)
