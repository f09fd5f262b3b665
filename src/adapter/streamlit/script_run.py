"""One request to run the script, by Streamlit's own script runner in a thread of its own."""

import asyncio
import inspect
import io
import sys
import threading

from streamlit.runtime.scriptrunner import ScriptRunner
from streamlit.runtime.state.session_state import SCRIPT_RUN_WITHOUT_ERRORS_KEY

import locks
from preparation import uncaught_exceptions

_RUNS_AS_TASK = inspect.iscoroutinefunction(ScriptRunner._run_script_thread)

# Script runner event -> how the run ended; None: the event does not tell.
_END_STATUS = {
    "SCRIPT_STOPPED_WITH_SUCCESS": None,
    "SCRIPT_STOPPED_WITH_COMPILE_ERROR": "syntax-error",
    "SCRIPT_STOPPED_FOR_RERUN": "rerun",
}


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


class ScriptRun:
    """Collects what happens, in order, as `events`:

    ("started",), ("message", ForwardMsg), ("print", line), ("ended", status).
    """

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
            uncaught_exceptions.clear()
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
        if uncaught_exceptions:
            return "exception"
        return "ok" if self._session.state[SCRIPT_RUN_WITHOUT_ERRORS_KEY] else "stop"


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
