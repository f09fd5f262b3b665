"""What whole processes cost: one small scenario from start to exit, and many at a time.

    process_cost.py [--build build/release] [--runs 300] [--count 10000] [--rounds 5]

The programs that are compared run in turns, so that what else the machine does hits all of them;
what is printed are medians, a JSON line a measurement. Needs the targets `streplay` and
`streplay_yaml_events`.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import many_scenarios  # noqa: E402


class Program:
    """A command line that is run again and again; its wall times and times of the processor."""

    def __init__(self, name, command, text=b""):
        self.name, self.command, self.text = name, [str(word) for word in command], text
        self.wall, self.cpu = [], []

    def run(self):
        with tempfile.TemporaryFile() as stdin:
            stdin.write(self.text)
            stdin.seek(0)
            actions = [(os.POSIX_SPAWN_DUP2, stdin.fileno(), 0),
                       (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
            begin = time.perf_counter()
            child = os.posix_spawn(self.command[0], self.command, os.environ, file_actions=actions)
            _, status, usage = os.wait4(child, 0)
            self.wall.append(time.perf_counter() - begin)
            self.cpu.append(usage.ru_utime + usage.ru_stime)
        if status != 0:
            sys.exit(f"{' '.join(self.command)} failed")

    def result(self):
        return {"name": self.name, "runs": len(self.wall),
                "wall_ms": round(statistics.median(self.wall) * 1e3, 3),
                "least_wall_ms": round(min(self.wall) * 1e3, 3),
                "cpu_ms": round(statistics.median(self.cpu) * 1e3, 3)}


def in_turns(programs, rounds):
    for _ in range(rounds):
        for program in programs:
            program.run()
    for program in programs:
        print(json.dumps(program.result()), flush=True)


def ratio(name, above, below, clock="wall"):
    """Of the medians of the rounds' own ratios: both stood in the same weather."""
    pairs = zip(getattr(above, clock), getattr(below, clock))
    value = statistics.median(a / max(b, 1e-9) for a, b in pairs)
    print(json.dumps({"ratio": name, "clock": clock, "value": round(value, 2)}), flush=True)


def measure_start(streplay, folder, runs):
    path = many_scenarios.write(folder, 1)[0]
    subprocess.run([streplay, "check", path, "-u"], stdout=subprocess.DEVNULL, check=True)
    nothing = Program("/bin/true", ["/bin/true"])
    one = Program("check of one scenario", [streplay, "check", path])
    in_turns([nothing, one], runs)
    ratio("one scenario / nothing", one, nothing)


def measure_many(streplay, yaml_events, folder, count, rounds):
    paths = many_scenarios.write(folder, count)
    scenarios = pathlib.Path(folder, "scenarios")
    subprocess.run([streplay, "check", scenarios, "-u"], stdout=subprocess.DEVNULL, check=True)
    names = "".join(f"{path}\n" for path in paths).encode()
    parsed = Program(f"{count} scenarios parsed by yaml-cpp", [yaml_events], names)
    one = Program(f"check of {count} scenarios, --again -j1",
                  [streplay, "check", scenarios, "--again", "-j1"])
    two = Program(f"check of {count} scenarios, --again -j2",
                  [streplay, "check", scenarios, "--again", "-j2"])
    known = Program(f"check of {count} unchanged scenarios, -j1",
                    [streplay, "check", scenarios, "-j1"])
    in_turns([parsed, one, two, known], rounds)
    ratio("--again -j1 / parsed", one, parsed, "cpu")
    ratio("--again -j1 / parsed", one, parsed)
    ratio("--again -j1 / --again -j2", one, two)
    ratio("unchanged, -j1 / parsed", known, parsed, "cpu")
    ratio("unchanged, -j1 / parsed", known, parsed)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--build", default="build/release")
    parser.add_argument("--runs", type=int, default=300)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    build = pathlib.Path(options.build).resolve()
    with tempfile.TemporaryDirectory() as folder:
        measure_start(build / "streplay", pathlib.Path(folder, "one"), options.runs)
        measure_many(build / "streplay", build / "tests/streplay_yaml_events",
                     pathlib.Path(folder, "many"), options.count, options.rounds)


if __name__ == "__main__":
    main()
