"""A process of its own for each case, forked from one that has Streamlit imported.

So no case sees what another left behind, a script that loops for ever can be killed, and one that
kills its process harms nobody.
"""

import json
import math
import os
import resource
import select
import shutil
import signal
import sys
import tempfile
import time
import traceback

_MEMORY_BYTES = 4 * 2**30


class CaseLost(Exception):
    """The case gave no answer. `phase` is `timeout` or `crash`."""

    def __init__(self, phase, message):
        super().__init__(message)
        self.phase = phase


def _child(work, write_end, directory, cpu_seconds):
    """Never returns."""
    status = 1
    try:
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
        # Should this process lose its parent, who would kill it in time.
        resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds))
        os.environ["HOME"] = directory  # files of persisted caches go there
        os.chdir(directory)
        answer = json.dumps(work(directory), separators=(",", ":"), ensure_ascii=False)
        with os.fdopen(write_end, "wb") as pipe:
            pipe.write(answer.encode("utf-8", "backslashreplace"))
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(status)


def _read_until(read_end, deadline):
    """Everything up to the end of the pipe, or None when the deadline came first."""
    chunks = []
    while True:
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([read_end], [], [], left)[0]:
            return None
        chunk = os.read(read_end, 1 << 16)
        if not chunk:
            return b"".join(chunks)
        chunks.append(chunk)


def run_isolated(work, budget_seconds):
    """The JSON value that `work(directory)` returns in a child process with a fresh directory."""
    directory = tempfile.mkdtemp(prefix="streplay-")
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read_end)
        _child(work, write_end, directory, math.ceil(budget_seconds) * 2 + 2)
    os.close(write_end)
    try:
        answer = _read_until(read_end, time.monotonic() + budget_seconds)
    finally:
        os.close(read_end)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        shutil.rmtree(directory, ignore_errors=True)
    if answer is None:
        raise CaseLost("timeout", f"no answer within {budget_seconds:g} s")
    if not answer:
        raise CaseLost("crash", f"the case's process ended with wait status {status}")
    return json.loads(answer)
