"""What is changed in the imported Streamlit, once a process, before any run.

Time (clock.py), the locks that would hang (locks.py), and what opaque data needs (boundary.py).
facts.py and the note of uncaught exceptions only listen.
"""

import inspect
import logging
import sys

import streamlit
import streamlit.runtime.scriptrunner.magic_funcs  # noqa: F401  else each case imports it
import streamlit.elements.spinner  # noqa: F401  for sys.modules: the name leads to a function
from streamlit import config
from streamlit.runtime.scriptrunner import add_script_run_ctx, script_runner

import boundary
import caches
import clock
import facts
import locks

_OPTIONS = {
    "global.developmentMode": False,
    "server.fileWatcherType": "none",
    "server.headless": True,
    "browser.gatherUsageStats": False,
    "runner.postScriptGC": False,
}


def prepare():
    """Once a process, before any run."""
    logging.disable(logging.CRITICAL)
    for name, value in _OPTIONS.items():
        config.set_option(name, value)
    _watch_time_and_locks()
    _watch_uncaught_exceptions()
    facts.watch()
    boundary.open_to_opaque()
    _warm_up()


def _warm_up():
    """What each case would do anew in its process: it is forked from this one."""
    # inspect.stack() looks once for the file of every module, which takes most of a short case.
    inspect.stack()


def _watch_time_and_locks():
    watched = locks.WatchedThreading()
    spinner = sys.modules["streamlit.elements.spinner"]
    spinner.threading = watched
    if _leaves_a_container(spinner):
        spinner.st = _SpinnerStreamlit()
    if hasattr(spinner, "asyncio"):  # the npm package's, from 1.19 on
        spinner.asyncio = _SpinnerLoop()
    for module in caches.locking_modules():
        if hasattr(module, "threading"):
            module.threading = watched
        if hasattr(module, "TTLCACHE_TIMER"):
            module.TTLCACHE_TIMER = clock.CLOCK.instant
    clock.set_calendar()


def _leaves_a_container(spinner):
    """1.24 always puts an empty container where the spinner was; later ones in a chat message."""
    names = inspect.unwrap(spinner.spinner).__code__.co_names
    return "container" in names and "_active_dg" not in names


class _SpinnerPlace:
    """Where a spinner is: cleared by an `empty`, as by the releases before and after 1.24."""

    def __init__(self, place):
        self._enqueue = place._enqueue
        self.empty = self.container = place.empty


class _SpinnerStreamlit:
    """Stands in for the module `st` of the spinner's, which asks it for nothing else."""

    def empty(self):
        return _SpinnerPlace(streamlit.empty())


class _SpinnerLoop:
    """Stands in for asyncio and for the event loop that the npm package's spinner asks for."""

    def get_event_loop(self):
        return self

    def call_later(self, delay, callback):
        add_script_run_ctx(clock.VirtualTimer(delay, callback)).start()


uncaught_exceptions = []  # what ended scripts; each run empties it at its start


def _watch_uncaught_exceptions():
    name = "handle_uncaught_app_exception"
    owner = script_runner
    if not hasattr(owner, name):  # newer releases
        from streamlit.runtime.scriptrunner import exec_code as owner
    handle = getattr(owner, name)

    def noting(exception):
        uncaught_exceptions.append(exception)
        handle(exception)

    setattr(owner, name, noting)
