"""Measures everything that specs/performance.md says, and writes that file with --write.

    bench.py [--build build/release] [--adapter COMMAND] [--write] [--quick]

Needs the targets `streplay`, `streplay_bench` and `streplay_yaml_events`. With --adapter the corpus
runs on a real Streamlit as well. --quick measures less often: to see that it works.
"""

import argparse
import datetime
import json
import os
import pathlib
import platform
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
MARKS = "<!-- measured by ./dev bench: begin -->\n", "<!-- measured by ./dev bench: end -->\n"


def google(build, pattern, repetitions):
    """The benchmarks that match: name to its median, with its counters."""
    command = [build / "tests/streplay_bench", f"--benchmark_filter={pattern}",
               f"--benchmark_repetitions={repetitions}", "--benchmark_format=json"]
    said = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    found = {}
    for result in json.loads(said.stdout)["benchmarks"]:
        is_median = result.get("aggregate_name") == "median"
        if is_median or (repetitions == 1 and result["run_type"] == "iteration"):
            found[result["run_name"]] = result
    return found


def processes(build, quick):
    """What process_cost.py prints: (programs by name, ratios by (name, clock))."""
    command = [sys.executable, ROOT / "tests/bench/process_cost.py", "--build", build]
    if quick:
        command += ["--runs", "30", "--count", "1000", "--rounds", "3"]
    said = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    lines = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    programs = {line["name"]: line for line in lines if "name" in line}
    ratios = {(line["ratio"], line["clock"]): line["value"] for line in lines if "ratio" in line}
    return programs, ratios


def real_streamlit(build, adapter):
    """What `conform --timing` says at its end, each line indented."""
    command = [build / "streplay", "conform", "--adapter", adapter, "-j1", "--timing", "--profile",
               "streamlit-1.18", ROOT / "scenarios"]
    said = subprocess.run(command, stdout=subprocess.PIPE, text=True).stdout
    lines = [line for line in said.splitlines() if re.search(r"runs? a second|times as fast", line)]
    return "\n".join(f"    {line}" for line in lines)


def machine():
    model = "an unknown processor"
    try:
        text = pathlib.Path("/proc/cpuinfo").read_text()
        model = re.search(r"model name\s*: (.*)", text).group(1)
    except (OSError, AttributeError):
        pass
    return f"{os.cpu_count()} × {model}, {platform.system()} {platform.machine()}"


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def thousands(number):
    return f"{number:,.0f}"


def run_table(results):
    said = {"hit": "hit", "hit_with_keys": "hit, widgets with keys", "miss": "miss"}
    rows = []
    for name, result in results.items():
        where, case = name.split("/")[:2]
        what, profile = case.rsplit("_", 1)
        profile = {"118": "streamlit-1.18"}.get(profile, profile)
        threads = "all threads" if where == "RunScriptOnAll" else "one thread"
        rate = result["items_per_second"]
        rows.append([said[what], profile, threads, thousands(rate), f"{1e6 / rate:.2f} µs"])
    return table(["small page", "profile", "on", "script runs a second", "a run"], rows)


def scaled_table(results, unit, head, counter):
    """Benchmarks with a size as their argument: a row a case, a column a size."""
    sizes, cases = [], {}
    for name, result in results.items():
        case, argument = name.split("/")[1:3]
        size = int(argument.split(":")[1])
        if size not in sizes:
            sizes.append(size)
        cases.setdefault(case, {})[size] = counter(result, size)
    sizes.sort()
    rows = [[case.replace("_", " ")] + [by_size.get(size, "") for size in sizes]
            for case, by_size in cases.items()]
    return table([head] + [f"{thousands(size)} {unit}" for size in sizes], rows)


def report(build, adapter, quick):
    parts = [f"Measured {datetime.date.today().isoformat()} on {machine()}; medians.\n"]
    parts.append("## Script runs\n\n" + run_table(google(build, "^RunScript", 3 if quick else 9)))
    once = google(build, "^SimulateOnce", 3 if quick else 9)
    rows = [[name.split("/")[1].replace("118", "streamlit-1.18"), f"{r['real_time'] / 1e3:.0f} µs"]
            for name, r in once.items()]
    parts.append("A simulation from start to end that runs the small page once:\n\n"
                 + table(["profile", "time"], rows))
    entries = google(build, "^CountEntries" if not quick else "^CountEntries.*entries:10+$", 1)
    parts.append("## Entries of a cache\n\nA run that hits, and memory an entry:\n\n"
                 + scaled_table(
        entries, "entries", "entries by",
        lambda r, size: f"{r['real_time']:.1f} µs, {r['bytes_per_entry']:.0f} B"))
    pages = google(build, "^PlacePage", 1 if quick else 3)
    parts.append("## Elements of a page\n\nA run, for each element:\n\n" + scaled_table(
        pages, "elements", "page of",
        lambda r, size: f"{r['real_time'] * 1e3 / size:.0f} ns"))
    diffs = google(build, "^DiffTwo", 1 if quick else 3)
    parts.append("## Comparing two streams\n\n" + scaled_table(
        diffs, "records", "streams", lambda r, size: f"{r['real_time']:.1f} ms"))
    programs, ratios = processes(build, quick)
    rows = [[p["name"], f"{p['wall_ms']:.2f} ms", f"{p['cpu_ms']:.2f} ms", str(p["runs"])]
            for p in programs.values()]
    parts.append("## Whole processes\n\n" + table(["process", "wall", "processor", "runs"], rows))
    rows = [[name, clock, f"{value:.2f}"] for (name, clock), value in ratios.items()]
    parts.append(table(["ratio, of the same rounds", "clock", "value"], rows))
    if adapter:
        parts.append("## The real Streamlit\n\nThe whole corpus in one run of `conform -j1 "
                     "--timing`:\n\n" + real_streamlit(build, adapter) + "\n")
    return "\n".join(parts)


def write(path, text):
    """Between the marks of the file; what stands around them is written by hand."""
    old = path.read_text(encoding="utf-8")
    begin, end = (old.index(mark) for mark in MARKS)
    path.write_text(old[:begin] + MARKS[0] + "\n" + text + "\n" + old[end:], encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build/release")
    parser.add_argument("--adapter", help="the command that starts a real Streamlit")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    text = report(options.build, options.adapter, options.quick)
    print(text)
    if options.write:
        write(ROOT / "specs/performance.md", text)


if __name__ == "__main__":
    main()
