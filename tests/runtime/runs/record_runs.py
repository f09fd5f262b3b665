"""Records the runs of scenarios on a real Streamlit 1.18.1.

    PYTHONPATH=build/streamlit-1.18.1 /usr/bin/python3 tests/runtime/runs/record_runs.py [--check] [FILE…]

Rewrites the expected lines of the tables beside this file (README.md says how they are written). With
--check, writes nothing and exits with 1 when one differs.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

_HERE = pathlib.Path(__file__).resolve().parent
_ADAPTER = _HERE.parents[2] / "src/adapter/streamlit/adapter.py"
sys.path.insert(0, str(_HERE.parent / "commands"))

import record_commands  # noqa: E402


def _line(record):
    if record["op"] == "run":
        return f"run {record['session']} {record['cause']}"
    return record_commands._line(record)


def _records(name, scenario):
    with tempfile.NamedTemporaryFile("w", suffix=".yaml", encoding="utf-8") as file:
        file.write(scenario)
        file.flush()
        answer = subprocess.run(
            [sys.executable, str(_ADAPTER), "--scenario", file.name],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=os.environ,
            text=True,
        )
    if answer.returncode != 0:
        raise SystemExit(f"{name}: {answer.stderr.strip().splitlines()[-1]}")
    records = [json.loads(line) for line in answer.stdout.splitlines()]
    return [_line(record) for record in records if "op" in record]


def record(text):
    head, cases = record_commands.read_table(text)
    for case in cases:
        case.expected = _records(case.name, "\n".join(case.source) + "\n")
    return record_commands.write_table(head, cases)


if __name__ == "__main__":
    sys.exit(record_commands.main(__doc__.splitlines()[0], _HERE, record))
