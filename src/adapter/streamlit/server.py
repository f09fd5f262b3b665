"""The real server, headless: Streamlit's own script runner, session state and runtime, in process.

Nothing of Streamlit is replaced but time (clock.py), the locks that would hang (locks.py) and what
opaque data needs (boundary.py); facts.py only listens. A run happens in a thread of its own, as in
the real server, and its events are collected in order.
"""

import asyncio
import inspect
import io
import linecache
import logging
import sys
import threading

from streamlit import config
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.runtime import Runtime, RuntimeConfig
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.runtime.scriptrunner import (
    RerunData,
    ScriptRunner,
    add_script_run_ctx,
    script_runner,
)
from streamlit.runtime.state.session_state import SCRIPT_RUN_WITHOUT_ERRORS_KEY, SessionState

import boundary
import caches
import clock
import facts
import locks

_RUNNER_PARAMETERS = inspect.signature(ScriptRunner.__init__).parameters
_RUNS_AS_TASK = inspect.iscoroutinefunction(ScriptRunner._run_script_thread)
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


def _watch_time_and_locks():
    import streamlit.elements.spinner  # noqa: F401  the name leads to the function

    watched = locks.WatchedThreading()
    spinner = sys.modules["streamlit.elements.spinner"]
    spinner.threading = watched
    if hasattr(spinner, "asyncio"):  # the npm package's, from 1.19 on
        spinner.asyncio = _SpinnerLoop()
    for module in caches.locking_modules():
        if hasattr(module, "threading"):
            module.threading = watched
        if hasattr(module, "TTLCACHE_TIMER"):
            module.TTLCACHE_TIMER = clock.CLOCK.instant
    clock.set_calendar()


class _SpinnerLoop:
    """Stands in for asyncio and for the event loop that the npm package's spinner asks for."""

    def get_event_loop(self):
        return self

    def call_later(self, delay, callback):
        add_script_run_ctx(clock.VirtualTimer(delay, callback)).start()


_uncaught = []  # the exceptions that ended the script since a run last looked


def _watch_uncaught_exceptions():
    name = "handle_uncaught_app_exception"
    owner = script_runner
    if not hasattr(owner, name):  # newer releases
        from streamlit.runtime.scriptrunner import exec_code as owner
    handle = getattr(owner, name)

    def noting(exception):
        _uncaught.append(exception)
        handle(exception)

    setattr(owner, name, noting)


class _Lines(io.TextIOBase):
    """A script's standard output as lines."""

    def __init__(self, on_line):
        self._on_line = on_line
        self._partial = ""

    def writable(self):
        return True

    def write(self, text):
        *lines, self._partial = (self._partial + text).split("\n")
        for line in lines:
            self._on_line(line)
        return len(text)

    def finish(self):
        if self._partial:
            self.write("\n")


class Session:
    """One browser tab's state on the server."""

    def __init__(self, name):
        self.name = name
        self.state = SessionState()
        self.client_state = ClientState()
        self.extras = {}  # what newer releases' script runners want kept


class Server:
    def __init__(self, script_path):
        self._path = script_path
        self.restart()

    def restart(self):
        """A new process: no sessions, empty caches in memory, nothing shown before."""
        caches.forget()
        sys.modules["streamlit.elements.utils"]._shown_default_value_warning = False
        self._files = _make_file_manager()
        self._runtime = _make_runtime(self._path, self._files)
        self._sessions = {}

    def session(self, name):
        if name not in self._sessions:
            self._sessions[name] = Session(name)
        return self._sessions[name]

    def write_script(self, text):
        data = text.encode("utf-8")
        with open(self._path, "wb") as file:
            file.write(data)
        # inspect.getsource reads through this; no modification time means that it is never stale.
        linecache.cache[self._path] = (len(data), None, text.splitlines(True), self._path)
        self._new_script_cache()

    def _new_script_cache(self):
        if "script_cache" in _RUNNER_PARAMETERS:  # of byte code; a server's file watcher empties it
            from streamlit.runtime.scriptrunner.script_cache import ScriptCache

            self._script_cache = ScriptCache()
            for session in self._sessions.values():
                session.extras.clear()

    def upload(self, session_name, widget_id, files):
        """Stores files as the upload endpoint does; the records that the manager made."""
        return [_upload(self._files, session_name, widget_id, each) for each in files]

    def run(self, session_name, widget_states):
        """Runs the script once, reruns that it asks for included. Returns the events, in order:

        ("started",), ("message", ForwardMsg), ("print", line), ("ended", status).
        """
        session = self.session(session_name)
        run = _Run(session)
        runner = ScriptRunner(**self._runner_arguments(session, widget_states))
        runner.on_event.connect(run.on_event, weak=False)
        run.execute(runner)
        if run.client_state is not None:
            session.client_state = run.client_state
        return run.events

    def _runner_arguments(self, session, widget_states):
        client_state = session.client_state
        arguments = dict(
            session_id=session.name,
            main_script_path=self._path,
            client_state=client_state,
            session_state=session.state,
            uploaded_file_mgr=self._files,
            initial_rerun_data=RerunData(
                query_string=client_state.query_string,
                widget_states=widget_states,
                page_script_hash=client_state.page_script_hash,
            ),
            user_info={"email": "test@localhost.com"},
        )
        if "script_cache" in _RUNNER_PARAMETERS:
            arguments["script_cache"] = self._script_cache
        if "fragment_storage" in _RUNNER_PARAMETERS:
            from streamlit.runtime.fragment import MemoryFragmentStorage

            storage = session.extras.setdefault("fragments", MemoryFragmentStorage())
            arguments["fragment_storage"] = storage
        if "pages_manager" in _RUNNER_PARAMETERS:
            from streamlit.runtime.pages_manager import PagesManager

            pages = session.extras.get("pages") or PagesManager(self._path, self._script_cache)
            arguments["pages_manager"] = session.extras["pages"] = pages
        return {name: arguments[name] for name in arguments if name in _RUNNER_PARAMETERS}


def _make_file_manager():
    # Until 1.23 a runtime makes its own, which drops the files of sessions it did not open itself.
    try:
        from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
    except ImportError:
        from streamlit.runtime.uploaded_file_manager import UploadedFileManager

        return UploadedFileManager()
    return MemoryUploadedFileManager("/upload")


def _make_runtime(script_path, files):
    """A real runtime that is not started: to the script it looks like `streamlit run`."""
    Runtime._instance = None
    arguments = dict(
        script_path=script_path,
        command_line=None,
        media_file_storage=MemoryMediaFileStorage("/media"),
        uploaded_file_manager=files,
    )
    # A named tuple in older releases.
    known = getattr(RuntimeConfig, "_fields", None) or RuntimeConfig.__dataclass_fields__
    config_arguments = {name: arguments[name] for name in arguments if name in known}
    return Runtime(RuntimeConfig(**config_arguments))


def _upload(manager, session_name, widget_id, file):
    from streamlit.runtime.uploaded_file_manager import UploadedFileRec

    fields = {"name": file["name"], "type": file["type"], "data": file["content"].encode("utf-8")}
    if "id" in UploadedFileRec._fields:
        return manager.add_file(session_name, widget_id, UploadedFileRec(id=0, **fields))
    record = UploadedFileRec(file_id=f"file-{len(manager.file_storage)}", **fields)
    manager.add_file(session_name, record)
    return record


class _Run:
    """One request to run the script, as it happens."""

    def __init__(self, session):
        self.events = []
        self.client_state = None
        self._session = session
        self._deadlocked = False
        self._output = _Lines(lambda line: self._note("print", line))

    def _note(self, *event):
        if not self._deadlocked:
            self.events.append(event)

    def execute(self, runner):
        locks.call_on_deadlock(self._on_deadlock)
        output, sys.stdout = sys.stdout, self._output
        excepthook, threading.excepthook = threading.excepthook, lambda _: None
        try:
            _start(runner).join()
        finally:
            sys.stdout = output
            threading.excepthook = excepthook

    def _on_deadlock(self):
        self._output.finish()
        self._note("ended", "deadlock")
        self._deadlocked = True

    def on_event(self, _sender, event, **details):
        if event.name == "SCRIPT_STARTED":
            del _uncaught[:]
            self._session.state[SCRIPT_RUN_WITHOUT_ERRORS_KEY] = False
            self._note("started")
        elif event.name == "ENQUEUE_FORWARD_MSG":
            self._note("message", details["forward_msg"])
        elif event.name == "SHUTDOWN":
            self.client_state = details["client_state"]
        elif event.name in _END_STATUS:
            self._output.finish()
            self._note("ended", _END_STATUS[event.name] or self._status())

    def _status(self):
        if _uncaught:
            return "exception"
        return "ok" if self._session.state[SCRIPT_RUN_WITHOUT_ERRORS_KEY] else "stop"


# Script runner event -> how the run ended; None: the event does not tell.
_END_STATUS = {
    "SCRIPT_STOPPED_WITH_SUCCESS": None,
    "SCRIPT_STOPPED_WITH_COMPILE_ERROR": "syntax-error",
    "SCRIPT_STOPPED_FOR_RERUN": "rerun",
}


def _start(runner):
    if not _RUNS_AS_TASK:
        runner.start()
        return runner._script_thread

    # The npm package's runner is an asyncio task: it gets a thread and a loop of its own.
    async def run():
        runner._script_task = asyncio.current_task()
        await runner._run_script_thread()

    thread = threading.Thread(target=lambda: asyncio.run(run()), name="ScriptRunner.scriptThread")
    thread.start()
    return thread
