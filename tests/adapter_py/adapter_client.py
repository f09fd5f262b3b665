"""Starts the adapter once for all tests and speaks its protocol."""

import atexit
import json
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ADAPTER = os.path.join(ROOT, "src", "adapter", "streamlit", "adapter.py")


class Client:
    def __init__(self):
        self.process = subprocess.Popen(
            [sys.executable, ADAPTER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )

    def send_line(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def ask(self, request):
        return self.send_line(json.dumps(request))

    def close(self):
        """Says bye; the exit code."""
        if self.process.poll() is None:
            self.process.stdin.write('{"cmd":"bye"}\n')
            self.process.stdin.close()
        code = self.process.wait(timeout=20)
        self.process.stdout.close()
        return code


_shared = None


def shared():
    global _shared
    if _shared is None:
        _shared = Client()
        atexit.register(_shared.close)
    return _shared


def answer(script, *steps, definitions="", stubs=None, budget_ms=20000):
    scenario = {
        "definitions": "import streamlit as st\n" + definitions,
        "script": script,
        "steps": list(steps) or ["run"],
        "stubs": stubs or {},
    }
    return shared().ask({"cmd": "run", "id": 7, "scenario": scenario, "budget_ms": budget_ms})


def records(script, *steps, **more):
    """All records, or an AssertionError that shows the answer."""
    got = answer(script, *steps, **more)
    assert "stream" in got, got
    return got["stream"]


def brief(record):
    """One record as a short text: `0.1 checkbox`, `[0.2 form]`, `run 1 main run`, `'printed'`."""
    if record["op"] == "run":
        return f"run {record['run']} {record['session']} {record['cause']}"
    if record["op"] == "end":
        return f"end {record['status']}"
    if record["op"] == "print":
        return repr(record["text"])
    place = ".".join(str(index) for index in record["path"]) + " " + record["type"]
    return f"[{place}]" if record["op"] == "block" else place


def briefs(script, *steps, **more):
    return [brief(record) for record in records(script, *steps, **more)]


def printed(script, *steps, **more):
    """The printed lines, a list for each run."""
    runs = []
    for record in records(script, *steps, **more):
        if record["op"] == "run":
            runs.append([])
        elif record["op"] == "print":
            runs[-1].append(record["text"])
    return runs


def fields(script, *steps, **more):
    """(type, fields) of the elements of all runs."""
    return [
        (record["type"], record["fields"])
        for record in records(script, *steps, **more)
        if record["op"] == "element"
    ]
