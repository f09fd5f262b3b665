"""Records what the st.* commands of a real Streamlit 1.18.1 place on the page.

    PYTHONPATH=build/streamlit-1.18.1 /usr/bin/python3 tests/runtime/commands/record_commands.py [--check] [FILE…]

Rewrites the expected lines of the tables beside this file (README.md says how they are written). With
--check, writes nothing and exits with 1 when one differs.
"""

import argparse
import difflib
import json
import os
import pathlib
import subprocess
import sys
import tempfile

_HERE = pathlib.Path(__file__).resolve().parent
_ADAPTER = _HERE.parents[2] / "src/adapter/streamlit/adapter.py"
_UNLISTED = {"datasets"}  # fields that specs/commands.yaml leaves out
_STAND_IN = "digraph { a -> b }"  # what the adapter draws for an opaque graph


class Case:
    def __init__(self, name):
        self.name = name
        self.source = []
        self.expected = []


def read_table(text):
    """The commentary's lines, and the cases."""
    head, cases, target = [], [], None
    for line in text.split("\n"):
        if line.startswith("=== "):
            cases.append(Case(line[4:]))
            target = cases[-1].source
        elif line == "---" and cases:
            target = cases[-1].expected
        elif target is None:
            head.append(line)
        else:
            target.append(line)
    return head, cases


def write_table(head, cases):
    parts = ["\n".join(head).rstrip("\n") + "\n"]
    for case in cases:
        source = "\n".join(case.source).rstrip("\n")
        lines = [f"=== {case.name}", source]
        if case.expected:
            lines += ["---", *case.expected]
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def _masked(value):
    """Opaque data matches anything; what stands for it here is a star."""
    if value == _STAND_IN:
        return {"opaque": "*"}
    if isinstance(value, dict):
        if list(value) == ["opaque"]:
            return {"opaque": "*"}
        listed = {key: each for key, each in value.items() if key not in _UNLISTED and each != ""}
        return {key: _masked(each) for key, each in listed.items()}
    if isinstance(value, list):
        return [_masked(each) for each in value]
    return value


def _line(record):
    if record["op"] == "print":
        return "print " + json.dumps(record["text"], ensure_ascii=False)
    if record["op"] == "end":
        return "end " + record["status"]
    fields = record["fields"]
    # A whole element of opaque data names its value; an exception's message may be empty.
    if list(fields) != ["opaque"] and record["type"] != "exception":
        fields = _masked(fields)
    text = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    return f"{'.'.join(map(str, record['path']))} {record['type']} {text}"


def _run(definitions, sources):
    """One list of lines a source; each is a call of its own on a new server."""
    steps = []
    for source in sources:
        steps += [{"call": source}, "restart"]
    scenario = {"title": "commands", "definitions": definitions, "script": "", "steps": steps}
    with tempfile.NamedTemporaryFile("w", suffix=".yaml", encoding="utf-8") as file:
        json.dump(scenario, file, ensure_ascii=False)
        file.flush()
        answer = subprocess.run(
            [sys.executable, str(_ADAPTER), "--scenario", file.name],
            stdout=subprocess.PIPE,
            env=os.environ,
            check=True,
            text=True,
        )
    runs = []
    for line in answer.stdout.splitlines():
        record = json.loads(line)
        if record.get("op") == "run":
            runs.append([])
        elif runs and not (record["op"] == "end" and record["status"] in ("ok", "exception")):
            runs[-1].append(_line(record))
    return runs


def record(text):
    head, cases = read_table(text)
    definitions = "".join("\n".join(case.source) + "\n" for case in cases if case.name == "definitions")
    recorded = [case for case in cases if case.name != "definitions"]
    sources = ["\n".join(case.source).rstrip("\n") for case in recorded]
    runs = _run(definitions, sources)
    if len(runs) != len(recorded):
        raise SystemExit(f"{len(recorded)} cases, {len(runs)} runs")
    for case, lines in zip(recorded, runs):
        case.expected = lines or ["nothing"]
    return write_table(head, cases)


def main(description, folder, record_text):
    """Records the tables of a folder again, or with --check says what would change."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    differs = False
    for path in options.files or sorted(folder.glob("*.txt")):
        before = path.read_text(encoding="utf-8")
        after = record_text(before)
        if before == after:
            continue
        differs = True
        if not options.check:
            path.write_text(after, encoding="utf-8")
            continue
        sys.stdout.writelines(
            difflib.unified_diff(
                before.splitlines(True), after.splitlines(True), str(path), "real Streamlit"
            )
        )
    return 1 if differs and options.check else 0


if __name__ == "__main__":
    sys.exit(main(__doc__.splitlines()[0], _HERE, record))
