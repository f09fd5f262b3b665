#!/usr/bin/python3
"""Runs streplay scenarios on a real Streamlit: adapter protocol 1 on stdin and stdout.

    adapter.py                      one JSON request a line in, one answer a line out
    adapter.py --scenario FILE      for people: the records of one scenario file, one a line

PYTHONPATH (or the interpreter's own packages) must lead to a Streamlit; see install.
specs/adapter.md says what is done and what was decided.
"""

import os
import sys

# Before anything else: text hashes, and so the order of sets, and the time zone must be fixed.
_FIXED = {"PYTHONHASHSEED": "0", "TZ": "UTC"}
if __name__ == "__main__" and any(os.environ.get(name) != _FIXED[name] for name in _FIXED):
    os.environ.update(_FIXED)
    os.execv(sys.executable, [sys.executable] + sys.argv)

import argparse
import gc
import json
import shutil
import tempfile

PROTOCOL = 1
KNOWN_VERSIONS = ("1.17.0", "1.18.1", "1.19.0", "1.21.0", "1.24.0", "1.31.0", "1.32.2")
FEATURES = (
    "run",
    "sessions",
    "interact",
    "call",
    "clear",
    "advance",
    "edit",
    "restart",
    "stubs",
)
DEFAULT_BUDGET_MS = 10000
# Answering a little before the runner's patience ends keeps the connection alive.
_BUDGET_SHARE = 0.9
# What a script may use and older releases do not have.
_YOUNG_COMMANDS = ("cache_data", "cache_resource")
_OPTIONAL_PACKAGES = {"plotly_chart": "plotly", "pyplot": "matplotlib", "bokeh_chart": "bokeh"}


def load_streamlit():
    """Imports and prepares Streamlit away from the user's settings; its version."""
    home = tempfile.mkdtemp(prefix="streplay-home-")
    working_directory = os.getcwd()
    # Matplotlib looks for its table of fonts there; making it takes longer than all the rest.
    os.environ.setdefault("XDG_CACHE_HOME", os.path.expanduser("~/.cache"))
    os.environ["HOME"] = home
    os.chdir(home)  # a .streamlit folder here or at home would change the configuration
    import case  # noqa: F401  here, so that the children need not import it
    import preparation
    import streamlit

    preparation.prepare()
    os.chdir(working_directory)
    shutil.rmtree(home)
    gc.collect()
    gc.freeze()  # forked children share these pages
    return streamlit.__version__


def play(scenario, directory):
    """One scenario, in a process of its own: its records, and the error that ended it or None."""
    from case import Case, StepError

    case = Case(scenario, os.path.join(directory, "app.py"))
    try:
        case.play()
    except StepError as error:
        return case.records, {"phase": error.phase, "message": str(error)}
    return case.records, None


def _what_is_missing(scenario):
    """Why this installation cannot run the scenario; None when it can."""
    from importlib.util import find_spec

    import streamlit

    text = (scenario.get("definitions") or "") + (scenario.get("script") or "")
    for command in _YOUNG_COMMANDS:
        if command in text and not hasattr(streamlit, command):
            return f"streamlit {streamlit.__version__} has no st.{command}"
    for command, package in _OPTIONAL_PACKAGES.items():
        if command in text and find_spec(package) is None:
            return f"{package} is not installed, st.{command} needs it"
    return None


def run_scenario(scenario, budget_ms):
    """As `play`, but isolated and within the budget."""
    from isolation import CaseLost, run_isolated

    budget_seconds = budget_ms / 1000 * _BUDGET_SHARE
    try:
        return run_isolated(lambda directory: play(scenario, directory), budget_seconds)
    except CaseLost as lost:
        return [], {"phase": lost.phase, "message": str(lost)}


def answer_run(request):
    scenario = request.get("scenario")
    if not isinstance(scenario, dict):
        return {"error": {"phase": "request", "message": "a run request needs a scenario"}}
    missing = _what_is_missing(scenario)
    if missing is not None:
        return {"skipped": missing}
    records, error = run_scenario(scenario, request.get("budget_ms", DEFAULT_BUDGET_MS))
    return {"stream": records} if error is None else {"error": error}


def answer_hello(version):
    return {
        "protocol": PROTOCOL,
        "name": "streamlit",
        "version": version,
        "language": "python",
        "features": list(FEATURES),
    }


def write_line(out, value):
    out.write(json.dumps(value, separators=(",", ":"), ensure_ascii=False) + "\n")
    out.flush()


def serve(requests, out, version):
    """Until `bye` or the end of the requests."""
    for line in requests:
        if not line.strip():
            continue
        try:
            request = json.loads(line)
            command = request["cmd"]
        except (ValueError, TypeError, KeyError):
            write_line(out, {"error": {"phase": "request", "message": "not a request"}})
            continue
        if command == "bye":
            return
        if command == "hello":
            write_line(out, answer_hello(version))
        elif command == "run":
            write_line(out, {"id": request.get("id"), **answer_run(request)})
        else:
            message = f"unknown command {command!r}"
            write_line(out, {"error": {"phase": "request", "message": message}})


def _own_stdout():
    """The protocol's stdout; anything else that is written to descriptor 1 goes to stderr."""
    # A lone surrogate goes out as the JSON escape that it needs.
    out = os.fdopen(os.dup(1), "w", encoding="utf-8", errors="backslashreplace")
    os.dup2(2, 1)
    return out


def show_scenario(path, budget_ms, out):
    """For people: also the records before a step that cannot happen. Returns the exit code."""
    from scenario_file import load_scenario

    records, error = run_scenario(load_scenario(path), budget_ms)
    name = os.path.splitext(os.path.basename(path))[0]
    write_line(out, {"streplay": 1, "scenario": name, "profile": "streamlit"})
    for record in records:
        write_line(out, record)
    if error is None:
        return 0
    print(json.dumps({"error": error}), file=sys.stderr)
    return 1


def main():
    parser = argparse.ArgumentParser(description="Runs streplay scenarios on a real Streamlit.")
    parser.add_argument("--scenario", metavar="FILE", help="print the records of one scenario")
    parser.add_argument("--budget-ms", type=int, default=60000, help="with --scenario")
    options = parser.parse_args()
    out = _own_stdout()
    version = load_streamlit()
    if options.scenario:
        return show_scenario(options.scenario, options.budget_ms, out)
    print(f"streamlit {version}", "known" if version in KNOWN_VERSIONS else "not among the known",
          file=sys.stderr)
    sys.stdin.reconfigure(encoding="utf-8")
    serve(sys.stdin, out, version)
    return 0


if __name__ == "__main__":
    sys.exit(main())
