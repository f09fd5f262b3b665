"""Runs the scenarios with every seeded fault (faulty_sources.py): each must make one of them fail.

    check_faults.py [-v] [-j N] [NAME…]    -v: which scenarios found each fault

$STREPLAY_WITH_FAULTS names the program; default: build/release/tests/streplay_with_faults. Only a
scenario counts that does not pass (its golden, an expectation, a step that cannot be taken): not a
crash or a hang. Exit code 1 when a fault survives.
"""

import argparse
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import faulty_sources

PROGRAM = os.environ.get("STREPLAY_WITH_FAULTS",
                         str(faulty_sources.ROOT / "build/release/tests/streplay_with_faults"))
SECONDS = 300
FAILED = re.compile(r"^✗ (?:scenarios/)?(\S+)\.yaml ", re.MULTILINE)


def check(fault_name):
    """The exit code of the scenarios with a fault, and the ids of those that failed."""
    command = [PROGRAM, "check", "scenarios", "-j1", "--color=never"]
    environment = {**os.environ, "CI": "1", "STREPLAY_FAULT": fault_name}
    try:
        done = subprocess.run(command, cwd=faulty_sources.ROOT, env=environment, text=True,
                              capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return f"nothing after {SECONDS} seconds", []
    return done.returncode, list(dict.fromkeys(FAILED.findall(done.stdout)))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("-v", "--verbose", action="store_true")
    parser.add_argument("-j", "--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()
    code, failed = check("")
    if code != 0:
        sys.exit(f"without a fault the scenarios do not pass: {code} {' '.join(failed[:5])}")
    faults = faulty_sources.read_faults()
    unknown = set(options.names) - {fault.name for fault in faults}
    if unknown:
        sys.exit(f"no such fault: {' '.join(sorted(unknown))}")
    faults = [fault for fault in faults if not options.names or fault.name in options.names]
    survivors = 0
    with ThreadPoolExecutor(options.jobs) as threads:
        for fault, (code, failed) in zip(faults, threads.map(check, [f.name for f in faults])):
            is_found = code in (1, 2) and failed  # 2: a step cannot be taken
            survivors += not is_found
            if not is_found:
                print(f"not found: {fault.name} ({code})\n    {fault.sentence}")
            elif options.verbose:
                shown = ", ".join(failed[:3]) + (", …" if len(failed) > 3 else "")
                print(f"{fault.name}: {len(failed)} scenarios: {shown}")
    print(f"{len(faults) - survivors} faults found, {survivors} not found")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
